// Reads the arguments with CLI11, which no other source sees.

#include "cli/arguments.hpp"

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string>

#include "base/exit_code.hpp"
#include "base/version.hpp"
#include "cli/batch_help.hpp"
#include "cli/help.hpp"
#include "cli/today.hpp"

namespace trialsheet {

namespace {

/// The options as CLI11 fills them in.
struct Typed {
  RenderCommand render;
  ExplainCommand explain;
  LayoutsCommand layouts;
  FontsCommand fonts;
  LanguagesCommand languages;
  FetchCommand fetch;
  ServeCommand serve;
  BatchCommand batch;
  MergeCommand merge;
  std::string words;
  std::vector<std::string> font_folders;
  std::string date;
  std::string format = "pdf";
  bool no_attach = false;
  bool all_notes = false;
  bool quiet = false;
};

constexpr const char* commands =
    "render, batch, merge, fetch, serve, explain, layouts, languages or fonts";

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

CLI::Validator not_empty() {
  return {[](const std::string& text) {
            return text.empty() ? std::string("a name is missing") : std::string();
          },
          "FILE"};
}

CLI::Validator folder() {
  return {[](const std::string& text) {
            return std::filesystem::is_directory(text)
                       ? std::string()
                       : "\"" + text + "\" is no folder that there is";
          },
          "DIR"};
}

/// One folder each time that it is given.
void declare_fonts(CLI::App& command, Typed& typed) {
  command.add_option("--font-dir", typed.font_folders)
      ->expected(1)
      ->take_all()
      ->check(folder());
}

/// What decides how a page looks, for every command that lays one out.
void declare_page(CLI::App& command, RenderOptions& options, Typed& typed) {
  command.add_option("--paper", options.paper)->check(not_empty());
  command.add_option("--layout", options.layout)->check(not_empty());
  command.add_option("--lang", options.language);
  command.add_option("--near", options.near);
  command.add_option("--country", options.country);
  command.add_option("--words", typed.words)->check(not_empty());
  declare_fonts(command, typed);
  command.add_option("--date", typed.date)->check(day_or_none());
}

/// Where records are that are named by their NCT number.
void declare_source(CLI::App& command, SourceArguments& source) {
  command.add_option("--store", source.store)->check(not_empty());
  command.add_option("--registry", source.registry);
  command.add_option("--pause", source.pause)->check(CLI::Range(0.0, 3600.0));
  command.add_option("--timeout", source.timeout)->check(CLI::Range(0.1, 3600.0));
  command.add_option("--user-agent", source.user_agent);
}

void declare_record_source(CLI::App& command, SourceArguments& source) {
  declare_source(command, source);
  command.add_flag("--fetch", source.fetch);
}

void declare_fetch(CLI::App& app, FetchCommand& command) {
  auto* fetch = app.add_subcommand("fetch");
  fetch->add_option("NCT", command.numbers)->check(not_empty());
  fetch->add_option("--query", command.query)->check(not_empty());
  fetch->add_option("--limit", command.limit)->check(CLI::Range(1, 1'000'000));
  fetch->add_option("--from", command.from)->check(not_empty());
  fetch->add_flag("-q,--quiet", command.quiet);
  declare_source(*fetch, command.source);
}

void declare_serve(CLI::App& app, Typed& typed) {
  auto& command = typed.serve;
  auto* serve = app.add_subcommand("serve");
  command.source.timeout = 8;  // whoever asks waits for the registry, but not long
  command.source.patience = 12;
  serve->add_option("--listen", command.listen)->check(not_empty());
  serve->add_flag("--upstream", command.source.fetch);
  serve->add_option("--workers", command.workers)->check(CLI::Range(1, 1024));
  serve->add_option("--max-body", command.max_body)->check(CLI::Range(1, 64));
  serve->add_option("--max-connections", command.max_connections)
      ->check(CLI::Range(1, 100'000));
  serve->add_option("--words", typed.words)->check(not_empty());
  declare_fonts(*serve, typed);
  declare_source(*serve, command.source);
}

void declare_render(CLI::App& app, Typed& typed) {
  auto* render = app.add_subcommand("render");
  auto& command = typed.render;
  render->add_option("RECORD", command.records)->required()->check(not_empty());
  render->add_option("-o,--output", command.output)->check(not_empty());
  render->add_option("--as", typed.format)->check(CLI::IsMember({"pdf", "fhir"}));
  declare_page(*render, command.options, typed);
  declare_record_source(*render, command.source);
  render->add_flag("--no-attach", typed.no_attach);
  render->add_flag("--timings", command.timings);
  auto* notes = render->add_flag("--notes", typed.all_notes);
  render->add_flag("-q,--quiet", typed.quiet)->excludes(notes);
}

void declare_batch(CLI::App& app, Typed& typed) {
  auto& command = typed.batch;
  auto* batch = app.add_subcommand("batch");
  batch->add_option("INPUT", command.input)->required()->check(not_empty());
  batch->add_option("-o,--output", command.output)->check(not_empty());
  batch->add_option("--jobs", command.jobs)->check(CLI::Range(1, 1024));
  batch->add_option("--report", command.report)->check(not_empty());
  batch->add_flag("--strict", command.strict);
  batch->add_option("--shard", command.shard)->check(not_empty());
  batch->add_option("--shards", command.shards)->check(CLI::Range(1, 4'000'001));
  batch->add_option("--format", command.format)->check(CLI::IsMember({"tar", "zip"}));
  declare_page(*batch, command.options, typed);
  batch->add_flag("--no-attach", typed.no_attach);
  batch->add_option("--store", command.source.store)->check(not_empty());
  batch->add_flag("-q,--quiet", command.quiet);

  auto* merge = app.add_subcommand("merge");
  merge->add_option("DIR", typed.merge.folder)->required()->check(not_empty());
  merge->add_option("-o,--output", typed.merge.output)->check(not_empty());
  merge->add_option("--report", typed.merge.report)->check(not_empty());
  merge->add_flag("-q,--quiet", typed.merge.quiet);
}

void declare_others(CLI::App& app, Typed& typed) {
  auto* explain = app.add_subcommand("explain");
  explain->add_option("RECORD", typed.explain.record)->required()->check(not_empty());
  explain->add_flag("--json", typed.explain.json);
  declare_page(*explain, typed.explain.options, typed);
  declare_record_source(*explain, typed.explain.source);

  auto* check = app.add_subcommand("layouts")->add_subcommand("check");
  check->add_option("FILE", typed.layouts.file)->required()->check(not_empty());

  auto* languages = app.add_subcommand("languages");
  languages->add_option("--words", typed.words)->check(not_empty());
  languages->add_subcommand("check")
      ->add_option("DIR", typed.languages.words)
      ->required()
      ->check(not_empty());

  auto* fonts = app.add_subcommand("fonts");
  fonts->add_option("RECORD", typed.fonts.record)->check(not_empty());
  declare_page(*fonts, typed.fonts.options, typed);
  declare_record_source(*fonts, typed.fonts.source);
}

/// CLI11 does not say which command it did not know.
std::string explanation(const CLI::App& app, const CLI::ParseError& error) {
  const std::string problem = app.get_subcommands().empty()
                                  ? std::string("the command must be ") + commands
                                  : std::string(error.what());
  return problem + "; see trialsheet --help";
}

std::string_view help_of(const CLI::App& app) {
  if (app.got_subcommand("render")) {
    return render_help;
  }
  if (app.got_subcommand("explain")) {
    return explain_help;
  }
  if (app.got_subcommand("layouts")) {
    return layouts_help;
  }
  if (app.got_subcommand("languages")) {
    return languages_help;
  }
  if (app.got_subcommand("fetch")) {
    return fetch_help;
  }
  if (app.got_subcommand("serve")) {
    return serve_help;
  }
  if (app.got_subcommand("batch")) {
    return batch_help;
  }
  if (app.got_subcommand("merge")) {
    return merge_help;
  }
  return app.got_subcommand("fonts") ? fonts_help : help;
}

RenderCommand render_command(const Typed& typed) {
  auto command = typed.render;
  command.options.date = chosen_date(typed.date);
  command.options.attach = !typed.no_attach;
  command.format = typed.format == "fhir" ? Format::fhir : Format::pdf;
  command.words = typed.words;
  command.font_folders = typed.font_folders;
  command.notes = typed.quiet       ? ShownNotes::none
                  : typed.all_notes ? ShownNotes::all
                                    : ShownNotes::important;
  return command;
}

Task batch_task(const Typed& typed) {
  auto command = typed.batch;
  if (command.output.empty()) {
    return Reply{"--output is required; see trialsheet --help", exit_code::usage};
  }
  command.date = typed.date;
  command.options.attach = !typed.no_attach;
  command.words = typed.words;
  command.font_folders = typed.font_folders;
  return command;
}

Task fetch_task(const FetchCommand& command) {
  if (command.numbers.empty() && command.query.empty() && command.from.empty()) {
    return Reply{"fetch what? give NCT numbers, --query or --from; see trialsheet --help",
                 exit_code::usage};
  }
  return command;
}

Task task_of(const CLI::App& app, Typed& typed) {
  if (app.got_subcommand("render")) {
    return render_command(typed);
  }
  if (app.got_subcommand("batch")) {
    return batch_task(typed);
  }
  if (app.got_subcommand("merge")) {
    return typed.merge;
  }
  if (app.got_subcommand("layouts")) {
    return typed.layouts;
  }
  if (const auto* languages = app.get_subcommand("languages"); languages->parsed()) {
    typed.languages.check = languages->got_subcommand("check");
    typed.languages.words += typed.words;
    return typed.languages;
  }
  if (app.got_subcommand("fetch")) {
    return fetch_task(typed.fetch);
  }
  if (app.got_subcommand("serve")) {
    typed.serve.words = typed.words;
    typed.serve.font_folders = typed.font_folders;
    return typed.serve;
  }
  if (app.got_subcommand("explain")) {
    typed.explain.options.date = chosen_date(typed.date);
    typed.explain.words = typed.words;
    typed.explain.font_folders = typed.font_folders;
    return typed.explain;
  }
  typed.fonts.options.date = chosen_date(typed.date);
  typed.fonts.words = typed.words;
  typed.fonts.font_folders = typed.font_folders;
  return typed.fonts;
}

/// The worker is no command among others: a program starts it, not a person.
Task parse_stdio(int argc, const char* const* argv) {
  CLI::App app;
  StdioCommand command;
  Typed typed;
  app.add_option("--max-record", command.max_record)->check(CLI::Range(1, 1024));
  app.add_option("--words", command.words)->check(not_empty());
  declare_fonts(app, typed);
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    return Reply{std::string(stdio_help), exit_code::success};
  } catch (const CLI::ParseError& error) {
    return Reply{std::string(error.what()) + "; see trialsheet --stdio --help",
                 exit_code::usage};
  }
  command.font_folders = typed.font_folders;
  return command;
}

}  // namespace

std::optional<Date> chosen_date(const std::string& typed) {
  if (typed.empty()) {
    return today(std::getenv("SOURCE_DATE_EPOCH"));
  }
  return parse_day(typed);
}

Task parse_arguments(int argc, const char* const* argv) {
  if (argc > 1 && std::string_view(argv[1]) == "--stdio") {
    return parse_stdio(argc - 1, argv + 1);
  }
  CLI::App app;
  app.set_version_flag("--version", "");
  app.require_subcommand(1);
  Typed typed;
  declare_render(app, typed);
  declare_batch(app, typed);
  declare_others(app, typed);
  declare_fetch(app, typed.fetch);
  declare_serve(app, typed);
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    return Reply{std::string(help_of(app)), exit_code::success};
  } catch (const CLI::CallForVersion&) {
    return Reply{"trialsheet " + std::string(version()) + "\n", exit_code::success};
  } catch (const CLI::ParseError& error) {
    return Reply{explanation(app, error), exit_code::usage};
  }
  return task_of(app, typed);
}

}  // namespace trialsheet
