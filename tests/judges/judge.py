#!/usr/bin/env python3
"""Lets programs that are not ours judge the finished sheets.

    judge.py [--all] [--program build/trialsheet] [RECORD...]

Renders each record on both papers and asks qpdf, poppler, MuPDF, ZBar and veraPDF about the
PDF. Without RECORD: all samples, and each 60th record (--all: every one) of the folder
$TRIALSHEET_RECORDS, or ../shared/records if there is one. One line per failure.
"""
import argparse
import concurrent.futures
import dataclasses
import os
import pathlib
import shutil
import sys
import tempfile
import traceback

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests" / "check"), str(ROOT / "tests" / "judges")]
import bundles  # noqa: E402
import sheets  # noqa: E402
import verdicts  # noqa: E402
from tally import Tally  # noqa: E402

VERAPDF = ROOT / "tests" / "judges" / "verapdf" / "check"


@dataclasses.dataclass
class Findings:
    """What one sheet's checks said: names of checks that passed, and complaints by check."""
    sheet: sheets.Sheet
    passed: list = dataclasses.field(default_factory=list)
    complaints: list = dataclasses.field(default_factory=list)


def records_of(options):
    if options.records:
        return options.records
    samples = sorted((ROOT / "samples").glob("NCT*.json"))
    folder = pathlib.Path(os.environ.get("TRIALSHEET_RECORDS", ROOT.parent / "shared/records"))
    real = sorted(folder.glob("NCT*.json")) if folder.is_dir() else []
    return samples + (real if options.all else real[::60])


def other_layouts():
    return sorted(file.stem for file in (ROOT / "layouts").glob("*.json")
                  if ".schema" not in file.name and file.stem != "standard")


def other_languages():
    return sorted(file.parent.name for file in (ROOT / "src/words").glob("*/sheet.json")
                  if file.parent.name != "en")


def orders_of_sample(record):
    """A sample is printed without attachments and in the other layouts too."""
    yield sheets.Order(record, "letter", attach=False)
    for layout in other_layouts():
        yield sheets.Order(record, "letter", layout=layout)
        yield sheets.Order(record, "a4", layout=layout)


def orders_with_brand(record):
    """A logo, three languages at the foot and five on a page after the sheet."""
    brand = ROOT / "samples/brands/river-valley.json"
    yield sheets.Order(record, "letter", brand=brand)
    yield sheets.Order(record, "a4", language="ar", brand=brand)
    yield sheets.Order(record, "letter", layout="large-print", brand=brand)


def orders_of(records, every):
    """Every record on both papers. In the other languages a sample once, the first of them
    as English is, real records in turn; with `every` all of them on both papers."""
    languages = other_languages()
    samples = [record for record in records if record.parent == ROOT / "samples"]
    for number, record in enumerate(records):
        yield sheets.Order(record, "letter")
        yield sheets.Order(record, "a4")
        if record in samples:
            yield from orders_of_sample(record)
        if record in samples[:1]:
            yield from orders_with_brand(record)
        turn = languages if every or record in samples else languages[number % 4:][:1]
        for language in turn:
            yield sheets.Order(record, "letter", language=language)
            if every or record in samples[:1]:
                yield sheets.Order(record, "a4", language=language)
            if record in samples[:1]:
                for layout in other_layouts():
                    yield sheets.Order(record, "letter", layout=layout, language=language)


def judge(program, folder, order):
    sheet, complaint = sheets.render(program, folder, order)
    findings = Findings(sheet)
    if complaint:
        findings.complaints.append(f"{order}: rendered: {complaint}")
    if sheet is None:
        return findings
    for check in verdicts.CHECKS:
        if check.needs and not all(map(shutil.which, check.needs)):
            continue
        try:
            complaints = [f"{order}: {check.name}: {text}" for text in check.judge(sheet)]
        except Exception:
            complaints = [f"{order}: {check.name}: {traceback.format_exc()}"]
        findings.complaints += complaints
        if not complaints:
            findings.passed.append(check.name)
    return findings


