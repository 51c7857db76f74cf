"""What the tests of the command line stand on: the program in a folder of its own."""
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "build/trialsheet").resolve()

RECORD = json.dumps({
    "protocolSection": {
        "identificationModule": {
            "nctId": "NCT90000001",
            "briefTitle": "An Invented Trial of the Command Line",
        },
        "statusModule": {"overallStatus": "RECRUITING"},
        "sponsorCollaboratorsModule": {"leadSponsor": {"name": "Nobody", "class": "OTHER"}},
        "designModule": {"studyType": "INTERVENTIONAL", "phases": ["PHASE2"]},
        "eligibilityModule": {
            "eligibilityCriteria": "Inclusion Criteria:\n\n* Can read\n\nExclusion Criteria:\n\n* None",
        },
    },
})


STANDARD = json.loads((ROOT / "layouts/standard.json").read_text())


def study_of(**identification):
    return json.dumps({"protocolSection": {"identificationModule": identification}}).encode()


def changed(pointer, value):
    """The standard layout with one value changed."""
    layout = json.loads(json.dumps(STANDARD))
    *way, last = pointer.strip("/").split("/")
    place = layout
    for step in way:
        place = place[step]
    place[last] = value
    return json.dumps(layout, indent=1)


class ProgramTest(unittest.TestCase):
    def setUp(self):
        self.scratch = tempfile.TemporaryDirectory(prefix="trialsheet-cli-")
        self.folder = pathlib.Path(self.scratch.name)
        self.addCleanup(self.scratch.cleanup)
        (self.folder / "record.json").write_text(RECORD)

    def trialsheet(self, *arguments, prepare=None, **options):
        """Runs the program; a test that hangs is a test that failed."""
        environment = {**os.environ, "SOURCE_DATE_EPOCH": "1784000000", **options.pop("env", {})}
        return subprocess.run([PROGRAM, *arguments], cwd=self.folder, env=environment,
                              stdin=options.pop("stdin", subprocess.DEVNULL),
                              stdout=options.pop("stdout", subprocess.PIPE),
                              stderr=subprocess.PIPE, timeout=60, preexec_fn=prepare, **options)

    def files(self):
        return sorted(file.name for file in self.folder.iterdir())

    def assert_fails(self, run, code, message):
        self.assertEqual(run.stderr.decode(), f"trialsheet: {message}\n")
        self.assertEqual(run.returncode, code)

    def assert_sheet(self, name):
        self.assertEqual((self.folder / name).read_bytes()[:5], b"%PDF-")
