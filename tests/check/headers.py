#!/usr/bin/env python3
"""Fails if a header of src/ does not compile alone: headers.py BUILD_FOLDER.

A header that its own source includes first was compiled alone by the build. The others are
compiled here, with the compiler and the options of that build's compile_commands.json.
"""
import concurrent.futures
import json
import os
import pathlib
import re
import shlex
import subprocess
import sys

from tally import Tally

ROOT = pathlib.Path(__file__).resolve().parents[2]


def options(build):
    """How the first source of the library is compiled, without its input and output."""
    commands = json.loads((build / "compile_commands.json").read_text())
    command = next(c for c in commands if c["file"].endswith("src/base/embedded.cpp"))
    words = shlex.split(command["command"])
    return words[: words.index("-o")]


def is_first_of_its_source(header):
    source = header.with_suffix(".cpp")
    if not source.exists():
        return False
    first = re.search(r"^#include (.*)$", source.read_text(), re.M)
    return bool(first) and first[1] == f'"{header.relative_to(ROOT / "src").as_posix()}"'


def compile_alone(compiler, header):
    source = f'#include "{header.relative_to(ROOT / "src").as_posix()}"\n'
    run = subprocess.run([*compiler, "-fsyntax-only", "-x", "c++", "-"], input=source,
                         capture_output=True, text=True)
    if run.returncode != 0:
        yield f"{header.relative_to(ROOT)}: does not compile alone\n{run.stderr}"


def main():
    compiler = options(pathlib.Path(sys.argv[1]).resolve())
    headers = [header for header in sorted((ROOT / "src").rglob("*.hpp"))
               if not is_first_of_its_source(header)]
    tally = Tally()
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        found = pool.map(lambda header: list(compile_alone(compiler, header)), headers)
        tally.add(complaint for complaints in found for complaint in complaints)
    tally.finish()


if __name__ == "__main__":
    main()
