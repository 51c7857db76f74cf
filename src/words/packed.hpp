// Packed: what the files of words/ come to, as the build makes it of them once for all.
//
// A page needs nearly all of it, and to read it from the files took longer than to make
// the page. words/tool packs it, words.cpp unpacks it; it holds nothing that the files do
// not, and tests/words/packed_test.cpp holds the two against each other.

#pragma once

#include <string>
#include <string_view>

#include "words/impl.hpp"

namespace trialsheet {

/// The embedded file with what reads the record, and the one with a built-in language.
std::string packed_record_path();
std::string packed_language_path(std::string_view tag);

/// The content of these, made from the files that are in the program now. Throw
/// Error{Fault::layout} as the readers of the files do.
std::string pack_record_words();
std::string pack_language(const std::string& tag);

/// What these packed.
RecordWords unpack_record_words(std::string_view packed);
void unpack_language(std::string_view packed, Words::Impl& impl);

}  // namespace trialsheet
