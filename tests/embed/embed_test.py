#!/usr/bin/env python3
"""trialsheet as others build it in: embed_test.py BUILD_FOLDER.

Installs the build into a passing folder, and there builds and runs what README.md and
samples/embedding/ show: C++ and C, shared and static, by CMake and by pkg-config, Python, Node.
"""
import concurrent.futures
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests/check")]
from tally import Tally  # noqa: E402

BUILD = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "build").resolve()
CACHE = pathlib.Path(os.environ.get("TRIALSHEET_CACHE", pathlib.Path.home() / ".cache/trialsheet"))
MODULES = CACHE / "embed/node_modules"
SAMPLES = ROOT / "samples"
RECORD = SAMPLES / "NCT05153070.json"
HEADER = ROOT / "src/capi/trialsheet.h"
WARNINGS = ["-Wall", "-Wextra", "-Wpedantic", "-Werror"]


class Failed(Exception):
    pass


def run(*command, **options):
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True,
                          timeout=300, **options)
    if done.returncode != 0:
        raise Failed(f"{' '.join(map(str, command))} ends with {done.returncode}\n"
                     f"{done.stdout[-3000:]}{done.stderr[-3000:]}")
    return done.stdout


class Installed:
    """The installed tree, moved after it was installed: nothing may remember where it was."""

    def __init__(self, scratch):
        self.scratch = scratch
        first = scratch / "first"
        for component in ("library", "development"):
            run("cmake", "--install", BUILD, "--prefix", first, "--component", component)
        self.prefix = scratch / "moved"
        first.rename(self.prefix)
        self.shared = next(self.prefix.rglob("libtrialsheet.so.0"))
        self.lib = self.shared.parent
        self.include = self.prefix / "include"
        self.environment = {**os.environ, "LD_LIBRARY_PATH": str(self.lib),
                            "PKG_CONFIG_PATH": str(self.lib / "pkgconfig"),
                            "TRIALSHEET_LIBRARY": str(self.shared)}
        self.example = scratch / "example.cpp"
        self.example.write_text(readme_block("cpp"))
        self.expected = {}
        for paper, date in (("a4", "none"), ("a4", "2026-07-14")):
            run(BUILD / "trialsheet", "render", RECORD, "--paper", paper, "--date", date, "-q",
                "-o", scratch / "expected.pdf")
            self.expected[date] = (scratch / "expected.pdf").read_bytes()


def readme_block(language):
    blocks = re.findall(rf"^```{language}\n(.*?)^```$", (ROOT / "README.md").read_text(), re.M | re.S)
    if len(blocks) != 1:
        raise Failed(f"README.md: has {len(blocks)} blocks of {language}, not one")
    return blocks[0]


def same(made, expected, what):
    if made != expected:
        yield f"{what}: {len(made)} bytes, which are not those of the command line"


# ---- Headers and symbols ----------------------------------------------------------------


def headers_stand_alone(tree):
    """Each compiles alone, and names none but the standard's and our own."""
    doors = [file.relative_to(tree.include) for file in sorted(tree.include.rglob("*.h*"))]
    for door in doors:
        for quote, name in re.findall(r'^#include ([<"])([^>"]+)', (tree.include / door).read_text(),
                                      re.M):
            if quote == '"' or not ((tree.include / name).exists() or re.fullmatch(r"\w+(\.h)?", name)):
                yield f"{door}: includes {name}"
    source = "".join(f"#include <{door}>\n" for door in doors)
    for order in (source, "".join(reversed(source.splitlines(True)))):
        run("c++", "-std=c++20", *WARNINGS, "-I", tree.include, "-fsyntax-only", "-x", "c++", "-",
            input=order)
    for standard in ("-std=c99", "-std=c17"):
        run("cc", standard, *WARNINGS, "-I", tree.include, "-fsyntax-only", "-x", "c", "-",
            input="#include <trialsheet.h>\n")


def declared_functions():
    """The functions of trialsheet.h, without its comments."""
    text = re.sub(r"/\*.*?\*/", "", HEADER.read_text(), flags=re.S)
    return set(re.findall(r"(\w+)\(", text))


def shows_only_doors(tree):
    """The C functions of the header and no other; of C++ what the doors mark to be seen."""
    c_functions, others = set(), []
    for line in run("nm", "-D", "--defined-only", "--with-symbol-versions", "-C",
                    tree.shared).splitlines():
        kind, name = line.split(maxsplit=2)[1:]
        symbol, _, version = name.rpartition("@@")
        if kind == "A":  # the name of a version
            continue
        if version == "TRIALSHEET_0":
            c_functions.add(symbol)
        else:
            others.append((symbol, version))
    if c_functions != declared_functions():
        yield f"exported and declared differ: {c_functions ^ declared_functions()}"
    if not 8 <= len(c_functions) <= 20:
        yield f"{len(c_functions)} C functions"
    doors = "".join(file.read_text() for file in (tree.include / "trialsheet").rglob("*.hpp"))
    for symbol, version in others:
        name = re.sub(r"(\[abi:cxx11\])?(\(.*)?$", "", symbol).split("::")[-1].lstrip("~")
        if not re.search(r"\btrialsheet::", symbol) or "Impl" in symbol or name not in doors:
            yield f"shows {symbol}, which no door names"
        if not version.startswith("TRIALSHEET_CXX_"):
            yield f"{symbol}: has version {version}"
    if not 10 < len(others) < 60:
        yield f"{len(others)} symbols of C++"


