#!/usr/bin/env python3
"""Fails if a source is not as clang-format (.clang-format) would have it.

Only with the version of Debian 12, for the versions do not agree with each other.
"""
import concurrent.futures
import os
import pathlib
import shutil
import subprocess

from tally import Tally

ROOT = pathlib.Path(__file__).resolve().parents[2]
VERSION = "14"


def formatter():
    for name in (f"clang-format-{VERSION}", "clang-format"):
        if path := shutil.which(name):
            version = subprocess.run([path, "--version"], capture_output=True, text=True)
            if f"version {VERSION}." in version.stdout:
                return path
    return None


def complaints_of(program, file):
    run = subprocess.run([program, "--dry-run", "-Werror", file], capture_output=True, text=True)
    wrong = f"{file.relative_to(ROOT)}: run {pathlib.Path(program).name} -i on it"
    return [wrong] if run.returncode != 0 else []


def main():
    tally = Tally()
    program = formatter()
    if program is None:
        tally.skip(f"clang-format {VERSION} is not installed")
        tally.finish()
    files = [*(ROOT / "src").rglob("*.?pp"), *(ROOT / "tests").rglob("*.?pp")]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        found = pool.map(lambda file: complaints_of(program, file), sorted(files))
        tally.add(complaint for complaints in found for complaint in complaints)
    tally.finish()


if __name__ == "__main__":
    main()
