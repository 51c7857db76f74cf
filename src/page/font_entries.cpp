// Reads fonts/fonts.json; the build does, and packs what it says.

#include <nlohmann/json.hpp>

#include "base/bytes.hpp"
#include "base/embedded.hpp"
#include "base/error.hpp"
#include "page/font_impl.hpp"
#include "page/packed_faces.hpp"

namespace trialsheet {

namespace {

using Json = nlohmann::json;

[[noreturn]] void fail(const std::string& pointer, const std::string& problem) {
  throw Error(Fault::setup, "fonts/fonts.json" + pointer, problem);
}

std::string text_at(const Json& entry, const char* key, const std::string& pointer) {
  if (!entry.contains(key) || !entry[key].is_string())
    fail(pointer, std::string("needs a text \"") + key + "\"");
  return entry[key].get<std::string>();
}

CodeRange read_range(const std::string& text, const std::string& pointer) {
  const auto dash = text.find('-');
  try {
    const auto first = std::stoul(text, nullptr, 16);
    const auto last = dash == std::string::npos
                          ? first
                          : std::stoul(text.substr(dash + 1), nullptr, 16);
    return {static_cast<char32_t>(first), static_cast<char32_t>(last)};
  } catch (const std::exception&) {
    fail(pointer, "\"" + text + "\" is no range; it should look like \"0590-05FF\"");
  }
}

LineHeight read_line_height(const Json& json, const std::string& pointer) {
  const bool is_pair = json.is_array() && json.size() == 2 &&
                       json[0].is_number_integer() && json[1].is_number_integer();
  if (!is_pair)
    fail(pointer, "should be two whole percentages, for body text and for details");
  return {json[0].get<int>(), json[1].get<int>()};
}

FaceEntry read_entry(const Json& json, const std::string& pointer) {
  FaceEntry entry;
  entry.name = text_at(json, "name", pointer);
  const auto weight = text_at(json, "weight", pointer);
  if (weight != "regular" && weight != "bold")
    fail(pointer + "/weight", "should be \"regular\" or \"bold\"");
  entry.weight = weight == "bold" ? Weight::bold : Weight::regular;
  entry.package = text_at(json, "package", pointer);
  entry.path = text_at(json, "path", pointer);
  entry.index = json.value("face", 0U);
  entry.embedded = json.value("embed", false);
  if (json.contains("line_height"))
    entry.line_height = read_line_height(json["line_height"], pointer + "/line_height");
  if (json.contains("ranges"))
    for (const auto& range : json["ranges"])
      entry.ranges.push_back(read_range(range.is_string() ? range.get<std::string>() : "",
                                        pointer + "/ranges"));
  return entry;
}

}  // namespace

template <typename Archive>
void fields(Archive& archive, FaceEntry& entry) {
  auto& [name, weight, package, path, index, embedded, line_height, ranges] = entry;
  archive(name, weight, package, path, index, embedded, line_height, ranges);
}

std::string packed_face_entries(std::string_view json) {
  auto entries = read_face_entries(json);
  ByteWriter writer;
  writer(entries);
  return writer.take();
}

std::vector<FaceEntry> face_entries() {
  const auto packed = embedded_file("packed/face_entries");
  if (packed.empty())
    return read_face_entries(embedded_file("fonts/fonts.json"));
  std::vector<FaceEntry> entries;
  ByteReader reader(packed);
  reader(entries);
  return entries;
}

std::vector<FaceEntry> read_face_entries(std::string_view json) {
  const auto parsed = Json::parse(json, nullptr, false);
  if (!parsed.is_object() || !parsed.contains("fonts") || !parsed["fonts"].is_array())
    fail("", "should be an object with a list \"fonts\"");
  std::vector<FaceEntry> entries;
  for (const auto& entry : parsed["fonts"])
    entries.push_back(read_entry(entry, "/fonts/" + std::to_string(entries.size())));
  if (entries.empty())
    fail("/fonts", "should name at least one font");
  return entries;
}

}  // namespace trialsheet
