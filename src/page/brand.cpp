// Reads brand files, typed and with the place of every complaint.

#include "page/brand.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/isolate.hpp"
#include "page/contrast.hpp"
#include "page/layout.hpp"
#include "page/layout_place.hpp"
#include "page/picture.hpp"

namespace trialsheet {

namespace {

// How long texts may be, in characters: the strip must leave the sheet its room.
constexpr std::size_t most_name = 80;
constexpr std::size_t most_department = 80;
constexpr std::size_t most_address = 140;
constexpr std::size_t most_phone = 40;
constexpr std::size_t most_hours = 80;
constexpr std::size_t most_alt = 200;
constexpr std::size_t most_footer = 140;
constexpr std::size_t most_notice = 160;
constexpr std::size_t most_notices = 4;
constexpr std::size_t most_heading = 120;
constexpr std::size_t most_paragraph = 1'200;
constexpr std::size_t most_sections = 40;
constexpr std::size_t most_paragraphs = 12;

/// Five pixels a point, 360 an inch, of the box that letterhead.cpp has for it.
constexpr int logo_width = 600;
constexpr int logo_height = 180;

std::size_t characters_of(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char byte) { return (byte & 0xC0) != 0x80; }));
}

std::string text_of(const LayoutPlace& place, std::size_t most) {
  auto text = without_isolates(place.text());
  if (const auto count = characters_of(text); count > most)
    place.fail(fmt::format("should have at most {} characters, not {}", most, count));
  return text;
}

std::string text_in(const LayoutPlace& parent, const char* key, std::size_t most) {
  return parent.has(key) ? text_of(parent.at(key), most) : std::string();
}

