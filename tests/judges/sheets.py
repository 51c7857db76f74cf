"""Renders the sheets that are to be judged, and runs the judges' programs."""
import dataclasses
import functools
import json
import pathlib
import subprocess
import sys

PRINTED = "2026-07-14"  # any day, so that the bytes are the same tomorrow

# Linux counts the memory of the process that starts a program as the program's own, so a
# small one starts it: runs its arguments and prints seconds of CPU and kibibytes.
MEASURE = """
import os, sys
child = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ)
_, status, usage = os.wait4(child, 0)
print(usage.ru_utime + usage.ru_stime, usage.ru_maxrss)
sys.exit(os.waitstatus_to_exitcode(status))
"""


@dataclasses.dataclass(frozen=True)
class Order:
    """One sheet to be made of a record."""
    record: pathlib.Path
    paper: str
    attach: bool = True
    layout: str = "standard"
    language: str = "en"
    brand: pathlib.Path | None = None

    def __str__(self):
        return (f"{self.record.name} {self.language} {self.layout} {self.paper}"
                + ("" if self.attach else " --no-attach")
                + (f" {self.brand.name}" if self.brand else ""))

    def name(self):
        return (f"{self.record.stem}-{self.language}-{self.layout}-{self.paper}"
                f"{'' if self.attach else '-bare'}{'-brand' if self.brand else ''}.pdf")

    def command(self, program, output):
        options = ["--paper", self.paper, "--layout", self.layout, "--lang", self.language,
                   "--date", PRINTED, "--quiet"]
        return [program, "render", self.record, "-o", output, *options,
                *([] if self.attach else ["--no-attach"]),
                *(["--brand", self.brand] if self.brand else [])]


@dataclasses.dataclass
class Sheet:
    """A PDF, the order it was made by, and what making it took."""
    order: Order
    pdf: pathlib.Path
    program: pathlib.Path
    cpu_seconds: float
    peak_bytes: int

    @functools.cached_property
    def study(self):
        """The study in the record, which may be a page of results."""
        record = json.loads(self.order.record.read_bytes().decode("utf-8-sig"))
        return record["studies"][0] if "studies" in record else record

    @functools.cached_property
    def identification(self):
        return self.study["protocolSection"]["identificationModule"]

    @property
    def is_large_print(self):
        return self.order.layout == "large-print"

    @property
    def nct(self):
        return self.identification["nctId"]

    @property
    def address(self):
        return f"https://clinicaltrials.gov/study/{self.nct}"


def run(*command, **options):
    return subprocess.run(list(map(str, command)), stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          **options)


def output_of(*command):
    """What a judge printed, as text; a judge that fails has found something."""
    done = run(*command)
    if done.returncode != 0:
        raise RuntimeError(f"{command[0]}: {done.stderr.decode(errors='replace').strip()}")
    return done.stdout.decode(errors="replace")


def render(program, folder, order):
    """The sheet, or None, and why there is none."""
    pdf = folder / order.name()
    done = run(sys.executable, "-S", "-c", MEASURE, *order.command(program, pdf))
    message = done.stderr.decode(errors="replace").strip()
    if done.returncode != 0:
        return None, f"exit code {done.returncode}: {message}"
    seconds, kibibytes = map(float, done.stdout.split())
    sheet = Sheet(order, pdf, program, seconds, int(kibibytes) * 1024)
    return sheet, message and f"said, though --quiet: {message}"
