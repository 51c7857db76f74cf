#!/usr/bin/env python3
"""Fails if a command in README.md does not do what it says.

The README holds two commands: the first leaves a sheet, the second is what .ci/run runs.
"""
import pathlib
import re
import subprocess

from tally import Tally

ROOT = pathlib.Path(__file__).resolve().parents[2]
SHEET = ROOT / "NCT05153070.pdf"
BLOCK = re.compile(r"^```sh\n(.*?)^```$", re.M | re.S)


def leaves_a_sheet(command):
    SHEET.unlink(missing_ok=True)
    run = subprocess.run(["sh", "-ec", command], cwd=ROOT, capture_output=True, text=True)
    if run.returncode != 0:
        yield f"README.md: the first command fails: {run.stderr}"
    elif not SHEET.exists() or not SHEET.read_bytes().startswith(b"%PDF-"):
        yield f"README.md: the first command leaves no {SHEET.name}"
    SHEET.unlink(missing_ok=True)


def is_what_ci_runs(command):
    if command.strip() != "tests/run":
        yield "README.md: the second command is not tests/run"
    if not (ROOT / ".ci/run").read_text().rstrip().endswith('tests/run" "$@"'):
        yield ".ci/run: does not run the second command of README.md"


def has_what_it_shows(text):
    for target in re.findall(r"\]\(([^)#:]+)\)", text):
        if not (ROOT / target).exists():
            yield f"README.md: {target} is not there"


def main():
    text = (ROOT / "README.md").read_text()
    commands = BLOCK.findall(text)
    tally = Tally()
    if len(commands) != 2:
        tally.add([f"README.md: has {len(commands)} commands, not two"])
        tally.finish()
    tally.add(leaves_a_sheet(commands[0]))
    tally.add(is_what_ci_runs(commands[1]))
    tally.add(has_what_it_shows(text))
    tally.finish()


if __name__ == "__main__":
    main()
