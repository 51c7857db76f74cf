#!/usr/bin/env python3
"""Runs the steps of tests/run one after the other and adds up what they say.

A step is a command that ends in the line "N passed, N failed, N skipped" (tally.py), or a
Catch2 program. One that ends without saying so has failed.
"""
import argparse
import concurrent.futures
import os
import pathlib
import re
import shutil
import subprocess
import sys
import threading
import time

from tally import Tally, read

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUILD = ROOT / "build"
SANITIZED = ROOT / "build-asan"
THREADS = ROOT / "build-tsan"
CLANG = ROOT / "build-clang"
# Real records are not part of this repository; some tests take them where they are.
RECORDS = os.environ.get("TRIALSHEET_RECORDS", ROOT.parent / "shared" / "records")
JOBS = str(max(2, os.cpu_count() or 2))
# For a second build of the same sources. Not strict: GCC's manual says that with sanitizers
# its warnings may be false.
ONCE = ("-DTRIALSHEET_STRICT=OFF", "-DTRIALSHEET_PRECOMPILE=ON")
SANITIZER_SETTINGS = {
    "TRIALSHEET_SANITIZED": "1",
    "ASAN_OPTIONS": "detect_stack_use_after_return=1:strict_string_checks=1",
    "UBSAN_OPTIONS": "print_stacktrace=1",
}


def records():
    return {"TRIALSHEET_RECORDS": str(RECORDS)} if os.path.isdir(RECORDS) else {}


