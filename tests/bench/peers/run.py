#!/usr/bin/env python3
"""What else would make a sheet's page, and what it costs: run.py PROGRAM [RECORDS].

Takes a sheet's page (page_of.py), has every peer that is installed make it, in turns with
trialsheet, and shows processor time (children included): cold, a program that makes one page
and ends, and warm, what each further page costs. The peers break given paragraphs into lines
of given width at given places; trialsheet also reads the record, words it, chooses what has
room, makes the QR code, tags and attaches. RECORDS is a folder of records for its warm pages;
without it, those of samples/. The page is that of the record whose sheet has the median
number of words.
"""
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile

from page_of import html_of, page_of

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[2]
FONTS = [f"/usr/share/fonts/truetype/noto/NotoSans-{weight}.ttf" for weight in ("Regular", "Bold")]
ROUNDS = int(os.environ.get("ROUNDS", "5"))
MORE = int(os.environ.get("PAGES", "20"))      # pages of a warm run beside the first
NODE = os.environ.get("NODE_PATH", "")         # where npm put the peers of node


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
    pango = built("pango", folder, "pangocairo")
    return {
        "Cairo/Pango": pango,
        "  tagged": pango and ["env", "TAGGED=1", *pango],
        "libharu": built("haru", folder, "-lhpdf"),
        "PoDoFo": built("podofo", folder, "-lpodofo"),
        "ReportLab": python("reportlab_page.py", "reportlab"),
        "WeasyPrint": python("weasyprint_page.py", "weasyprint"),
        "pdfmake": node("pdfmake_page.cjs", "pdfmake"),
        "Typst": node("typst_page.mjs", "@myriaddreamin/typst-ts-node-compiler"),
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


def median_page(program, records, folder):
    """Files of the page, as rows and as HTML."""
    cost(sheet(program, records, folder))
    pages = [page_of(pdf) for pdf in sorted(pathlib.Path(folder).glob("NCT*.pdf"))]
    page = sorted(pages, key=lambda page: len(page.split()))[len(pages) // 2]
    words = sum(len(row.split("\t")[-1].split()) for row in page.splitlines() if row[0] == "T")
    print(f"The page has {words} words.")
    rows, document = pathlib.Path(folder, "page.tsv"), pathlib.Path(folder, "page.html")
    rows.write_text(page)
    document.write_text(html_of(rows))
    return str(rows), str(document)


def commands(program, records, folder):
    """Of each the command for one page, the one for more, and how many more."""
    rows, document = median_page(program, records, folder)
    made = {"trialsheet": (sheet(program, records[:1], folder), sheet(program, records, folder),
                           len(records) - 1)}
    for name, peer in peers(folder).items():
        if peer is None:
            print(f"{name}: not installed")
            continue
        page = document if name == "Chromium" else rows
        made[name] = tuple([*peer, page, f"{folder}/out.pdf", str(n), *FONTS]
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
