// The targets of callers of other languages: any bytes are options of the C interface,
// and any bytes are what a worker (trialsheet --stdio) reads.

#pragma once

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "capi/trialsheet.h"
#include "request/frames.hpp"
#include "targets.hpp"

namespace trialsheet::fuzz {

constexpr std::string_view least_record =
    R"({"protocolSection": {"identificationModule":)"
    R"( {"nctId": "NCT90000002", "briefTitle": "A trial"}}})";

/// Facts are one JSON object; of an error they say where, what and what would be right.
inline void check_facts(std::string_view facts, std::string_view body, int code) {
  const auto json = nlohmann::json::parse(facts);
  require(json.at("code") == code);
  require(code == 0 || code == TRIALSHEET_OPTION || code == TRIALSHEET_RECORD);
  require(body.empty() == (code != 0));
  if (code == 0) {
    require(!json.at("type").empty() && json.at("notes").is_array());
  } else {
    require(!json.at("where").empty() && !json.at("what").empty());
    require(json.at("right").is_string());
  }
}

inline int rendered(std::string_view record, const std::string& options) {
  static const auto* engine = trialsheet_engine_new(nullptr, nullptr);
  auto* result = trialsheet_render(engine, record.data(), record.size(), options.c_str());
  std::size_t size = 0;
  std::size_t length = 0;
  const auto* body = trialsheet_result_bytes(result, &size);
  const auto* facts = trialsheet_result_facts(result, &length);
  const auto code = trialsheet_result_code(result);
  require(body[size] == 0 && facts[length] == 0);
  check_facts({facts, length}, {body, size}, code);
  trialsheet_result_free(result);
  return code;
}

/// Of what is no record there is no sheet, and options that are wrong for it are wrong.
inline void options(std::string_view bytes) {
  const std::string text(bytes);
  const auto code = rendered("{}", text);
  require(code != 0);
  const auto other = rendered(least_record, text);
  require(code != TRIALSHEET_OPTION || other == TRIALSHEET_OPTION);
}

/// Takes the first answer out, and checks it.
inline void take_answer(std::string_view& output) {
  const auto length = [&](std::size_t at) {
    std::size_t value = 0;
    for (std::size_t i = at; i < at + 4; ++i) {
      value = value << 8 | static_cast<unsigned char>(output[i]);
    }
    return value;
  };
  require(output.size() >= 8);
  const auto facts = length(0);
  const auto body = length(4);
  require(output.size() - 8 >= facts && output.size() - 8 - facts >= body);
  const auto said = output.substr(8, facts);
  check_facts(said, output.substr(8 + facts, body),
              nlohmann::json::parse(said).at("code").get<int>());
  output.remove_prefix(8 + facts + body);
}

/// What is written is whole answers, also where the input breaks the form.
inline void frames(std::string_view bytes) {
  static const Answerer answerer{EngineOptions()};
  FrameOptions options;
  options.most_record = std::size_t{1} << 16;
  options.today = [] { return std::optional<Date>(); };
  const auto piece = bytes.size() % 7 + 1;
  std::string output;
  try {
    serve_frames(
        answerer, options,
        [&](char* to, std::size_t most) {
          const auto count = std::min({piece, most, bytes.size()});
          std::copy_n(bytes.data(), count, to);
          bytes.remove_prefix(count);
          return count;
        },
        [&](std::string_view written) { output += written; });
    require(bytes.empty());
  } catch (const Error& error) {
    check_error(error, Fault::record, "frame");
  }
  for (std::string_view rest = output; !rest.empty();) {
    take_answer(rest);
  }
}

}  // namespace trialsheet::fuzz
