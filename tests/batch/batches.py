"""What the tests of batches stand on: many records with invented numbers, good and broken."""
import gzip
import hashlib
import io
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time
import unittest
import zipfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "build/trialsheet").resolve()
SAMPLES = sorted((ROOT / "samples").glob("NCT*.json"))
DAY = "2026-07-14"
BOMB = 100 << 20  # bytes, unpacked


def renumbered(record, nct, version=None):
    """The same record under another number, as one line."""
    study = json.loads(record)
    study["protocolSection"]["identificationModule"]["nctId"] = nct
    if version:
        study.setdefault("derivedSection", {})["miscInfoModule"] = {"versionHolder": version}
    return json.dumps(study, ensure_ascii=False)


def invented(count, sources=SAMPLES):
    """Records by number, made of the samples in turn."""
    texts = [source.read_text() for source in sources]
    numbers = [f"NCT9{i * 7919 % 10_000_000:07}" for i in range(count)]
    return {nct: renumbered(texts[i % len(texts)], nct) for i, nct in enumerate(numbers)}


def gzip_bomb():
    return gzip.compress(bytes(BOMB), compresslevel=1)


def zip_bomb():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bomb.json", bytes(BOMB), compresslevel=1)
    return packed.getvalue()


def broken(count):
    """What is no record, one after the other of each kind: name and text."""
    good = renumbered(SAMPLES[0].read_text(), "NCT90000000")
    kinds = {
        "truncated": good[: len(good) // 2],
        "wrong_type": '{"protocolSection": {"identificationModule": ["NCT90000001"]}}',
        "empty": "",
        "no_number": '{"protocolSection": {}}',
        "binary": "\x00\x01\x02 no text at all",
        "html": "<!doctype html><title>404</title>",
    }
    names = list(kinds)
    return {f"{names[i % len(names)]}{i}": kinds[names[i % len(names)]] for i in range(count)}


def digest_of(path):
    """Of all that lies there, with names; of a folder also of what is hidden."""
    if path.is_file():
        return hashlib.sha256(path.read_bytes()).hexdigest()
    files = sorted(file for file in path.rglob("*") if file.is_file())
    whole = hashlib.sha256()
    for file in files:
        whole.update(f"{file.relative_to(path)} {digest_of(file)}\n".encode())
    return whole.hexdigest()


def lines_of(path):
    return [json.loads(line) for line in path.read_text().splitlines()]


def journal_lines(path):
    """Of a file that its run may remove at any moment."""
    try:
        return path.read_bytes().splitlines()
    except FileNotFoundError:
        return []


def environment_of(**variables):
    """Without whatever scheduler these tests themselves may run under."""
    foreign = ("SLURM_", "PBS_", "SGE_", "AWS_BATCH_", "CLOUD_RUN_", "JOB_COMPLETION", "PARALLEL")
    clean = {name: value for name, value in os.environ.items()
             if not name.startswith((*foreign, "SOURCE_DATE"))}
    return {**clean, **variables}


class BatchCase(unittest.TestCase):
    def setUp(self):
        self.scratch = tempfile.TemporaryDirectory(prefix="trialsheet-batch-")
        self.folder = pathlib.Path(self.scratch.name)
        self.addCleanup(self.scratch.cleanup)

    def start(self, *arguments, env=None, **options):
        return subprocess.Popen([PROGRAM, *map(str, arguments)], cwd=self.folder,
                                env=environment_of(**(env or {})), stdin=subprocess.DEVNULL,
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options)

    def trialsheet(self, *arguments, **options):
        with self.start(*arguments, **options) as process:
            out, err = process.communicate(timeout=900)
        return subprocess.CompletedProcess(arguments, process.returncode, out.decode(), err.decode())

    def batch(self, source, output, *arguments, **options):
        """With a day, unless the environment or an option gives one."""
        day = () if "SOURCE_DATE_EPOCH" in options.get("env", {}) else ("--date", DAY)
        return self.trialsheet("batch", source, "-o", output, *day, *arguments, **options)

    def assert_made(self, run, **counts):
        """It ended well, and its last line says so much."""
        self.assertEqual(run.returncode, 0, run.stderr)
        last = json.loads(run.stderr.splitlines()[-1])
        self.assertEqual({name: last[name] for name in counts}, counts)

    def assert_fails(self, run, code, message):
        self.assertEqual(run.stderr, f"trialsheet: {message}\n")
        self.assertEqual(run.returncode, code)

    def write_folder(self, records, name="in"):
        (self.folder / name).mkdir(exist_ok=True)
        for nct, text in records.items():
            (self.folder / name / f"{nct}.json").write_text(text)

    def write_lines(self, records, name="in.ndjson"):
        (self.folder / name).write_text("".join(f"{text}\n" for text in records.values()))

    def wait_for_sheets(self, process, output, count=5):
        """Until the run's journal has so many: it is at work, and has not ended."""
        work = self.folder / (f"{output}.work" if "." in output else f"{output}/.work")
        while sum(len(lines) for lines in map(journal_lines, work.glob("journal-*"))) <= count:
            self.assertIsNone(process.poll(), "the run has ended before its middle")
            time.sleep(0.002)

    def digest(self, name):
        return digest_of(self.folder / name)

    def names(self, name="."):
        return sorted(path.name for path in (self.folder / name).iterdir())
