// The C interface: nothing that C++ throws or owns goes past it.

#include <new>

#include "base/exit_code.hpp"
#include "base/version.hpp"
#pragma GCC visibility push(default)
#include "capi/trialsheet.h"
#pragma GCC visibility pop
#include "request/answer.hpp"

using trialsheet::Answerer;
using trialsheet::Delivery;

struct trialsheet_engine {
  Answerer answerer;
};

struct trialsheet_result {
  Delivery delivery;
};

static_assert(TRIALSHEET_OPTION == trialsheet::exit_code::usage &&
              TRIALSHEET_RECORD == trialsheet::exit_code::record &&
              TRIALSHEET_NO_INPUT == trialsheet::exit_code::no_input &&
              TRIALSHEET_BUG == trialsheet::exit_code::bug &&
              TRIALSHEET_NO_MEMORY == trialsheet::exit_code::system &&
              TRIALSHEET_DATA_FILES == trialsheet::exit_code::data_files);

namespace {

// What there is no memory to say otherwise; nobody frees it.
trialsheet_result no_memory{{TRIALSHEET_NO_MEMORY, {}, {}}};
constexpr std::string_view no_memory_facts =
    R"({"code":71,"where":"trialsheet","what":"there is not enough memory",)"
    R"("right":"end other programs and try again"})";

std::string_view text_of(const char* text) {
  return text == nullptr ? std::string_view() : std::string_view(text);
}

const char* handed_out(std::string_view bytes, size_t* size) {
  if (size != nullptr) {
    *size = bytes.size();
  }
  return bytes.data();
}

/// What `make` returns as a result of its own; what it throws as a result that says so.
template <typename Make>
trialsheet_result* result_of(Make make) noexcept {
  try {
    try {
      return new trialsheet_result{make()};
    } catch (const trialsheet::Error& error) {
      return new trialsheet_result{trialsheet::delivery_of(error)};
    } catch (const std::bad_alloc&) {
      return &no_memory;
    } catch (const std::exception& bug) {
      return new trialsheet_result{trialsheet::delivery_of_bug(bug.what())};
    }
  } catch (...) {
    return &no_memory;
  }
}

Delivery rendered(const trialsheet_engine* engine, std::string_view record,
                  std::string_view options) {
  if (engine == nullptr) {
    throw trialsheet::Error(trialsheet::Fault::request, "engine",
                            "is NULL; one of trialsheet_engine_new() would be right");
  }
  return engine->answerer.answer(record, options, std::nullopt);
}

}  // namespace

const char* trialsheet_version(void) {
  return trialsheet::version().data();  // a literal, which ends in a byte 0
}

trialsheet_engine* trialsheet_engine_new(const char* options,
                                         trialsheet_result** problem) {
  trialsheet_engine* engine = nullptr;
  auto* result = result_of([&] {
    engine = new trialsheet_engine{Answerer(text_of(options))};
    return Delivery();
  });
  if (engine != nullptr || problem == nullptr) {
    trialsheet_result_free(result);
    result = nullptr;
  }
  if (problem != nullptr) {
    *problem = result;
  }
  return engine;
}

void trialsheet_engine_free(trialsheet_engine* engine) {
  delete engine;
}

trialsheet_result* trialsheet_render(const trialsheet_engine* engine, const void* record,
                                     size_t size, const char* options) {
  return result_of([&] {
    const auto* bytes = static_cast<const char*>(record);
    return rendered(engine,
                    bytes == nullptr ? std::string_view() : std::string_view(bytes, size),
                    text_of(options));
  });
}

int trialsheet_result_code(const trialsheet_result* result) {
  return result->delivery.code;
}

const char* trialsheet_result_bytes(const trialsheet_result* result, size_t* size) {
  return handed_out(result->delivery.body, size);
}

const char* trialsheet_result_facts(const trialsheet_result* result, size_t* size) {
  return handed_out(result == &no_memory ? no_memory_facts : result->delivery.facts,
                    size);
}

void trialsheet_result_free(trialsheet_result* result) {
  if (result != &no_memory) {
    delete result;
  }
}
