// Own languages: the folder that --words names.

#pragma once

#include <string>
#include <vector>

#include "render.hpp"

namespace trialsheet {

/// The languages in `folder`: a folder for each, called by its tag, with sheet.json,
/// question_texts.json and glosses.json. None if `folder` is empty. Throws FileError for
/// a file that cannot be read, Error{Fault::layout} if there is no language at all.
std::vector<OwnLanguage> read_own_languages(const std::string& folder);

/// The languages that an engine is to know beside the built-in ones, and where it looks
/// for fonts before their fixed places.
EngineOptions engine_options(const std::string& words_folder,
                             const std::vector<std::string>& font_folders = {});

}  // namespace trialsheet
