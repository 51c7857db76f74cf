"""What is asked of each sheet. A check is a function from a Sheet to complaints."""
import collections
import json
import pathlib
import re
import statistics
import tempfile
import unicodedata

import text_on_page
from sheets import output_of, run

WORDS = pathlib.Path(__file__).resolve().parents[2] / "src/words"
PAPERS = {"letter": (612, 792), "a4": (595.276, 841.89)}
# A cold render is to take 30 ms and 64 MiB. Twice the time is a mistake, not a slow machine.
MOST_SECONDS = 0.060
MOST_BYTES = 64 << 20


def tagged_pages(sheet):
    """pdfinfo: one page, or in large print some, of the paper asked for, tagged, with title,
    without scripts."""
    info = dict(line.split(":", 1) for line in output_of("pdfinfo", sheet.pdf).splitlines()
                if ":" in line)
    info = {key: value.strip() for key, value in info.items()}
    wanted = "2" if sheet.order.brand else "1"  # ours has a page of its own
    if not sheet.is_large_print and info.get("Pages") != wanted:
        yield f"there are {info.get('Pages')} pages"
    for key, wanted in (("Tagged", "yes"), ("JavaScript", "no"), ("Encrypted", "no")):
        if info.get(key) != wanted:
            yield f"{key} is {info.get(key)}, not {wanted}"
    if fold(sheet.identification["briefTitle"]) not in info.get("Title", ""):
        yield f"the title is {info.get('Title')!r}"
    width, height = map(float, re.findall(r"[\d.]+", info["Page size"])[:2])
    if any(abs(a - b) > 0.5 for a, b in zip((width, height), PAPERS[sheet.order.paper])):
        yield f"the paper is {width} x {height}"


def fixed_texts(sheet):
    return json.loads((WORDS / sheet.order.language / "sheet.json").read_text())


def words_of(text):
    """The words of a line in any order: of a mixed one, poppler has its own."""
    return sorted(re.findall(r"\w+", re.sub("[\u202a-\u202e]", " ", text)))


def numbered_pages(sheet):
    """pdftotext: in large print each page says which it is, of how many, of which trial."""
    if not sheet.is_large_print:
        return
    said = fixed_texts(sheet)["label"]["page"]
    pages = output_of("pdftotext", "-layout", sheet.pdf, "-").split("\f")[:-1]
    for number, text in enumerate(pages, 1):
        foot = text.strip().splitlines()[-1]
        wanted = said.format(page=number, pages=len(pages)) + " " + sheet.nct
        if words_of(foot) != words_of(wanted):
            yield f"the foot of page {number} of {len(pages)} says {foot}"


def sound_syntax(sheet):
    """qpdf --check has nothing to say."""
    checked = run("qpdf", "--check", sheet.pdf)
    if checked.returncode != 0 or b"WARNING" in checked.stderr + checked.stdout:
        yield (checked.stdout + checked.stderr).decode(errors="replace").strip()


def fold(text):
    return " ".join(text.split())


def as_printed(text):
    """A pattern for a text that may be broken into lines at any place."""
    letters = (r"\s+" if letter == " " else re.escape(letter) + r"\n?" for letter in fold(text))
    return re.compile("".join(letters))


def says_whose_it_is(sheet):
    """pdftotext has number, title and sponsor to the letter.

    -raw: otherwise poppler takes the hyphen off a line that ends in one.
    """
    text = output_of("pdftotext", "-raw", sheet.pdf, "-")
    sponsor = sheet.study["protocolSection"].get("sponsorCollaboratorsModule", {})
    for what, wanted in (("NCT number", sheet.nct),
                         ("brief title", sheet.identification["briefTitle"]),
                         ("sponsor", sponsor.get("leadSponsor", {}).get("name", ""))):
        if not as_printed(wanted).search(text):
            yield f"the {what} is not on the page as registered: {wanted}"