def validate(tally, flavour, files):
    """One call for all files: the start of Java costs more than the judging."""
    if not files:
        return
    if not VERAPDF.exists():
        tally.skip(f"veraPDF {flavour}: {VERAPDF.relative_to(ROOT)} is not there")
        return
    run = sheets.run(VERAPDF, flavour, *files)
    output = (run.stdout + run.stderr).decode(errors="replace")
    if run.returncode == 77:
        print(output.strip())
        tally.skipped += 1
    elif run.returncode == 0:
        tally.passed += len(files)
    else:
        print("\n".join(line for line in output.splitlines() if not line.startswith("PASS")))
        failed = sum(line.startswith("FAIL") for line in output.splitlines())
        tally.failed += max(1, failed)
        tally.passed += len(files) - failed if failed else 0


def judge_bundles(options, folder, single):
    """A bundle of the records that were judged, in three ways. With all: of 500."""
    records = list({bundles.number_of(record): record for record in records_of(options)}.values())
    brand = ROOT / "samples/brands/river-valley.json"
    ways = [((), records[:26]), (("--brand", brand, "--duplex"), records[:12]),
            (("--large-print", "--lang", "ar"), records[:4])]
    if options.all:
        ways.append((("--no-attach",), records[:500]))
    files, tally = [], Tally()
    for way, some in ways:
        pdf, complaints = bundles.judge(options.program, some, folder, *way)
        files.append(pdf)
        tally.add(complaints)
        if not way:
            sizes = [single[record] for record in some if record in single]
            size = pdf.stat().st_size
            print(f"its sheets alone have {sum(sizes) >> 10} KiB")
            tally.add([f"bundle: {size} bytes of {sum(sizes)}"]
                      if len(sizes) == len(some) and size > sum(sizes) + bundles.FONTS else [])
    return files, tally


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("records", nargs="*", type=pathlib.Path, metavar="RECORD")
    parser.add_argument("--all", action="store_true", help="every record of the folder")
    parser.add_argument("--program", type=pathlib.Path, default=ROOT / "build/trialsheet")
    parser.add_argument("--keep", type=pathlib.Path, help="leave the sheets in this folder")
    return parser.parse_args()


def judge_all(options, folder):
    tally = Tally()
    for tool in sorted({tool for check in verdicts.CHECKS for tool in check.needs}):
        if not shutil.which(tool):
            tally.skip(f"{tool} is not installed")
    orders = list(orders_of(records_of(options), options.all))
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        done = list(pool.map(lambda order: judge(options.program, folder, order), orders))
    for findings in done:
        tally.passed += len(findings.passed)
        tally.failed += len(findings.complaints)
        for complaint in findings.complaints:
            print(complaint)
    rendered = [findings.sheet for findings in done if findings.sheet]
    tally.add(verdicts.quick_and_small(rendered))
    single = {sheet.order.record: sheet.pdf.stat().st_size for sheet in rendered
              if sheet.order == sheets.Order(sheet.order.record, "letter")}
    bundled, bundle_tally = judge_bundles(options, folder, single)
    tally += bundle_tally
    validate(tally, "ua1", [*(sheet.pdf for sheet in rendered), *bundled])
    validate(tally, "3a", [*(sheet.pdf for sheet in rendered if sheet.order.attach),
                           *bundled[:3]])
    validate(tally, "2a", [sheet.pdf for sheet in rendered if not sheet.order.attach])
    print(f"{len(rendered)} sheets of {len(orders)} judged")
    return tally


def main():
    options = parse_arguments()
    options.program = options.program.resolve()
    options.records = [record.resolve() for record in options.records]
    with tempfile.TemporaryDirectory(prefix="trialsheet-judge-") as scratch:
        folder = options.keep or pathlib.Path(scratch)
        folder.mkdir(exist_ok=True)
        tally = judge_all(options, folder.resolve())
    tally.finish()


if __name__ == "__main__":
    main()
