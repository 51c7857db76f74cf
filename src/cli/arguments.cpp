// Reads the arguments with CLI11, which no other source sees.

#include "cli/arguments.hpp"

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <optional>
#include <string>

#include "base/exit_code.hpp"
#include "base/version.hpp"
#include "cli/help.hpp"
#include "cli/today.hpp"
#include "cli/validators.hpp"

namespace trialsheet {

namespace {

/// The options as CLI11 fills them in.
struct Typed {
  RenderCommand render;
  BundleCommand bundle;
  ExplainCommand explain;
  LayoutsCommand layouts;
  BrandsCommand brands;
  FontsCommand fonts;
  LanguagesCommand languages;
  FetchCommand fetch;
  ServeCommand serve;
  BatchCommand batch;
  MergeCommand merge;
  std::string words;
  std::string brand;
  std::vector<std::string> font_folders;
  std::string date;
  std::string format = "pdf";
  bool no_attach = false;
  bool large_print = false;
  bool all_notes = false;
  bool quiet = false;
};

constexpr const char* commands =
    "render, bundle, batch, merge, fetch, serve, explain, layouts, brands, "
    "languages or fonts";

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

/// The same with what a clinic puts around it.
void declare_branded_page(CLI::App& command, RenderOptions& options, Typed& typed) {
  declare_page(command, options, typed);
  command.add_option("--brand", typed.brand)->check(not_empty());
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
  serve->add_option("--brand", command.brand)->check(not_empty());
  declare_fonts(*serve, typed);
  declare_source(*serve, command.source);
}

void declare_render(CLI::App& app, Typed& typed) {
  auto* render = app.add_subcommand("render");
  auto& command = typed.render;
  render->add_option("RECORD", command.records)->required()->check(not_empty());
  render->add_option("-o,--output", command.output)->check(not_empty());
  render->add_option("--as", typed.format)->check(CLI::IsMember({"pdf", "fhir"}));
  declare_branded_page(*render, command.options, typed);
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
  declare_branded_page(*batch, command.options, typed);
  batch->add_flag("--no-attach", typed.no_attach);
  batch->add_option("--store", command.source.store)->check(not_empty());
  batch->add_flag("-q,--quiet", command.quiet);

  auto* merge = app.add_subcommand("merge");
  merge->add_option("DIR", typed.merge.folder)->required()->check(not_empty());
  merge->add_option("-o,--output", typed.merge.output)->check(not_empty());
  merge->add_option("--report", typed.merge.report)->check(not_empty());
  merge->add_flag("-q,--quiet", typed.merge.quiet);
}

void declare_bundle(CLI::App& app, Typed& typed) {
  auto* bundle = app.add_subcommand("bundle");
  auto& command = typed.bundle;
  bundle->add_option("RECORD", command.records)->required()->check(not_empty());
  bundle->add_option("-o,--output", command.output)->required()->check(not_empty());
  bundle->add_flag("--duplex", command.bundle.duplex);
  bundle->add_flag("--keep-going", command.keep_going);
  declare_branded_page(*bundle, command.options, typed);
  bundle->add_flag("--large-print", typed.large_print)
      ->excludes(bundle->get_option("--layout"));
  declare_record_source(*bundle, command.source);
  bundle->add_flag("--no-attach", typed.no_attach);
  auto* notes = bundle->add_flag("--notes", typed.all_notes);
  bundle->add_flag("-q,--quiet", typed.quiet)->excludes(notes);
}

void declare_others(CLI::App& app, Typed& typed) {
  auto* explain = app.add_subcommand("explain");
  explain->add_option("RECORD", typed.explain.record)->required()->check(not_empty());
  explain->add_flag("--json", typed.explain.json);
  declare_branded_page(*explain, typed.explain.options, typed);
  declare_record_source(*explain, typed.explain.source);

  auto* check = app.add_subcommand("layouts")->add_subcommand("check");
  check->add_option("FILE", typed.layouts.file)->required()->check(not_empty());

  auto* brands = app.add_subcommand("brands");
  brands->require_subcommand(1);
  brands->add_subcommand("check")
      ->add_option("FILE", typed.brands.file)
      ->required()
      ->check(not_empty());

  auto* languages = app.add_subcommand("languages");
  languages->add_option("--words", typed.words)->check(not_empty());
  languages->add_subcommand("check")
      ->add_option("DIR", typed.languages.words)
      ->required()
      ->check(not_empty());

  auto* fonts = app.add_subcommand("fonts");
  fonts->add_option("RECORD", typed.fonts.record)->check(not_empty());
  declare_branded_page(*fonts, typed.fonts.options, typed);
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
  const auto given = app.get_subcommands();
  return given.empty() ? help : help_of_command(given.front()->get_name());
}

/// Of the command that was given.
BrandArguments brand_of(const CLI::App& app, const Typed& typed) {
  const auto& command = *app.get_subcommands().front();
  return {typed.brand, command.count("--paper") > 0, command.count("--layout") > 0,
          command.count("--lang") > 0,
          command.count("--near") > 0 || command.count("--country") > 0};
}

ShownNotes notes_of(const Typed& typed) {
  return typed.quiet       ? ShownNotes::none
         : typed.all_notes ? ShownNotes::all
                           : ShownNotes::important;
}

RenderCommand render_command(const CLI::App& app, const Typed& typed) {
  auto command = typed.render;
  command.brand = brand_of(app, typed);
  command.options.date = chosen_date(typed.date);
  command.options.attach = !typed.no_attach;
  command.format = typed.format == "fhir" ? Format::fhir : Format::pdf;
  command.words = typed.words;
  command.font_folders = typed.font_folders;
  command.notes = notes_of(typed);
  return command;
}

BundleCommand bundle_command(const CLI::App& app, const Typed& typed) {
  auto command = typed.bundle;
  command.brand = brand_of(app, typed);
  if (typed.large_print) {
    command.options.layout = "large-print";
    command.brand.layout = true;
  }
  command.options.date = chosen_date(typed.date);
  command.options.attach = !typed.no_attach;
  command.words = typed.words;
  command.font_folders = typed.font_folders;
  command.notes = notes_of(typed);
  return command;
}

Task batch_task(const CLI::App& app, const Typed& typed) {
  auto command = typed.batch;
  command.brand = brand_of(app, typed);
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
    return render_command(app, typed);
  }
  if (app.got_subcommand("batch")) {
    return batch_task(app, typed);
  }
  if (app.got_subcommand("merge")) {
    return typed.merge;
  }
  if (app.got_subcommand("bundle")) {
    return bundle_command(app, typed);
  }
  if (app.got_subcommand("layouts")) {
    return typed.layouts;
  }
  if (app.got_subcommand("brands")) {
    return typed.brands;
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
    typed.explain.brand = brand_of(app, typed);
    typed.explain.words = typed.words;
    typed.explain.font_folders = typed.font_folders;
    return typed.explain;
  }
  typed.fonts.options.date = chosen_date(typed.date);
  typed.fonts.brand = brand_of(app, typed);
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
  app.add_option("--brand", command.brands)->expected(1)->take_all()->check(not_empty());
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
  // Who wants one sheet need not wait for the options of all other commands.
  if (argc < 2 || std::string_view(argv[1]) != "render") {
    declare_batch(app, typed);
    declare_bundle(app, typed);
    declare_others(app, typed);
    declare_fetch(app, typed.fetch);
    declare_serve(app, typed);
  }
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