# ---- Programs ---------------------------------------------------------------------------


def sheet_of_example(tree, program, what):
    """README's program reads and writes where it stands."""
    folder = tree.scratch / f"at-{what}"
    folder.mkdir()
    shutil.copy(RECORD, folder)
    run(program, cwd=folder, env=tree.environment)
    yield from same((folder / "NCT05153070.pdf").read_bytes(), tree.expected["none"], what)


def sheet_of_sample(tree, what, *command, **more):
    made = tree.scratch / f"{what}.pdf"
    environment = {**tree.environment, **more}
    run(*command, RECORD, made, env=environment)
    yield from same(made.read_bytes(), tree.expected["2026-07-14"], what)
    broken = subprocess.run([*map(str, command), ROOT / "tests/broken/cut.json", made],
                            capture_output=True, text=True, env=environment)
    if broken.returncode != 65 or "line 3, column 22" not in broken.stderr:
        yield f"{what}: of a broken record says {broken.returncode}: {broken.stderr}"


def built_by_cmake(tree):
    folder = tree.scratch / "consumer"
    run("cmake", "-S", ROOT / "tests/consumer", "-B", folder, "-G", "Ninja",
        f"-DCMAKE_PREFIX_PATH={tree.prefix}", f"-DREADME_EXAMPLE={tree.example}",
        f"-DSAMPLES={SAMPLES}")
    run("cmake", "--build", folder)
    yield from sheet_of_example(tree, folder / "cxx_shared", "cmake-shared")
    yield from sheet_of_example(tree, folder / "cxx_static", "cmake-static")
    yield from sheet_of_sample(tree, "cmake-c", folder / "c_shared")
    if "libtrialsheet" in run("ldd", folder / "cxx_static"):
        yield "the program of the static library loads the shared one"
    said = run(folder / "errors", SAMPLES / "brands/river-valley.json", input=RECORD.read_text(), env=tree.environment)
    if not re.fullmatch(r"[^|]+\|[^|]+\|1\n", said):
        yield f"of a record that is none a backend catches: {said}"


def pkg_config(tree, *wanted):
    return run("pkg-config", *wanted, "trialsheet", env=tree.environment).split()


def built_by_pkg_config(tree):
    flags = pkg_config(tree, "--cflags")
    run("cc", SAMPLES / "embedding/c/sheet.c", *flags, *pkg_config(tree, "--libs"), "-o",
        tree.scratch / "sheet", env=tree.environment)
    yield from sheet_of_sample(tree, "pkg-config-c", tree.scratch / "sheet")
    static = [f"-l:libtrialsheet.a" if word == "-ltrialsheet" else word
              for word in pkg_config(tree, "--libs", "--static")]
    run("c++", "-std=c++20", tree.example, *flags, *static, "-o", tree.scratch / "static",
        env=tree.environment)
    yield from sheet_of_example(tree, tree.scratch / "static", "pkg-config-static")


def python_sample(tree):
    yield from sheet_of_sample(tree, "python", sys.executable, SAMPLES / "embedding/python/sheet.py")


def node_sample(tree):
    folder = tree.scratch / "node"
    folder.mkdir()
    shutil.copy(SAMPLES / "embedding/node/sheet.mjs", folder)
    (folder / "node_modules").symlink_to(MODULES)
    yield from sheet_of_sample(tree, "node", "node", folder / "sheet.mjs")


CHECKS = [headers_stand_alone, shows_only_doors, built_by_cmake, built_by_pkg_config,
          python_sample, node_sample]


def missing(check):
    if check is node_sample and not ((MODULES / "koffi").exists() and shutil.which("node")):
        return "koffi is not installed; tests/embed/setup fetches it"
    return None


def complaints_of(check, tree):
    try:
        return [f"{check.__name__}: {complaint}" for complaint in check(tree)]
    except (Failed, OSError, subprocess.TimeoutExpired) as failure:
        return [f"{check.__name__}: {failure}"]


def main():
    tally = Tally()
    with tempfile.TemporaryDirectory(prefix="trialsheet-embed-") as scratch, \
            concurrent.futures.ThreadPoolExecutor(2) as pool:
        tree = Installed(pathlib.Path(scratch))
        checks = [check for check in CHECKS if not missing(check)]
        for complaints in pool.map(lambda check: complaints_of(check, tree), checks):
            tally.add(complaints)
        for check in CHECKS:
            if reason := missing(check):
                tally.skip(reason)
    tally.finish()


if __name__ == "__main__":
    main()
