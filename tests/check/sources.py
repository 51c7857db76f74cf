#!/usr/bin/env python3
"""Fails if a source breaks a rule of the house that no compiler knows.

Files are short and open with what they are; headers have no macro but #pragma once; the
library neither prints nor ends the program nor looks at clock, chance or locale (that is for
src/cli); nothing but what was agreed lies in the top folder.
"""
import pathlib
import re
import subprocess

from tally import Tally

ROOT = pathlib.Path(__file__).resolve().parents[2]
MOST_LINES = 400
TOP = {
    "CMakeLists.txt", "LICENSE", "README.md", "fonts", "layouts", "samples", "setup", "src",
    "tests",
}
# What makes a library answer for others, or answer differently the next time.
FORBIDDEN = {
    r"\bstd::(cout|cerr|clog)\b|\b(printf|puts|fputs)\(": "prints",
    r"\b(std::)?(exit|abort|_exit|terminate)\(": "ends the program",
    r"\b(setlocale|std::locale)\b": "asks for a locale",
    r"\bstd::(time|rand)\(|_clock::now\(": "asks the clock or chance",
    r"\bgetenv\(": "asks the environment",
}
TYPE = re.compile(r"^(?:struct|class|enum class) (\w+)\b(?!::)[^;]*\{")
MACRO = re.compile(r"^\s*#\s*define\b")
EXCEPT = {"src/base/file.cpp"}  # chance, for the names of passing files


def tracked_files():
    listed = subprocess.run(["git", "ls-files", "-z", "--cached", "--others",
                             "--exclude-standard"],
                            cwd=ROOT, capture_output=True, text=True)
    if listed.returncode == 0:
        return [ROOT / name for name in listed.stdout.split("\0") if name]
    return [file for file in ROOT.rglob("*")
            if file.is_file() and not file.relative_to(ROOT).parts[0].startswith("build")]


def top_folder(files):
    for name in sorted({file.relative_to(ROOT).parts[0] for file in files}):
        if name not in TOP and not name.startswith("."):
            yield f"{name}: does not belong in the top folder"


def length(name, lines):
    if len(lines) > MOST_LINES:
        yield f"{name}: has {len(lines)} lines; split what is over {MOST_LINES}"


def opening(name, lines):
    if not lines or not lines[0].startswith("//"):
        yield f"{name}:1: the first line says what the file is"
    if name.endswith(".hpp") and "#pragma once" not in lines:
        yield f"{name}: #pragma once is missing"


def macros(name, lines):
    for number, line in enumerate(lines, 1):
        if MACRO.match(line):
            yield f"{name}:{number}: a macro"


def manners(name, lines):
    if name.startswith(("src/cli/", "src/geo/tool/", "src/page/tool/", "src/words/tool/")) or name in EXCEPT:
        return
    for number, line in enumerate(lines, 1):
        code = line.split("//")[0]
        for pattern, what in FORBIDDEN.items():
            if re.search(pattern, code):
                yield f"{name}:{number}: the library {what}"


def one_name_one_type(sources):
    """Two types of one name in one namespace break programs that no compiler complains of."""
    seen = {}
    for name, lines in sources.items():
        for line in lines:
            found = TYPE.match(line) if name.endswith(".hpp") else None
            if found and seen.setdefault(found[1], name) != name:
                yield f"{name}: {found[1]} is also a type of {seen[found[1]]}"


def main():
    files = [file for file in tracked_files() if file.is_file()]
    sources = {file.relative_to(ROOT).as_posix(): file.read_text().splitlines()
               for file in sorted(files) if file.suffix in {".hpp", ".cpp"}}
    ours = {name: lines for name, lines in sources.items() if name.startswith("src/")}
    tally = Tally()
    tally.add(top_folder(files))
    tally.add(one_name_one_type(ours))
    for rule, subjects in ((length, sources), (opening, sources), (macros, ours), (manners, ours)):
        tally.add(complaint for name, lines in subjects.items() for complaint in rule(name, lines))
    tally.finish()


if __name__ == "__main__":
    main()