def run(command, **environment):
    """Runs a command in the root, shows its output, and returns it with the exit code."""
    process = subprocess.Popen(command, cwd=ROOT, text=True, errors="replace",
                               env={**os.environ, **environment, **records()},
                               stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    is_alone = threading.current_thread() is threading.main_thread()
    lines = []
    for line in process.stdout:
        lines.append(line)
        if is_alone:
            print(line, end="", flush=True)
    output = "".join(lines)
    if not is_alone:  # in one piece, for others print too
        print(output, end="", flush=True)
    return process.wait(), output


def check(script, *arguments, **environment):
    code, output = run([sys.executable, str(ROOT / "tests" / script), *map(str, arguments)],
                       **environment)
    tally = read(output)
    return tally if tally and bool(tally.failed) == bool(code) else Tally(failed=1)


def build(folder, *options):
    """Configures and builds everything; True if that went well."""
    configure = ["cmake", "-S", ".", "-B", str(folder), "-G", "Ninja", "--log-level=WARNING",
                 "-DTRIALSHEET_TESTS=ON", *options]
    compile_all = ["cmake", "--build", str(folder), "--parallel", JOBS]
    return all(run(command)[0] == 0 for command in (configure, compile_all))


def catch2_tally(output):
    """From "All tests passed (9 assertions in 3 test cases)" or "test cases: 3 | 1 failed"."""
    if found := re.search(r"^All tests passed \(.* in (\d+) test cases?\)", output, re.M):
        return Tally(passed=int(found[1]))
    if re.search(r"^No tests ran", output, re.M):
        return Tally()
    if found := re.search(r"^test cases:.*$", output, re.M):
        counts = {what: int(n) for n, what in re.findall(r"(\d+) (passed|failed|skipped)", found[0])}
        return Tally(**counts)
    return Tally(failed=1)


def units_of(folder, *filters, **environment):
    program = str(folder / "tests" / "trialsheet_tests")
    code, output = run([program, *filters], **environment)
    tally = catch2_tally(output)
    left_out = "Invalid Filter" in output  # names that were not understood, so not run
    if left_out or (code != 0 and not tally.failed):  # or it crashed after its last word
        tally.failed = 1
    return tally


def halves(program, *filters):
    """Two lists of arguments that share the tests out. Catch2 3 can do that; 2 reads names."""
    if "--shard-count" in subprocess.run([program, "--help"], capture_output=True,
                                         text=True).stdout:
        return [[*filters, "--shard-count", "2", "--shard-index", str(i)] for i in range(2)]
    names = subprocess.run([program, *filters, "--list-test-names-only"], capture_output=True,
                           text=True).stdout.splitlines()
    arguments = []
    for i in range(2):
        file = pathlib.Path(f"{program}.{i}.txt")
        # A comma or a bracket would end the name.
        file.write_text("".join(re.sub(r"([][,\\])", r"\\\1", name) + "\n" for name in names[i::2]))
        arguments.append(["--input-file", str(file)])
    return arguments


def halves_of_units(folder, pool, *filters, **environment):
    """The unit tests as two jobs of `pool`."""
    program = str(folder / "tests" / "trialsheet_tests")
    return [pool.submit(units_of, folder, *half, **environment)
            for half in halves(program, *filters)]


def total_of(jobs):
    tally = Tally()
    for job in jobs:
        tally += job.result()
    return tally


def unit_tests(options):
    if not build(BUILD, "-DCMAKE_BUILD_TYPE=Release"):
        return Tally(failed=1)
    settings = {"TRIALSHEET_BLESS": options.bless, "TRIALSHEET_ALL": options.all}
    settings = {name: "1" for name, is_set in settings.items() if is_set}
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        return total_of(halves_of_units(BUILD, pool, **settings))


def embedding_tests(options):
    tally = check("embed/embed_test.py", BUILD)
    tally += check("embed/stdio_test.py", BUILD / "trialsheet")
    tally += check("embed/fhir_test.py", BUILD / "trialsheet")
    return tally


def stress_of(folder, calls, **environment):
    """The C interface from four threads; a leak or a wrong byte fails it."""
    records = [ROOT / "samples/NCT05153070.json", ROOT / "samples/NCT90000001.json"]
    code, _ = run([str(folder / "tests/trialsheet_stress"), str(calls), "4", *map(str, records)],
                  **environment)
    return Tally(failed=1) if code else Tally(passed=1)


def clang_tests(options):
    """The other compiler."""
    if not shutil.which("clang++"):
        print("skipped: clang is not installed")
        return Tally(skipped=1)
    if not build(CLANG, "-DCMAKE_BUILD_TYPE=Release", "-DCMAKE_C_COMPILER=clang",
                 "-DCMAKE_CXX_COMPILER=clang++"):
        return Tally(failed=1)
    return units_of(CLANG)


def sanitized_tests(options):
    if not build(SANITIZED, "-DCMAKE_BUILD_TYPE=Debug", "-DCMAKE_CXX_FLAGS_DEBUG=-O1",
                 "-DTRIALSHEET_SANITIZE=ON", *ONCE):
        return Tally(failed=1)
    # Two at a time: the longest first.
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        # [long] goes the same ways again and again; sanitized it takes minutes.
        filters = [] if options.all else ["~[long]"]
        jobs = sanitized_programs(SANITIZED, pool, options)
        jobs += halves_of_units(SANITIZED, pool, *filters, **SANITIZER_SETTINGS)
        tally = total_of(jobs)
    calls = 10_000 if options.all else 96
    tally += stress_of(SANITIZED, calls, **SANITIZER_SETTINGS)
    return tally


def readme(_):
    tally = check("check/readme.py")
    tally += check("check/commands.py", BUILD / "trialsheet")
    return tally


def thread_tests(options):
    """Data races: the unit tests that start threads, and the service."""
    if not build(THREADS, "-DCMAKE_BUILD_TYPE=Debug", "-DCMAKE_CXX_FLAGS_DEBUG=-O1",
                 "-DTRIALSHEET_THREAD_SANITIZE=ON", *ONCE):
        return Tally(failed=1)
    suppressions = ROOT / "tests/check/tsan.supp"
    settings = {"TSAN_OPTIONS": f"halt_on_error=1:suppressions={suppressions}",
                "TRIALSHEET_SANITIZED": "1"}
    tally = units_of(THREADS, "[threads]", **settings)
    for script, *arguments in (("service/service_test.py",), ("service/storm.py", 20_000)):
        tally += check(script, THREADS / "trialsheet", *arguments, **settings)
    return tally


def sanitized_programs(folder, pool, options):
    """The tests of the whole programs as jobs of `pool`."""
    program = folder / "trialsheet"
    scripts = (("cli/cli_test.py",), ("service/service_test.py",),
               ("service/storm.py", 1_000_000 if options.all else 3000))
    return [pool.submit(check, script, program, *arguments, **SANITIZER_SETTINGS)
            for script, *arguments in scripts]


STEPS = {
    "format": lambda options: check("check/format.py"),
    "includes": lambda options: check("check/includes.py"),
    "sources": lambda options: check("check/sources.py"),
    "units": unit_tests,
    "headers": lambda options: check("check/headers.py", BUILD),
    "cli": lambda options: check("cli/cli_test.py", BUILD / "trialsheet"),
    "readme": readme,
    "batch": lambda options: check("batch/batch_test.py", BUILD / "trialsheet",
                                   *(["--all"] if options.all else [])),
    "machines": lambda options: check("batch/machines_test.py", BUILD / "trialsheet",
                                      *(["--all"] if options.all else [])),
    "service": lambda options: check("service/service_test.py", BUILD / "trialsheet"),
    "web": lambda options: check("web/web_test.py", BUILD / "trialsheet"),
    "package": lambda options: check("package/package_test.py", BUILD / "trialsheet",
                                     *(["--all"] if options.all else [])),
    "embed": embedding_tests,
    "judges": lambda options: check("judges/judge.py", *(["--all"] if options.all else [])),
    "sanitized": sanitized_tests,
    "threads": thread_tests,
    "clang": clang_tests,
}
# These use one processor or wait: two of them run at a time.
SMALL_STEPS = {"headers", "cli", "readme", "batch", "machines", "service", "web"}
# A third build of everything: with --all, or by name.
LONG_STEPS = {"threads", "clang"}


def parse_arguments():
    parser = argparse.ArgumentParser(prog="tests/run", description="Builds and runs all tests.")
    parser.add_argument("steps", nargs="*", metavar="NAME", help=", ".join(STEPS))
    parser.add_argument("--all", action="store_true", help="judge every record")
    parser.add_argument("--bless", action="store_true", help="write the goldens anew")
    options = parser.parse_args()
    for name in options.steps:
        if name not in STEPS:
            parser.error(f"no step is called {name}; there are {', '.join(STEPS)}")
    if options.bless:
        options.steps = ["units"]
    # Everything that runs a program needs it built.
    needs_build = {"headers", "cli", "batch", "machines", "readme", "service", "web", "package",
                   "embed", "judges"}
    if needs_build & set(options.steps) and "units" not in options.steps:
        options.steps.insert(0, "units")
    return options


def timed(name, options):
    print(f"== {name}", flush=True)
    start = time.monotonic()
    tally = STEPS[name](options)
    return f"{name:10} {time.monotonic() - start:5.0f} s   {tally}", tally


def main():
    options = parse_arguments()
    names = options.steps or [name for name in STEPS if options.all or name not in LONG_STEPS]
    names = [name for name in STEPS if name in names]
    total = Tally()
    summary = []
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        small = []
        for name in names:
            if name in SMALL_STEPS:
                small.append(pool.submit(timed, name, options))
                continue
            done = [job.result() for job in small] + [timed(name, options)]
            small = []
            summary += done
        summary += [job.result() for job in small]
    for _, tally in summary:
        total += tally
    print("==", *(line for line, _ in summary), sep="\n")
    total.finish()


if __name__ == "__main__":
    main()