/// A language tag by its form (RFC 5646, 2.1): "es", "zh-Hans".
std::string language_of(const LayoutPlace& place) {
  const auto tag = place.text();
  const auto first = tag.substr(0, tag.find('-'));
  const bool is_tag =
      first.size() >= 2 && first.size() <= 3 && tag.size() <= 35 && tag.back() != '-' &&
      std::all_of(tag.begin(), tag.end(), [](char c) {
        return c == '-' || (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z');
      });
  if (!is_tag)
    place.fail("should be the tag of a language, such as \"es\" or \"zh-Hans\"");
  return tag;
}

Color accent_of(const LayoutPlace& place) {
  const auto color = read_color(place);
  const auto contrast = contrast_on_white(color);
  if (contrast < least_contrast)
    place.fail(
        fmt::format("has a contrast of {:.1f}:1 on white, and {:g}:1 is needed; "
                    "\"{}\" is the nearest that has it",
                    static_cast<int>(contrast * 10) / 10.0, least_contrast,
                    hex_of(dark_enough(color))));
  return color;
}

Logo logo_of(const LayoutPlace& place, const ReadNamedFile& read_file) {
  place.only({"file", "alt"});
  Logo logo;
  logo.alt_text = text_of(place.at("alt"), most_alt);
  const auto name = place.at("file").text();
  try {
    logo.pixels = std::make_shared<const Pixels>(
        read_picture(read_file(name), logo_width, logo_height));
  } catch (const BadPicture& problem) {
    place.at("file").fail(name + " " + problem.what());
  }
  return logo;
}

/// The items of a list that has no more than `most`.
std::vector<LayoutPlace> items_of(const LayoutPlace& place, std::size_t most) {
  auto items = place.items();
  if (items.size() > most)
    place.fail(fmt::format("should have at most {} items, not {}", most, items.size()));
  return items;
}

std::vector<TextIn> notice_of(const LayoutPlace& place) {
  std::vector<TextIn> notice;
  for (const auto& item : items_of(place, most_notices)) {
    item.only({"language", "text"});
    notice.push_back(
        {language_of(item.at("language")), text_of(item.at("text"), most_notice)});
  }
  return notice;
}

std::vector<AssistanceSection> page_of(const LayoutPlace& place) {
  std::vector<AssistanceSection> sections;
  for (const auto& item : items_of(place, most_sections)) {
    item.only({"language", "heading", "paragraphs"});
    AssistanceSection section{
        language_of(item.at("language")), text_of(item.at("heading"), most_heading), {}};
    for (const auto& paragraph : items_of(item.at("paragraphs"), most_paragraphs))
      section.paragraphs.push_back(text_of(paragraph, most_paragraph));
    sections.push_back(std::move(section));
  }
  return sections;
}

void read_assistance(const LayoutPlace& place, Brand& brand) {
  place.only({"notice", "page"});
  brand.assistance = notice_of(place.at("notice"));
  if (place.has("page"))
    brand.assistance_page = page_of(place.at("page"));
}

std::string layout_in(const LayoutPlace& parent) {
  if (!parent.has("layout"))
    return {};
  const auto name = parent.at("layout").text();
  const auto known = built_in_layouts();
  if (std::find(known.begin(), known.end(), name) == known.end())
    parent.at("layout").fail("\"" + name + "\" is none of the layouts: " + joined(known));
  return name;
}

BrandDefaults defaults_of(const LayoutPlace& place) {
  place.only({"paper", "layout", "lang", "near", "country"});
  return {text_in(place, "paper", most_name), layout_in(place),
          text_in(place, "lang", most_name), text_in(place, "near", most_name),
          text_in(place, "country", most_name)};
}

Brand read_root(const LayoutPlace& root, const ReadNamedFile& read_file) {
  root.only({"$schema", "language", "name", "department", "address", "phone", "hours",
             "accent", "logo", "footer", "language_assistance", "defaults"});
  Brand brand;
  brand.language = language_of(root.at("language"));
  brand.name = text_of(root.at("name"), most_name);
  brand.department = text_in(root, "department", most_department);
  brand.address = text_in(root, "address", most_address);
  brand.phone = text_in(root, "phone", most_phone);
  brand.hours = text_in(root, "hours", most_hours);
  brand.footer = text_in(root, "footer", most_footer);
  if (root.has("accent"))
    brand.accent = accent_of(root.at("accent"));
  if (root.has("language_assistance"))
    read_assistance(root.at("language_assistance"), brand);
  if (root.has("defaults"))
    brand.defaults = defaults_of(root.at("defaults"));
  if (root.has("logo"))
    brand.logo = logo_of(root.at("logo"), read_file);
  return brand;
}

void add(std::vector<BrandText>& texts, std::string source, const std::string& text) {
  if (!text.empty())
    texts.push_back({std::move(source), text});
}

void add_page(std::vector<BrandText>& texts, const Brand& brand) {
  for (std::size_t i = 0; i < brand.assistance_page.size(); ++i) {
    const auto& section = brand.assistance_page[i];
    const auto pointer = fmt::format("/language_assistance/page/{}", i);
    add(texts, pointer + "/heading", section.heading);
    for (std::size_t p = 0; p < section.paragraphs.size(); ++p)
      add(texts, fmt::format("{}/paragraphs/{}", pointer, p), section.paragraphs[p]);
  }
}

}  // namespace

Brand read_brand(std::string_view json, const std::string& file,
                 const ReadNamedFile& read_file) {
  LayoutFile source{json, file};
  const auto parsed = parse_json_file(source);
  return read_root(LayoutPlace(source, parsed), read_file);
}

std::vector<BrandText> texts_of(const Brand& brand) {
  std::vector<BrandText> texts;
  if (brand.logo)
    add(texts, "/logo/alt", brand.logo->alt_text);
  add(texts, "/name", brand.name);
  add(texts, "/department", brand.department);
  add(texts, "/address", brand.address);
  add(texts, "/phone", brand.phone);
  add(texts, "/hours", brand.hours);
  for (std::size_t i = 0; i < brand.assistance.size(); ++i)
    add(texts, fmt::format("/language_assistance/notice/{}/text", i),
        brand.assistance[i].text);
  add(texts, "/footer", brand.footer);
  add_page(texts, brand);
  return texts;
}

}  // namespace trialsheet
