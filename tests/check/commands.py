#!/usr/bin/env python3
"""Runs the commands of the documentation and looks at what they leave: commands.py PROGRAM.

Commands are the indented blocks of the README files and the examples of --help, which are also
those of the manual pages. Each document has a folder of its own with the files that it speaks
of (FILES), and its commands are run there in their order, as they stand. The registry is a stub on
127.0.0.1, the printer a file, and port 8080 whichever is free. What begins with a program that is
not named in RUN is not run, and counted as skipped.
"""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import zipfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests/store"), str(ROOT / "src/package")]
import registry_stub  # noqa: E402
from help_text import read_program  # noqa: E402
from tally import Tally  # noqa: E402

PROGRAM = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "build/trialsheet").resolve()
DOCUMENTS = ("README.md", "layouts/README.md", "fonts/README.md", "samples/README.md",
             "samples/brands/README.md",
             "samples/deploy/README.md", "src/words/README.md", "tests/README.md")
RUN = {"trialsheet", "build/trialsheet", "curl", "cp"}
SAMPLE = ROOT / "samples/NCT05153070.json"
STORE = "data/trialsheet/records.db"

# What a command says or leaves, by its beginning; of several the longest counts.
SAYS = {
    "trialsheet layouts check": r"^\S+: good\n$",
    "trialsheet layouts": r"(?m)^standard \(letter, a4\)$",
    "trialsheet brands check": r"^\S+: good\n$",
    "trialsheet languages check": r"^\S+/es: good\n$",
    "trialsheet languages": r"(?m)^en +English$",
    "trialsheet fonts": r"Noto Sans",
    "trialsheet merge": r"^$",
    "trialsheet fonts | grep missing": r"^(.*missing: install .*\n)*$",
    "trialsheet fonts NCT05153070": r"(Every character has a face\.\n|No face: .*\n)$",
    "trialsheet explain": r"(?i)inclusion",
    "trialsheet explain NCT05153070.json --json | jq .counts": r'"total": \d+,\s+"shown": \d+',
    "build/trialsheet --help": r"^trialsheet: one page about a clinical trial",
}
LEAVES = {
    "trialsheet fetch": STORE,
    "curl": "{output}",
    "trialsheet render": "{output}",
    "trialsheet batch": "{output}",
    "trialsheet merge": "{output}",
    "trialsheet bundle": "{output}",
}


# ---- What is written ------------------------------------------------------------------


def command_of(line):
    """Without what is said about it, after two spaces or a #."""
    return re.split(r"\s{2,}(?![^']*'$)|\s+# ", line.strip())[0]


def continued(lines):
    """Lines that end in \\ or | go on in the next."""
    whole = ""
    for line in lines:
        whole = f"{whole} {line}".strip()
        if whole.endswith("\\"):
            whole = whole[:-1].strip()
        elif not whole.endswith("|"):
            yield whole
            whole = ""


def commands_in_markdown(text):
    """Indented by four after an empty line; deeper stands what is said of the command above."""
    lines, in_block, before = [], False, ""
    for line in text.splitlines():
        in_block = line.startswith("    ") and (in_block or before == "")
        goes_on = bool(lines) and lines[-1].endswith(("\\", "|"))
        if in_block and (line[4] != " " or goes_on):
            lines.append(command_of(line))
        before = line.strip()
    return list(continued(lines))


def documents():
    for name in DOCUMENTS:
        if commands := commands_in_markdown((ROOT / name).read_text()):
            yield name, commands
    main, helps = read_program(PROGRAM)
    for helped in (main, *helps.values()):
        commands = list(continued(line for item in helped.examples()
                                  for line in item.term.split("\n")))
        if commands:
            yield f"trialsheet {helped.command} --help".replace("  ", " "), commands


# ---- What it is run with --------------------------------------------------------------


class Registry:
    """The stub, with the sample and anything else that a document asks for."""

    def __enter__(self):
        def known(handler, nct):
            record = SAMPLE.read_text().replace(SAMPLE.stem, nct)
            handler.answer_study(record.encode())
        registry_stub.Registry.missing = known
        self.server = registry_stub.Server()
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()


def script(path, text):
    path.write_text("#!/bin/sh\n" + text)
    path.chmod(0o755)


