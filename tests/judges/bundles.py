"""What is asked of a bundle: bookmarks, labels, links, tags, size and memory."""
import json
import pathlib
import re
import sys

import sheets

MOST_BYTES = 128 << 20
# What poppler puts around text that runs the other way.
DIRECTIONS = "\u202a\u202b\u202c"
FONTS = 150_000  # of one set, far more than any needs


def made(program, records, pdf, *options):
    """Bytes of memory at the peak."""
    done = sheets.run(sys.executable, "-S", "-c", sheets.MEASURE, program, "bundle", *records,
                      "-o", pdf, "--date", sheets.PRINTED, "--quiet", *options)
    if done.returncode != 0:
        raise RuntimeError(done.stderr.decode(errors="replace"))
    return int(float(done.stdout.split()[1]) * 1024)


def number_of(record):
    study = json.loads(record.read_bytes().decode("utf-8-sig"))
    study = study["studies"][0] if "studies" in study else study
    return study["protocolSection"]["identificationModule"]["nctId"]


def outline_of(pdf):
    """Bookmarks with their pages from 1, and the page labels, as qpdf has them."""
    told = json.loads(sheets.output_of("qpdf", "--json=1", "--json-key=outlines",
                                       "--json-key=pagelabels", pdf))
    bookmarks = [(item["title"], item["destpageposfrom1"]) for item in told["outlines"]]
    labels = {item["index"]: item["label"] for item in told["pagelabels"]}
    return bookmarks, labels


def judge_outline(pdf, numbers, pages):
    bookmarks, labels = outline_of(pdf)
    first = min(index for index, label in labels.items() if label.get("/S") == "/D")
    if labels.get(0, {}).get("/S") != "/r" or len(labels) != 2:
        yield f"the pages are labelled {labels}"
    if [title.split()[0] for title, _ in bookmarks[1:]] != numbers:
        yield f"the bookmarks are {[title for title, _ in bookmarks]}"
    places = [page for _, page in bookmarks]
    if places[0] != 1 or places[1:] != sorted(set(places[1:])) or places[1] != first + 1:
        yield f"the bookmarks lead to {places}"
    for number, (_, page) in zip(numbers, bookmarks[1:]):
        if number not in pages[page - 1]:
            yield f"the bookmark of {number} leads to page {page}, which has not its number"
        printed = pages[page - 1].split()[-1].strip(DIRECTIONS)
        if str(page - first) != printed:
            yield f"page {page} is printed as {printed}"


def judge_table(pdf, numbers):
    tags = re.findall(r"^ *(\w+)", sheets.output_of("pdfinfo", "-struct", pdf), re.M)
    if tags.count("Table") < 1 or tags.count("TR") < len(numbers):
        yield f"there are {tags.count('Table')} tables of {tags.count('TR')} rows"
    if tags.count("TH") < len(numbers):
        yield f"there are {tags.count('TH')} heads"


def judge_links(pdf, numbers):
    """Two lead from each row to its sheet."""
    text = sheets.run("qpdf", "--qdf", pdf, "-").stdout.decode("latin-1")
    inner = len(re.findall(r"/Subtype /Link", text)) - len(re.findall(r"/S /URI", text))
    if inner != 2 * len(numbers):
        yield f"{inner} links lead to {len(numbers)} sheets"


def judge(program, records, folder, *options):
    """The PDF, and complaints about it."""
    numbers = [number_of(record) for record in records]
    pdf = folder / f"bundle{'-'.join(pathlib.Path(str(option)).stem for option in options)}.pdf"
    peak = made(program, records, pdf, *options)
    complaints = []
    checked = sheets.run("qpdf", "--check", pdf)
    if checked.returncode != 0:
        complaints.append((checked.stdout + checked.stderr).decode(errors="replace"))
    pages = sheets.output_of("pdftotext", "-layout", pdf, "-").split("\f")[:-1]
    complaints += [*judge_outline(pdf, numbers, pages), *judge_table(pdf, numbers),
                   *judge_links(pdf, numbers)]
    if peak > MOST_BYTES:
        complaints.append(f"takes {peak >> 20} MiB for {len(records)} records")
    print(f"a bundle of {len(records)} takes {peak >> 20} MiB, {pdf.stat().st_size >> 10} KiB")
    return pdf, [f"bundle {' '.join(map(str, options))}: {text}" for text in complaints]
