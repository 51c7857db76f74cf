#!/usr/bin/env python3
"""What else would set these words on one page, and what it costs: run.py PROGRAM [RECORDS].

Takes the words of a sheet, has every peer that is installed set them on one page, in turns
with trialsheet, and shows processor time (children included): cold, a program that makes one
page and ends, and warm, what each further page costs. The peers only set given words;
trialsheet also reads the record, words it, chooses what has room, tags and attaches. RECORDS
is a folder of records for its warm pages; without it, those of samples/.
"""
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[2]
FONT = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"
ROUNDS = int(os.environ.get("ROUNDS", "5"))
MORE = int(os.environ.get("PAGES", "20"))      # pages of a warm run beside the first
NODE = os.environ.get("NODE_PATH", "")         # where npm put pdfmake and playwright-core


def built(name, folder, *libraries):
    """A peer in C++, or None where its library or header is missing."""
    flags = list(libraries)
    if libraries and not libraries[0].startswith("-"):
        found = subprocess.run(["pkg-config", "--cflags", "--libs", *libraries],
                               capture_output=True, text=True)
        flags = found.stdout.split()
        if found.returncode != 0:
            return None
    program = pathlib.Path(folder, name)
    made = subprocess.run(["g++", "-O2", "-std=c++17", HERE / f"{name}.cpp", "-o", program,
                           *flags], capture_output=True)
    return [str(program)] if made.returncode == 0 else None


def python(name, module):
    there = subprocess.run(["/usr/bin/python3", "-c", f"import {module}"], capture_output=True)
    return ["/usr/bin/python3", str(HERE / name)] if there.returncode == 0 else None


def node(name, module):
    there = shutil.which("node") and subprocess.run(
        ["node", "-e", f"require('{module}')"], capture_output=True).returncode == 0
    return ["node", str(HERE / name)] if there else None


def peers(folder):
    return {
        "Cairo/Pango": built("pango", folder, "pangocairo"),
        "libharu": built("haru", folder, "-lhpdf"),
        "PoDoFo": built("podofo", folder, "-lpodofo"),
        "ReportLab": python("reportlab_page.py", "reportlab"),
        "WeasyPrint": python("weasyprint_page.py", "weasyprint"),
        "pdfmake": node("pdfmake_page.cjs", "pdfmake"),
        "Chromium": shutil.which("chromium") and node("chromium_page.cjs", "playwright-core"),
    }


def cost(command):
    """Processor time of a command and all its children, in milliseconds."""
    child = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    told = child.stdout.read()
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        raise SystemExit(f"{command[0]} ended with {child.returncode}: {command}")
    if told.startswith(b"cpu "):
        return float(told.split()[1])
    return 1000 * (usage.ru_utime + usage.ru_stime)


def sheet(program, records, folder):
    return [program, "render", "-q", "--date", "none", "-o", folder, *records]


def words_of(program, record, folder):
    cost(sheet(program, [record], folder))
    pdf = next(pathlib.Path(folder).glob("NCT*.pdf"))
    text = subprocess.run(["pdftotext", str(pdf), "-"], capture_output=True, text=True).stdout
    words = pathlib.Path(folder, "words.txt")
    words.write_text("\n".join(line for line in text.replace("\f", "").splitlines() if line))
    return str(words)


def commands(program, records, folder):
    """Of each the command for one page, the one for more, and how many more."""
    words = words_of(program, records[0], folder)
    made = {"trialsheet": (sheet(program, records[:1], folder), sheet(program, records, folder),
                           len(records) - 1)}
    for name, peer in peers(folder).items():
        if peer is None:
            print(f"{name}: not installed")
            continue
        made[name] = tuple([*peer, words, f"{folder}/out.pdf", str(n), FONT]
                           for n in (1, 1 + MORE)) + (MORE,)
    return made


def main():
    os.environ["NODE_PATH"] = NODE
    os.environ.setdefault("CHROMIUM", shutil.which("chromium") or "")
    program = str(pathlib.Path(sys.argv[1]).resolve())
    source = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else ROOT / "samples"
    records = [str(path) for path in sorted(source.glob("NCT*.json"))[:200]]
    with tempfile.TemporaryDirectory() as folder:
        made = commands(program, records, folder)
        cold, warm = {name: [] for name in made}, {name: [] for name in made}
        for _ in range(ROUNDS):
            for name, (one, many, more) in made.items():
                cold[name].append(cost(one))
                warm[name].append((cost(many) - cold[name][-1]) / more)
    ours = [statistics.median(costs["trialsheet"]) for costs in (cold, warm)]
    print(f"{'':<14}{'cold, ms':>10}{'ratio':>8}{'warm, ms':>10}{'ratio':>8}")
    for name in made:
        first, further = statistics.median(cold[name]), statistics.median(warm[name])
        print(f"{name:<14}{first:10.1f}{first / ours[0]:8.1f}{further:10.2f}"
              f"{further / ours[1]:8.1f}")


if __name__ == "__main__":
    main()