def decoded(sheet, folder, *how):
    """The codes on all pages."""
    output_of("pdftoppm", *how, sheet.pdf, pathlib.Path(folder) / "page")
    files = sorted(pathlib.Path(folder).glob("page*"))
    # QR alone: at low resolution ZBar sees bar codes of other kinds in rows of text.
    scan = run("zbarimg", "--nodbus", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", *files)
    return scan.stdout.decode(errors="replace").splitlines()


def code_can_be_scanned(sheet):
    """ZBar reads the address from a coarse picture and from what a fax would leave."""
    for how in (("-r", "150", "-png"), ("-r", "200", "-mono")):
        with tempfile.TemporaryDirectory() as folder:
            found = decoded(sheet, folder, *how)
        if found != [sheet.address]:
            yield f"the code reads {found} at {' '.join(how)}"


def reads_in_grey(sheet):
    """Paper is white and ink is dark on every page, whatever the device does with colours:
    no text on a tint, none in a pale colour. A logo has edges."""
    if sheet.order.brand:
        return
    palest_ink = 110
    with tempfile.TemporaryDirectory() as folder:
        output_of("pdftoppm", "-gray", "-r", "60", "-aa", "no", "-aaVector", "no", sheet.pdf,
                  pathlib.Path(folder) / "page")
        for file in sorted(pathlib.Path(folder).glob("page*")):
            # PGM: three lines of header, then a byte for each point.
            points = file.read_bytes().split(b"\n", 3)[3]
            tints = {level for level in set(points) if palest_ink < level < 255}
            if tints:
                yield f"{file.stem} has tints of {sorted(tints)} between ink and paper"


def letters_of(text):
    """What is left of a text when its arrangement is: no spaces, no signs of direction, and
    without the marks over letters, which poppler puts before them."""
    kept = (letter for letter in unicodedata.normalize("NFD", text)
            if unicodedata.category(letter) not in ("Mn", "Cf", "Zs", "Cc", "Lm"))
    return "".join(kept)


def reads_as_written(sheet):
    """Poppler, its structure text and MuPDF give the fixed texts in the order of their
    letters, and nothing of what only keeps two languages apart."""
    words = fixed_texts(sheet)
    wanted = [words["label"]["questions"], words["label"]["whom_to_call"],
              words["footer"]["advice"], words["footer"]["listing"]]
    for reader, text in (
            ("pdftotext", output_of("pdftotext", sheet.pdf, "-")),
            ("pdfinfo -struct-text", output_of("pdfinfo", "-struct-text", sheet.pdf)),
            ("mutool", output_of("mutool", "draw", "-F", "txt", sheet.pdf))):
        letters = letters_of(text)
        for fixed in wanted:
            if letters_of(fixed) not in letters:
                yield f"{reader} does not read {fixed!r}"
        if reader != "pdftotext" and re.search("[\u2066-\u2069]", text):
            yield f"{reader} reads signs of direction"


def fonts_are_embedded(sheet):
    """pdffonts: every font embedded, a subset, with a way back to characters."""
    rows = output_of("pdffonts", sheet.pdf).splitlines()[2:]
    if not rows:
        yield "there are no fonts"
    for row in rows:
        if row.split()[-5:-2] != ["yes", "yes", "yes"]:
            yield f"not embedded, no subset or no characters: {row}"


def is_legible(sheet):
    """MuPDF: nothing too small, outside the margins, printed over, or without a glyph."""
    for page in text_on_page.read(sheet.pdf):
        yield from text_on_page.too_small(page, 18 if sheet.is_large_print else 10)
        yield from text_on_page.outside_margins(page)
        yield from text_on_page.printed_over(page)
    yield from text_on_page.without_glyph(sheet.pdf)


def same_bytes_again(sheet):
    with tempfile.TemporaryDirectory() as folder:
        again = pathlib.Path(folder) / "again.pdf"
        run(*sheet.order.command(sheet.program, again))
        if again.read_bytes() != sheet.pdf.read_bytes():
            yield "the second sheet has other bytes"


def attachments_of(sheet, folder):
    output_of("pdfdetach", "-saveall", "-o", folder, sheet.pdf)
    return {file.name: file.read_bytes() for file in pathlib.Path(folder).iterdir()}


def record_is_attached(sheet):
    """pdfdetach: the record, byte by byte, and the list of changes; or nothing."""
    with tempfile.TemporaryDirectory() as folder:
        files = attachments_of(sheet, folder)
    if not sheet.order.attach:
        if files:
            yield f"attached although it should not: {sorted(files)}"
        return
    record = files.pop(f"{sheet.nct}.json", None)
    if record != sheet.order.record.read_bytes():
        yield "the attached record is not the record"
    if len(files) != 1:
        yield f"beside the record there should be the list of changes: {sorted(files)}"
    for name, data in files.items():
        try:
            json.loads(data)
        except ValueError as error:
            yield f"{name}: is not JSON: {error}"


def quick_and_small(sheets):
    """Over all sheets: the time and memory of a cold start."""
    if not sheets:
        return
    seconds = statistics.median(sheet.cpu_seconds for sheet in sheets)
    largest = max(sheets, key=lambda sheet: sheet.peak_bytes)
    print(f"a render takes {seconds * 1000:.0f} ms of CPU (median), {largest.peak_bytes >> 20} MiB "
          "at most")
    if seconds > MOST_SECONDS:
        yield f"a render takes {seconds * 1000:.0f} ms of CPU"
    if largest.peak_bytes > MOST_BYTES:
        yield f"{largest.order}: takes {largest.peak_bytes >> 20} MiB"


Check = collections.namedtuple("Check", "name judge needs")
CHECKS = [
    Check(judge.__name__, judge, needs)
    for judge, needs in (
        (tagged_pages, ["pdfinfo"]),
        (numbered_pages, ["pdftotext"]),
        (sound_syntax, ["qpdf"]),
        (says_whose_it_is, ["pdftotext"]),
        (code_can_be_scanned, ["pdftoppm", "zbarimg"]),
        (reads_in_grey, ["pdftoppm"]),
        (reads_as_written, ["pdftotext", "mutool"]),
        (fonts_are_embedded, ["pdffonts"]),
        (is_legible, ["mutool"]),
        (same_bytes_again, []),
        (record_is_attached, ["pdfdetach"]),
    )
]
