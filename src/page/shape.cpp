// Calls HarfBuzz and keeps what it said.

#include "page/shape.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/embedded.hpp"
#include "page/font_impl.hpp"

namespace trialsheet {

namespace {

std::int32_t scaled(hb_position_t units, unsigned units_per_em) {
  return static_cast<std::int32_t>(static_cast<MicroEm>(units) * 1'000'000 /
                                   static_cast<MicroEm>(units_per_em));
}

/// Makes `buffer` of the text, and of nothing else.
void begin(hb_buffer_t* buffer, std::string_view text) {
  hb_buffer_reset(buffer);
  // Monotone characters: a base and its mark keep clusters of their own, so that each
  // glyph has a text of its own in the PDF.
  hb_buffer_set_cluster_level(buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS);
  hb_buffer_add_utf8(buffer, text.data(), static_cast<int>(text.size()), 0,
                     static_cast<int>(text.size()));
}

}  // namespace

Shaper::Shaper(const FontSet& fonts) : fonts_(&fonts), buffer_(hb_buffer_create()) {
  for (auto& known : known_)
    known.assign(known_codes, not_known);
  const auto asked = embedded_file("packed/plain_faces");
  for (std::size_t i = 0; i < PlainFace::count_in(asked); ++i)
    plain_faces_.emplace_back(asked, i);
}

Shaper::~Shaper() {
  hb_buffer_destroy(buffer_);
}

const Shaped& Shaper::shape(std::string_view text, int font, Direction direction) {
  const WordTable::Key key{text, font, direction};
  const auto* found = words_.find(key);
  return found != nullptr ? *found : words_.add(key, shape_unknown(key));
}

/// Nearly all words that are not known are plain or quoted, and HarfBuzz need not see
/// them.
Shaped Shaper::shape_unknown(const WordTable::Key& key) {
  if (auto* face = plain_face(key.font);
      face != nullptr && key.direction == Direction::left_to_right)
    if (auto shaped = face->shape(key.text))
      return std::move(*shaped);
  return shape_anew(key.text, key.font, key.direction);
}

int Shaper::look_up_font(char32_t code, Weight weight, int before) {
  const auto& fonts = fonts_->impl();
  if (code < known_codes && known_[index(weight)][code] == not_known)
    known_[index(weight)][code] =
        static_cast<std::int16_t>(fonts.choose(code, weight, -1));
  return fonts.choose(code, weight, before);
}

PlainFace* Shaper::plain_face(int font) {
  const auto& fonts = fonts_->impl();
  if (font < 0 || !fonts.is_embedded(font))
    return nullptr;
  std::size_t place = 0;
  for (int before = 0; before < font; ++before)
    place += fonts.is_embedded(before) ? 1 : 0;
  return place < plain_faces_.size() ? &plain_faces_[place] : nullptr;
}

std::string Shaper::asked_of_plain_words() const {
  std::string asked;
  for (int font = 0; font < fonts_->size(); ++font)
    if (fonts_->impl().is_embedded(font))
      asked += PlainFace::asked([&](std::string_view text, PlainFace::Script script) {
        return shape_in(text, font, script);
      });
  return asked;
}

Shaped Shaper::shape_anew(std::string_view text, int font, Direction direction) const {
  begin(buffer_, text);
  hb_buffer_set_direction(buffer_, direction == Direction::right_to_left
                                       ? HB_DIRECTION_RTL
                                       : HB_DIRECTION_LTR);
  hb_buffer_guess_segment_properties(buffer_);
  return shaped_buffer(font);
}

/// As a part of a longer text whose script is known.
Shaped Shaper::shape_in(std::string_view text, int font, PlainFace::Script script) const {
  begin(buffer_, text);
  hb_buffer_set_direction(buffer_, HB_DIRECTION_LTR);
  // Where no character has a script, HarfBuzz leaves it open.
  if (script == PlainFace::Script::latin)
    hb_buffer_set_script(buffer_, HB_SCRIPT_LATIN);
  return shaped_buffer(font);
}

Shaped Shaper::shaped_buffer(int font) const {
  const auto* face = fonts_->impl().loaded(font);
  // A guess takes the language from the process; the locale must play no part.
  hb_buffer_set_language(buffer_, hb_language_from_string("und", -1));
  hb_shape(face->font.get(), buffer_, nullptr, 0);

  unsigned count = 0;
  const auto* infos = hb_buffer_get_glyph_infos(buffer_, &count);
  const auto* places = hb_buffer_get_glyph_positions(buffer_, &count);
  Shaped shaped;
  shaped.glyphs.reserve(count);
  for (unsigned i = 0; i < count; ++i) {
    const auto advance = scaled(places[i].x_advance, face->units_per_em);
    shaped.glyphs.push_back({static_cast<std::uint16_t>(infos[i].codepoint),
                             infos[i].cluster, advance,
                             scaled(places[i].x_offset, face->units_per_em),
                             scaled(places[i].y_offset, face->units_per_em)});
    shaped.advance += advance;
  }
  return shaped;
}

void Shaper::forget_if_full() {
  if (words_.size() > most_words || words_.bytes() > most_bytes)
    words_.forget();
  recurring_.forget_if_full();
}

std::string Shaper::stand_in(char32_t code) {
  const auto printed = fmt::format("[U+{:04X}]", static_cast<std::uint32_t>(code));
  const auto package = fonts_->impl().package_for(code);
  Note note{Note::Kind::replaced, "fonts/fonts.json",
            package.empty() ? "no font has the character; it is printed as " + printed
                            : "the character printed as " + printed +
                                  " needs the Debian package " + package};
  if (std::find(notes_.begin(), notes_.end(), note) == notes_.end())
    notes_.push_back(std::move(note));
  return printed;
}

Notes Shaper::take_notes() {
  return std::exchange(notes_, {});
}

}  // namespace trialsheet
