#!/usr/bin/env python3
"""Sheets as FHIR resources: fhir_test.py PROGRAM. Valid R4, and the PDF in it whole."""
import base64
import hashlib
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = pathlib.Path(sys.argv.pop(1) if len(sys.argv) > 1 else ROOT / "build/trialsheet").resolve()
sys.path[:0] = [str(ROOT / "tests/check")]
from tally import Tally  # noqa: E402

RECORD = ROOT / "samples/NCT05153070.json"
CACHE = pathlib.Path(os.environ.get("TRIALSHEET_CACHE", pathlib.Path.home() / ".cache/trialsheet"))
MODULES = CACHE / "embed/node_modules"


class FhirTest(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory(prefix="trialsheet-fhir-")
        self.folder = pathlib.Path(scratch.name)
        self.addCleanup(scratch.cleanup)

    def render(self, *arguments, record=RECORD):
        run = subprocess.run([PROGRAM, "render", record, "-q", *arguments], cwd=self.folder,
                             capture_output=True)
        self.assertEqual((run.returncode, run.stderr), (0, b""))
        return run.stdout

    def test_the_pdf_is_in_it_whole(self):
        options = ("--paper", "a4", "--lang", "es", "--date", "2026-07-14", "-o", "-")
        pdf = self.render(*options)
        resource = json.loads(self.render(*options, "--as", "fhir"))
        attachment = resource["content"][0]["attachment"]
        title = attachment.pop("title")
        self.assertEqual(attachment, {
            "contentType": "application/pdf", "language": "es",
            "data": base64.b64encode(pdf).decode(), "size": len(pdf),
            "hash": base64.b64encode(hashlib.sha1(pdf).digest()).decode(),
            "creation": "2026-07-14"})
        self.assertIn("NCT05153070", title)
        self.assertEqual(resource["identifier"],
                         [{"system": "http://clinicaltrials.gov", "value": "NCT05153070"}])
        self.assertEqual((resource["resourceType"], resource["status"]), ("DocumentReference", "current"))
        self.assertNotIn("subject", resource)

    def test_same_input_same_bytes_under_a_name_of_its_own(self):
        made = []
        for _ in range(2):
            self.render("--as", "fhir", "--date", "none")
            made.append((self.folder / "NCT05153070.fhir.json").read_bytes())
        self.assertEqual(made[0], made[1])
        self.assertNotIn(b"creation", made[0])
        self.assertEqual([file.name for file in self.folder.iterdir()], ["NCT05153070.fhir.json"])

    def test_another_format(self):
        run = subprocess.run([PROGRAM, "render", RECORD, "--as", "hl7"], capture_output=True)
        self.assertEqual(run.returncode, 64)

    def judged(self, *files):
        run = subprocess.run(["node", ROOT / "tests/embed/fhir.mjs", MODULES, *files],
                             capture_output=True, text=True)
        self.assertEqual((run.returncode, run.stderr), (0, ""))
        return run.stdout.splitlines()

    @unittest.skipUnless((MODULES / "fhir").exists() and shutil.which("node"),
                         "the judges of FHIR are not installed; tests/embed/setup fetches them")
    def test_it_is_valid(self):
        files = []
        for number, options in enumerate(([], ["--date", "none", "--lang", "ar"],
                                          ["--layout", "large-print", "--no-attach"])):
            files.append(self.folder / f"{number}.json")
            self.render("--as", "fhir", "-o", files[-1], *options)
        broken = json.loads(files[0].read_text())
        broken["status"] = "as new"
        broken["content"][0]["attachment"]["size"] = -1
        broken["patient"] = "somebody"
        wrong = self.folder / "wrong.json"
        wrong.write_text(json.dumps(broken))
        complaints = self.judged(*files, wrong)
        self.assertEqual([each for each in complaints if not each.startswith("wrong.json")], [])
        for judge in ("schema", "definitions"):
            self.assertTrue([each for each in complaints if f" {judge}: " in each], judge)


def main():
    result = unittest.TextTestRunner(stream=sys.stdout, verbosity=0).run(
        unittest.defaultTestLoader.loadTestsFromTestCase(FhirTest))
    bad = len(result.failures) + len(result.errors)
    Tally(result.testsRun - bad - len(result.skipped), bad, len(result.skipped)).finish()


if __name__ == "__main__":
    main()
