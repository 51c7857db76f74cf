// Reads the arguments with CLI11, which no other source sees.

#include "cli/arguments.hpp"

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <optional>
#include <string>

#include "base/version.hpp"
#include "cli/exit_code.hpp"
#include "cli/help.hpp"
#include "cli/today.hpp"

namespace trialsheet {

namespace {

/// The options as CLI11 fills them in.
struct Typed {
  RenderCommand command;
  std::string date;
  bool no_attach = false;
  bool all_notes = false;
  bool quiet = false;
};

std::optional<Date> parse_day(const std::string& text) {
  const auto date = parse_date(text);
  return date && date->day != 0 ? date : std::nullopt;
}

CLI::Validator day_or_none() {
  return {[](const std::string& text) {
            return text == "none" || parse_day(text)
                       ? std::string()
                       : "\"" + text +
                             "\" is no day; give one such as 2026-07-14, or none";
          },
          "DAY"};
}

CLI::Validator paper_name() {
  return {[](const std::string& text) {
            return text == "letter" || text == "a4"
                       ? std::string()
                       : "\"" + text + "\" is no paper; choose letter or a4";
          },
          "NAME"};
}

CLI::Validator not_empty() {
  return {[](const std::string& text) {
            return text.empty() ? std::string("a name is missing") : std::string();
          },
          "FILE"};
}

void declare_render(CLI::App& app, Typed& typed) {
  auto* render = app.add_subcommand("render");
  auto& [command, date, no_attach, all_notes, quiet] = typed;
  render->add_option("RECORD", command.record)->required()->check(not_empty());
  render->add_option("-o,--output", command.output)->check(not_empty());
  render->add_option("--paper", command.options.paper)->check(paper_name());
  render->add_option("--layout", command.options.layout);
  render->add_option("--lang", command.options.language);
  render->add_option("--date", date)->check(day_or_none());
  render->add_flag("--no-attach", no_attach);
  auto* notes = render->add_flag("--notes", all_notes);
  render->add_flag("-q,--quiet", quiet)->excludes(notes);
}

std::optional<Date> chosen_date(const std::string& date) {
  if (date.empty()) {
    return today(std::getenv("SOURCE_DATE_EPOCH"));
  }
  return parse_day(date);
}

/// CLI11 does not say which command it did not know.
std::string explanation(const CLI::App& app, const CLI::ParseError& error) {
  const std::string problem = app.get_subcommands().empty()
                                  ? "the command must be \"render\""
                                  : std::string(error.what());
  return problem + "; see trialsheet --help";
}

RenderCommand render_command(const Typed& typed) {
  auto command = typed.command;
  command.options.date = chosen_date(typed.date);
  command.options.attach = !typed.no_attach;
  command.notes = typed.quiet       ? ShownNotes::none
                  : typed.all_notes ? ShownNotes::all
                                    : ShownNotes::important;
  return command;
}

}  // namespace

Task parse_arguments(int argc, const char* const* argv) {
  CLI::App app;
  app.set_version_flag("--version", "");
  app.require_subcommand(1);
  Typed typed;
  declare_render(app, typed);
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    return Answer{std::string(help), exit_code::success};
  } catch (const CLI::CallForVersion&) {
    return Answer{"trialsheet " + std::string(version()) + "\n", exit_code::success};
  } catch (const CLI::ParseError& error) {
    return Answer{explanation(app, error), exit_code::usage};
  }
  return render_command(typed);
}

}  // namespace trialsheet