def lay_out(folder, base):
    """The files that documents speak of, and the program as if it were installed."""
    for name in ("bin", "build", "records", "sheets", "layouts", "data"):
        (folder / name).mkdir()
    for number in ("NCT05153070", "NCT90000001", "NCT90000006"):
        shutil.copy(ROOT / f"samples/{number}.json", folder / "records")
    shutil.copy(SAMPLE, folder)
    shutil.copy(ROOT / "layouts/standard.json", folder / "mine.json")
    shutil.copy(ROOT / "layouts/standard.json", folder / "layouts")
    shutil.copytree(ROOT / "src/words/es", folder / "mywords/es")
    shutil.copytree(ROOT / "samples/brands", folder / "samples/brands")
    shutil.copy(ROOT / "samples/brands/family-practice.json", folder / "clinic.json")
    with zipfile.ZipFile(folder / "ctg-studies.json.zip", "w") as archive:
        archive.write(SAMPLE, SAMPLE.name)
    (folder / "all.ndjson").write_text(json.dumps(json.loads(SAMPLE.read_text())) + "\n")
    for half in ("0/2", "1/2"):
        subprocess.run([PROGRAM, "batch", "-q", folder / "all.ndjson", "-o", folder / "shards",
                        "--shard", half, "--date", "2026-07-14"], check=True)
    subprocess.run([PROGRAM, "fetch", "-q", "--from", SAMPLE, "--store", folder / "records.db"],
                   check=True)
    script(folder / "bin/trialsheet", f"""program={PROGRAM}
case "$*" in
  *--help | *--version) exec "$program" "$@" ;;
  fetch*) exec "$program" "$@" --registry {base} --pause 0 ;;
  serve*--listen*) exec "$program" "$@" --registry {base} ;;
  serve*) exec "$program" "$@" --registry {base} --listen 127.0.0.1:0 ;;
  *--fetch*) exec "$program" "$@" --registry {base} --pause 0 ;;
esac
exec "$program" "$@"
""")
    (folder / "build/trialsheet").symlink_to(folder / "bin/trialsheet")
    script(folder / "bin/lp", "cat > printed.pdf\n")


class Document:
    def __init__(self, name, commands, base):
        self.name, self.commands, self.base = name, commands, base
        self.services, self.address, self.skipped = [], "127.0.0.1:8080", set()

    def complaints(self):
        with tempfile.TemporaryDirectory(prefix="trialsheet-commands-") as scratch:
            self.folder = pathlib.Path(scratch)
            lay_out(self.folder, self.base)
            try:
                for command in self.commands:
                    yield from self.complaints_about(command)
            finally:
                for service in self.services:
                    service.terminate()
                    service.communicate(timeout=60)

    def environment(self):
        return {**os.environ, "PATH": f"{self.folder}/bin:{os.environ['PATH']}",
                "XDG_DATA_HOME": str(self.folder / "data"), "SOURCE_DATE_EPOCH": "1784000000"}

    def as_run(self, command):
        command = command.replace("https://clinicaltrials.gov/api/v2", self.base)
        command = command.replace("/run/trialsheet.sock", str(self.folder / "trialsheet.sock"))
        return command.replace("127.0.0.1:8080", self.address)

    def complaints_about(self, command):
        programs = {part.split()[0] for part in re.split(r"\s(?:\||&&)\s", command)}
        missing = {program for program in programs - {"lp"}
                   if "/" not in program and program != "trialsheet" and not shutil.which(program)}
        if command.split()[0] not in RUN or missing:
            self.skipped.add((sorted(missing) or command.split())[0])
        elif command.startswith("trialsheet serve"):
            yield from self.begin(command)
        else:
            yield from self.finish(command)

    def begin(self, command):
        service = subprocess.Popen(["sh", "-c", f"exec {self.as_run(command)}"], cwd=self.folder,
                                   env=self.environment(), text=True,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        self.services.append(service)
        said = service.stderr.readline()
        if not (found := re.search(r"listening at (\S+)", said)):
            yield f"{self.name}: {command}: says {said!r}"
        elif not found[1].startswith("unix:"):
            self.address = found[1]

    def finish(self, command):
        run = subprocess.run(["sh", "-c", self.as_run(command)], cwd=self.folder,
                             env=self.environment(), capture_output=True, text=True,
                             stdin=subprocess.DEVNULL, timeout=60)
        # grep that finds nothing is no failure of ours.
        if run.returncode != 0 and not command.endswith("grep missing"):
            yield f"{self.name}: {command}: ends with {run.returncode}: {run.stderr}"
            return
        if trouble := [line for line in run.stderr.splitlines() if "trialsheet: " in line
                       and not re.search(r"wrote|record|: (shortened|replaced)", line)]:
            yield f"{self.name}: {command}: says {trouble}"
        if (pattern := looked_up(SAYS, command)) and not re.search(pattern, run.stdout):
            yield f"{self.name}: {command}: says {run.stdout[:300]!r}, not {pattern}"
        if (path := looked_up(LEAVES, command)) and not self.has(path, command):
            yield f"{self.name}: {command}: does not leave {path}"

    def has(self, path, command):
        """The file that is named, or that -o names, or of the trial's number; if PDF, a whole one."""
        if path == "{output}":
            named = re.findall(r"-o (\S+)", command)
            path = named[-1] if named else "NCT05153070.pdf"
            path = "printed.pdf" if path == "-" else path
        file = self.folder / path
        file = next(file.rglob("*.*"), file) if file.is_dir() else file
        if not file.is_file():
            return False
        content = file.read_bytes()
        file.unlink() if file.suffix == ".pdf" else None
        return file.suffix != ".pdf" or (content[:5] == b"%PDF-" and b"%%EOF" in content[-8:])


def looked_up(table, command):
    fitting = [beginning for beginning in table if command.startswith(beginning)]
    return table[max(fitting, key=len)] if fitting else None


def main():
    tally = Tally()
    with Registry() as registry:
        for name, commands in documents():
            document = Document(name, commands, registry.server.base)
            tally.add(document.complaints())
            for program in sorted(document.skipped):
                tally.skip(f"{name}: commands that need {program}")
    tally.finish()


if __name__ == "__main__":
    main()
