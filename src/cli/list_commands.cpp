// explain, layouts and fonts: what there is and what was done, on standard output.

#include <algorithm>
#include <string>

#include "base/exit_code.hpp"
#include "base/file.hpp"
#include "brand_file.hpp"
#include "changes.hpp"
#include "cli/commands.hpp"
#include "cli/own_brand.hpp"
#include "cli/sources.hpp"
#include "cli/terminal.hpp"
#include "explain.hpp"
#include "page/font.hpp"
#include "page/layout.hpp"
#include "render.hpp"
#include "request/own_languages.hpp"
#include "words/languages.hpp"

namespace trialsheet {

namespace {

constexpr const char* standard_output = "-";

std::string padded(std::string text, std::size_t width) {
  text.resize(std::max(text.size(), width), ' ');
  return text + "  ";
}

std::string listed(const std::vector<std::string>& names) {
  std::string list;
  for (const auto& name : names) {
    list += (list.empty() ? "" : ", ") + name;
  }
  return list;
}

std::string layout_lines(const std::string& name) {
  const auto layout = built_in_layout(name);
  std::vector<std::string> papers;
  for (const auto& paper : layout.papers) {
    papers.push_back(paper.name);
  }
  return name + " (" + listed(papers) + ")\n    " + layout.description + "\n";
}

std::string where_from(const FaceFacts& face) {
  if (face.embedded) {
    return "in the program";
  }
  return face.installed ? "installed" : "missing: install " + face.package;
}

std::string face_line(const FaceFacts& face) {
  return padded(face.name, 26) +
         padded(face.weight == Weight::bold ? "bold" : "regular", 7) +
         padded(where_from(face), 14) + padded(face.package, 20) +
         (face.scripts.empty() ? "signs" : listed(face.scripts)) + "\n";
}

std::string use_text(const FontUse& use) {
  std::string text;
  for (const auto& each : use.faces) {
    text += padded(each.face, 26) + each.characters + "\n";
  }
  if (use.missing.empty()) {
    return text + "Every character has a face.\n";
  }
  for (const auto& note : use.missing) {
    text += "No face: " + note.message + "\n";
  }
  return text;
}

int check_layout(const std::string& file) {
  read_layout(read_file(file), file);
  write_file_whole(standard_output, file + ": good\n");
  return exit_code::success;
}

std::string language_line(const LanguageFacts& language) {
  return padded(language.tag, 7) + language.name +
         (language.reviewed ? "" : "  (no translator has checked it)") + "\n";
}

/// Reads every language of the folder with the others, and says which are good.
int check_languages(const std::string& folder) {
  const auto own = read_own_languages(folder);
  const Languages languages(own);
  std::string text;
  for (const auto& each : own) {
    languages.words(each.tag);
    text += each.sheet.name.substr(0, each.sheet.name.rfind('/')) + ": good\n";
  }
  write_file_whole(standard_output, text);
  return exit_code::success;
}

}  // namespace

int run(const ExplainCommand& command) {
  try {
    const auto options = with_own_files(command.options, command.brand);
    const auto made =
        Engine(engine_options(command.words, command.font_folders))
            .explain(RecordSource(command.source).read(command.record), options);
    write_file_whole(standard_output, command.json ? to_json(made) : to_text(made));
    return exit_code::success;
  } catch (const Error& error) {
    return say_error(error, command.record);
  }
}

int run(const BrandsCommand& command) {
  read_brand_file(command.file);
  write_file_whole(standard_output, command.file + ": good\n");
  return exit_code::success;
}

int run(const LayoutsCommand& command) {
  if (!command.file.empty()) {
    return check_layout(command.file);
  }
  std::string text;
  for (const auto& name : built_in_layouts()) {
    text += layout_lines(name);
  }
  write_file_whole(standard_output, text);
  return exit_code::success;
}

int run(const LanguagesCommand& command) {
  if (command.check) {
    return check_languages(command.words);
  }
  std::string text;
  for (const auto& language : Engine(engine_options(command.words)).languages()) {
    text += language_line(language);
  }
  write_file_whole(standard_output, text);
  return exit_code::success;
}

int run(const FontsCommand& command) {
  try {
    std::string text;
    if (command.record.empty()) {
      for (const auto& face : FontSet(command.font_folders).list()) {
        text += face_line(face);
      }
    } else {
      text = use_text(Engine(engine_options(command.words, command.font_folders))
                          .fonts(RecordSource(command.source).read(command.record),
                                 with_own_files(command.options, command.brand)));
    }
    write_file_whole(standard_output, text);
    return exit_code::success;
  } catch (const Error& error) {
    return say_error(error, command.record);
  }
}

int run(const Reply& reply) {
  if (reply.exit_code == exit_code::success) {
    write_file_whole(standard_output, reply.text);
  } else {
    say("trialsheet: " + reply.text);
  }
  return reply.exit_code;
}

}  // namespace trialsheet
