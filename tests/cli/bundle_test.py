"""Bundles, as a user asks for them; what is in them the judges look at."""
import os
import shutil
import subprocess
import unittest

from program import RECORD, ProgramTest, study_of

NUMBERS = ("NCT90000001", "NCT90000002", "NCT90000003")


class BundleTest(ProgramTest):
    def setUp(self):
        super().setUp()
        (self.folder / "record.json").unlink()
        for number in NUMBERS:
            (self.folder / f"{number}.json").write_text(RECORD.replace(NUMBERS[0], number))
        self.records = [f"{number}.json" for number in NUMBERS]

    def bundle(self, *arguments, **options):
        return self.trialsheet("bundle", *arguments, **options)

    def told(self, *command):
        return subprocess.run(command, cwd=self.folder, capture_output=True, text=True).stdout

    def pages(self, name="trials.pdf"):
        if not shutil.which("pdfinfo"):
            raise unittest.SkipTest("pdfinfo is not installed")
        lines = dict(line.split(":", 1) for line in self.told("pdfinfo", name).splitlines())
        return int(lines["Pages"])

    def test_a_bundle_is_one_file_of_a_cover_and_sheets(self):
        run = self.bundle(*self.records, "-o", "trials.pdf")
        self.assertEqual((run.returncode, run.stdout, run.stderr), (0, b"", b""))
        self.assert_sheet("trials.pdf")
        self.assertEqual(self.pages(), 4)
        self.assertEqual(self.files(), sorted([*self.records, "trials.pdf"]))
        again = self.bundle(*self.records, "-o", "-")
        self.assertEqual(again.stdout, (self.folder / "trials.pdf").read_bytes())

    def test_each_sheet_begins_a_leaf(self):
        self.bundle(*self.records, "-o", "trials.pdf", "--duplex")
        self.assertEqual(self.pages(), 8)

    def test_large_print_is_a_layout(self):
        self.bundle(*self.records, "-o", "a.pdf", "--large-print")
        self.bundle(*self.records, "-o", "b.pdf", "--layout", "large-print")
        self.assertEqual((self.folder / "a.pdf").read_bytes(),
                         (self.folder / "b.pdf").read_bytes())
        self.assertGreater(self.pages("a.pdf"), 6)
        run = self.bundle(*self.records, "-o", "c.pdf", "--large-print", "--layout", "standard")
        self.assertEqual(run.returncode, 64)

    def test_one_bad_record_and_nothing_is_written(self):
        (self.folder / "bad.json").write_bytes(study_of(nctId="NCT1"))
        (self.folder / "trials.pdf").write_text("old")
        records = [self.records[0], "bad.json", self.records[1]]
        run = self.bundle(*records, "-o", "trials.pdf")
        self.assertRegex(run.stderr.decode(), r"^trialsheet: bad\.json: .*nctId.*\n$")
        self.assertEqual(run.returncode, 65)
        self.assertEqual((self.folder / "trials.pdf").read_text(), "old")
        run = self.bundle(*records, "nowhere.json", "-o", "trials.pdf", "--keep-going")
        self.assertRegex(run.stderr.decode(), r"^trialsheet: bad\.json: .*\ntrialsheet: nowhere\.json: "
                                              r".*\ntrialsheet: wrote 2 of 4 sheets\n$")
        self.assertEqual(run.returncode, 66)
        self.assertEqual(self.pages(), 3)

    def test_a_trial_is_in_it_once(self):
        self.assert_fails(self.bundle(self.records[0], self.records[0], "-o", "trials.pdf"), 65,
                          "NCT90000001.json: NCT90000001: is in the bundle already; each trial has "
                          "one sheet in it")
        self.assertEqual(self.files(), self.records)

    def test_what_cannot_be_written(self):
        self.assert_fails(self.bundle(self.records[0], "-o", "."), 73,
                          ".: is a folder; name the file that the bundle is to be")
        run = self.bundle(self.records[0], "-o", "nowhere/trials.pdf")
        self.assertEqual(run.returncode, 73)
        self.assertRegex(run.stderr.decode(), r"^trialsheet: nowhere: .*\n$")
        with open("/dev/full", "wb") as full:
            run = self.bundle(self.records[0], "-o", "-", stdout=full)
        self.assertEqual(run.returncode, 74)
        self.assertEqual(self.bundle(self.records[0]).returncode, 64)

    def test_without_attachments_it_is_smaller(self):
        self.bundle(*self.records, "-o", "with.pdf")
        self.bundle(*self.records, "-o", "without.pdf", "--no-attach")
        self.assertIn(b"/EmbeddedFile", (self.folder / "with.pdf").read_bytes())
        self.assertNotIn(b"/EmbeddedFile", (self.folder / "without.pdf").read_bytes())
        self.assertLess(os.path.getsize(self.folder / "without.pdf"),
                        os.path.getsize(self.folder / "with.pdf"))
