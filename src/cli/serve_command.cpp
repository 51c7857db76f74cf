// serve: the service at an address, until a signal comes.

#include <malloc.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string>
#include <thread>

#include "base/exit_code.hpp"
#include "brand_file.hpp"
#include "cli/commands.hpp"
#include "cli/handed_socket.hpp"
#include "cli/own_brand.hpp"
#include "cli/sources.hpp"
#include "cli/terminal.hpp"
#include "cli/today.hpp"
#include "request/options.hpp"
#include "request/own_languages.hpp"
#include "service/http.hpp"
#include "service/service.hpp"

namespace trialsheet {

namespace {

/// Each connection takes a descriptor; most systems allow 1024 until one asks for more.
void allow_descriptors(int connections) {
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) {
    return;
  }
  const auto wanted = static_cast<rlim_t>(connections) + 64;
  limit.rlim_cur = std::max(limit.rlim_cur, std::min(wanted, limit.rlim_max));
  ::setrlimit(RLIMIT_NOFILE, &limit);
}

/// glibc gives each thread memory of its own and keeps it, though only the workers and
/// the server are ever busy at the same time.
void limit_memory(int workers) {
  mallopt(M_ARENA_MAX, workers + 1);
}

int workers_of(const ServeCommand& command) {
  const auto processors = static_cast<int>(std::thread::hardware_concurrency());
  return command.workers > 0 ? command.workers : std::max(1, processors);
}

/// The store, if there is one: the file that was named must be there or be made, the one
/// in the user's data folder may be missing.
std::optional<Store> open_store(const ServeCommand& command) {
  std::error_code error;
  if (command.source.fetch) {
    return open_own_store(command.source);
  }
  if (command.source.store.empty() &&
      !std::filesystem::exists(store_path(command.source), error)) {
    return std::nullopt;
  }
  return Store(store_path(command.source), Store::Access::read);
}

/// A line of the log in one piece. One that cannot be written is lost, not the answer.
void write_log(const AccessEntry& entry, Clock& clock) {
  const auto line = log_line(entry, clock.now());
  if (::write(STDOUT_FILENO, line.data(), line.size()) < 0) {
    return;
  }
}

ServiceOptions service_options(const ServeCommand& command) {
  ServiceOptions options;
  const char* epoch = std::getenv("SOURCE_DATE_EPOCH");
  today(epoch);  // a broken one is told now
  options.today = [epoch] { return today(epoch); };
  options.upstream = command.source.fetch;
  options.workers = workers_of(command);
  options.most_body = command.max_body << 20;
  if (!command.brand.empty()) {
    options.brand = read_brand_file(command.brand);
    options.presets = presets_of(*options.brand);
  }
  return options;
}

void choose_address(ServerOptions& options, const std::string& listen) {
  options.descriptor = handed_socket();
  if (options.descriptor && !listen.empty()) {
    throw Error(Fault::request, "--listen",
                "systemd hands over a socket; leave --listen out, or disable "
                "trialsheet.socket");
  }
  options.listen = listen.empty() ? ServeCommand::at_home : listen;
}

}  // namespace

int run(const ServeCommand& command) {
  SystemClock clock;
  auto store = open_store(command);
  std::optional<Registry> registry;
  if (command.source.fetch) {
    registry.emplace(open_registry(command.source, clock));
  }
  Records records(store ? &*store : nullptr, registry ? &*registry : nullptr, clock);

  const auto options = service_options(command);
  limit_memory(options.workers);
  const Engine engine(engine_options(command.words, command.font_folders));
  read_options(options.presets, choices_of(engine), {});  // broken ones are told now
  Service service(engine, &records, clock, options);
  allow_descriptors(command.max_connections);
  ServerOptions server_options;
  choose_address(server_options, command.listen);
  server_options.threads = Sheets::threads(options.workers);
  server_options.signals = {SIGINT, SIGTERM};
  server_options.most_connections = command.max_connections;
  HttpServer server(service, clock, server_options,
                    [&clock](const AccessEntry& entry) { write_log(entry, clock); });
  say("trialsheet: listening at " + server.address());
  server.run();
  return exit_code::success;
}

}  // namespace trialsheet
