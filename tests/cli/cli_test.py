#!/usr/bin/env python3
"""The command line as a user meets it: cli_test.py PROGRAM.

Runs the program in a folder of its own and compares whole messages, exit codes, and what
lies in the folder afterwards.
"""
import json
import os
import pathlib
import resource
import signal
import stat
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "check"))
from tally import Tally  # noqa: E402

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


class CommandLineTest(unittest.TestCase):
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

    # What a person asks first.

    def test_help_names_every_option_and_exit_code(self):
        for arguments in (["--help"], ["-h"], ["render", "--help"]):
            run = self.trialsheet(*arguments)
            self.assertEqual((run.returncode, run.stderr), (0, b""))
            for word in ("RECORD", "--output", "--paper", "--layout", "--lang", "--date", "--notes",
                         "--no-attach", "--quiet", "--version", "Examples:", "\n  74  "):
                self.assertIn(word, run.stdout.decode())
            self.assertLessEqual(max(map(len, run.stdout.decode().splitlines())), 80)

    def test_version(self):
        run = self.trialsheet("--version")
        self.assertRegex(run.stdout.decode(), r"^trialsheet \d+\.\d+\.\d+\n$")
        self.assertEqual((run.returncode, run.stderr), (0, b""))

    def test_help_on_a_full_disk(self):
        with open("/dev/full", "wb") as full:
            run = self.trialsheet("--help", stdout=full)
        self.assert_fails(run, 74, "standard output: cannot be written: No space left on device; "
                                   "make room or choose another place")

    # What is mistyped.

    def test_no_command(self):
        for arguments in ([], ["rendr"], ["--frobnicate"]):
            self.assert_fails(self.trialsheet(*arguments), 64,
                              'the command must be "render"; see trialsheet --help')

    def test_no_record(self):
        self.assert_fails(self.trialsheet("render"), 64,
                          "RECORD is required; see trialsheet --help")

    def test_wrong_option(self):
        self.assert_fails(self.trialsheet("render", "record.json", "--colour"), 64,
                          "The following argument was not expected: --colour; "
                          "see trialsheet --help")

    def test_wrong_paper(self):
        self.assert_fails(self.trialsheet("render", "record.json", "--paper", "a5"), 64,
                          '--paper: "a5" is no paper; choose letter or a4; see trialsheet --help')

    def test_wrong_day(self):
        for day in ("2026-02-30", "2026-07", "yesterday"):
            self.assert_fails(self.trialsheet("render", "record.json", "--date", day), 64,
                              f'--date: "{day}" is no day; give one such as 2026-07-14, '
                              "or none; see trialsheet --help")
        self.assertEqual(self.files(), ["record.json"])

    def test_wrong_epoch(self):
        for epoch in ("", "soon", "-1", "1e9", " 1", "99999999999"):
            run = self.trialsheet("render", "record.json", env={"SOURCE_DATE_EPOCH": epoch})
            self.assert_fails(run, 64, f'SOURCE_DATE_EPOCH: "{epoch}" is no number of seconds '
                                       "since 1970; correct it, unset it, or give --date")
        self.assertEqual(self.files(), ["record.json"])

    def test_epoch_is_not_looked_at_when_a_day_is_given(self):
        run = self.trialsheet("render", "record.json", "--date", "none",
                              env={"SOURCE_DATE_EPOCH": "soon"})
        self.assertEqual(run.returncode, 0, run.stderr)

    # What cannot be read.

    def test_missing_record(self):
        self.assert_fails(self.trialsheet("render", "nowhere.json"), 66,
                          "nowhere.json: cannot be read: No such file or directory; check the path")

    def test_folder_as_record(self):
        self.assert_fails(self.trialsheet("render", "."), 66,
                          ".: cannot be read: Is a directory; name a file, not a folder")

    def test_endless_record(self):
        self.assert_fails(self.trialsheet("render", "/dev/zero"), 66,
                          "/dev/zero: is larger than 64 MiB; the record of one trial is not")

    def test_what_is_not_json(self):
        (self.folder / "broken.json").write_text('{"protocolSection": ')
        run = self.trialsheet("render", "broken.json", "-o", "sheet.pdf")
        self.assertRegex(run.stderr.decode(), r"^trialsheet: broken\.json: .*\n$")
        self.assertEqual(run.returncode, 65)
        self.assertEqual(self.files(), ["broken.json", "record.json"])

    def test_a_message_cannot_command_the_terminal(self):
        run = self.trialsheet("render", "no\x1b[31mwhere")
        self.assertNotIn(b"\x1b", run.stderr)
        self.assertEqual(run.returncode, 66)

    # Where the sheet goes.

    def test_default_name(self):
        run = self.trialsheet("render", "record.json")
        self.assertEqual(run.returncode, 0, run.stderr)
        self.assertEqual(run.stderr, b"trialsheet: wrote NCT90000001.pdf\n")
        self.assertEqual(self.files(), ["NCT90000001.pdf", "record.json"])
        self.assert_sheet("NCT90000001.pdf")

    def test_quiet_says_nothing(self):
        run = self.trialsheet("render", "record.json", "--quiet")
        self.assertEqual((run.returncode, run.stderr, run.stdout), (0, b"", b""))

    def test_folder(self):
        (self.folder / "sheets").mkdir()
        for output in ("sheets", "sheets/"):
            run = self.trialsheet("render", "record.json", "-o", output)
            self.assertEqual(run.returncode, 0, run.stderr)
        self.assertEqual(os.listdir(self.folder / "sheets"), ["NCT90000001.pdf"])

    def test_folder_that_is_not_there(self):
        for output in ("sheets/", "sheets/sheet.pdf"):
            self.assert_fails(self.trialsheet("render", "record.json", "-o", output), 73,
                              f"{output}: cannot be written: No such file or directory; "
                              "check the path, no folder is made")
        self.assertEqual(self.files(), ["record.json"])

    def test_standard_input_and_output(self):
        with open(self.folder / "record.json", "rb") as record:
            run = self.trialsheet("render", "-", "-o", "-", stdin=record)
        self.assertEqual((run.returncode, run.stderr), (0, b""))
        self.assertEqual(run.stdout[:5], b"%PDF-")
        self.assertEqual(self.files(), ["record.json"])

    def test_the_same_bytes_to_a_pipe_and_to_a_file(self):
        piped = self.trialsheet("render", "record.json", "-o", "-").stdout
        self.trialsheet("render", "record.json", "-o", "sheet.pdf")
        self.assertEqual((self.folder / "sheet.pdf").read_bytes(), piped)

    def test_named_pipe(self):
        os.mkfifo(self.folder / "pipe")
        with open(self.folder / "sheet.pdf", "wb") as sheet, \
                subprocess.Popen(["cat", self.folder / "pipe"], stdout=sheet):
            run = self.trialsheet("render", "record.json", "-o", "pipe")
            self.assertEqual(run.returncode, 0, run.stderr)
        self.assert_sheet("sheet.pdf")
        self.assertTrue(stat.S_ISFIFO(os.stat(self.folder / "pipe").st_mode))

    def test_dates(self):
        def sheet(*arguments, **environment):
            run = self.trialsheet("render", "record.json", "-o", "-", *arguments, env=environment)
            self.assertEqual(run.returncode, 0, run.stderr)
            return run.stdout
        self.assertEqual(sheet(SOURCE_DATE_EPOCH="1784000000"), sheet("--date", "2026-07-14"))
        self.assertNotEqual(sheet("--date", "2026-07-14"), sheet("--date", "2026-07-15"))
        self.assertNotEqual(sheet("--date", "2026-07-14"), sheet("--date", "none"))

    # Whole or not at all.

    def test_an_old_sheet_is_replaced_and_keeps_its_mode(self):
        sheet = self.folder / "sheet.pdf"
        sheet.write_text("old")
        sheet.chmod(0o640)
        run = self.trialsheet("render", "record.json", "-o", "sheet.pdf")
        self.assertEqual(run.returncode, 0, run.stderr)
        self.assert_sheet("sheet.pdf")
        self.assertEqual(stat.S_IMODE(sheet.stat().st_mode), 0o640)

    def test_a_new_sheet_gets_what_umask_grants(self):
        self.trialsheet("render", "record.json", "-o", "sheet.pdf", prepare=lambda: os.umask(0o027))
        self.assertEqual(stat.S_IMODE((self.folder / "sheet.pdf").stat().st_mode), 0o640)

    def test_an_old_sheet_survives_a_bad_record(self):
        (self.folder / "sheet.pdf").write_text("old")
        (self.folder / "bad.json").write_text("{}")
        run = self.trialsheet("render", "bad.json", "-o", "sheet.pdf")
        self.assertEqual(run.returncode, 65)
        self.assertEqual((self.folder / "sheet.pdf").read_text(), "old")

    def test_an_old_sheet_survives_a_full_disk(self):
        (self.folder / "sheet.pdf").write_text("old")
        run = self.trialsheet(
            "render", "record.json", "-o", "sheet.pdf",
            prepare=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096)))
        self.assert_fails(run, 74, "sheet.pdf: cannot be written: File too large; "
                                   "make room or choose another place")
        self.assertEqual((self.folder / "sheet.pdf").read_text(), "old")
        self.assertEqual(self.files(), ["record.json", "sheet.pdf"])

    def test_a_link_is_followed_and_stays(self):
        (self.folder / "real").mkdir()
        os.symlink("real/sheet.pdf", self.folder / "link.pdf")
        for _ in range(2):  # first nothing is there, then a file
            run = self.trialsheet("render", "record.json", "-o", "link.pdf")
            self.assertEqual(run.returncode, 0, run.stderr)
            self.assertTrue((self.folder / "link.pdf").is_symlink())
            self.assert_sheet("real/sheet.pdf")
        self.assertEqual(os.listdir(self.folder / "real"), ["sheet.pdf"])

    def test_links_in_a_circle(self):
        os.symlink("b", self.folder / "a")
        os.symlink("a", self.folder / "b")
        self.assert_fails(self.trialsheet("render", "record.json", "-o", "a"), 73,
                          "a: cannot be written: Too many levels of symbolic links; "
                          "try again or choose another place")

    def test_full_device(self):
        self.assert_fails(self.trialsheet("render", "record.json", "-o", "/dev/full"), 74,
                          "/dev/full: cannot be written: No space left on device; "
                          "make room or choose another place")
        with open("/dev/full", "wb") as full:
            run = self.trialsheet("render", "record.json", "-o", "-", stdout=full)
        self.assert_fails(run, 74, "standard output: cannot be written: No space left on device; "
                                   "make room or choose another place")
        self.assertTrue(stat.S_ISCHR(os.stat("/dev/full").st_mode))

    def test_reader_that_went_away(self):
        reading, writing = os.pipe()
        os.close(reading)
        with os.fdopen(writing, "wb") as pipe:
            run = self.trialsheet("render", "record.json", "-o", "-", stdout=pipe)
        self.assert_fails(run, 74, "standard output: cannot be written: Broken pipe; "
                                   "the program that was to read it has ended")

    def test_closed_output(self):
        run = self.trialsheet("render", "record.json", "-o", "-", stdout=None,
                              prepare=lambda: os.close(1))
        self.assert_fails(run, 74, "standard output: cannot be written: Bad file descriptor; "
                                   "try again or choose another place")

    @unittest.skipIf(os.geteuid() == 0, "root may write everywhere")
    def test_folder_without_permission(self):
        (self.folder / "locked").mkdir(mode=0o555)
        self.assert_fails(self.trialsheet("render", "record.json", "-o", "locked/sheet.pdf"), 73,
                          "locked/sheet.pdf: cannot be written: Permission denied; "
                          "choose a place that you have the right to use")

    @unittest.skipIf(os.geteuid() == 0, "root may write everywhere")
    def test_a_protected_sheet_stays(self):
        (self.folder / "sheet.pdf").write_text("old")
        (self.folder / "sheet.pdf").chmod(0o444)
        self.assert_fails(self.trialsheet("render", "record.json", "-o", "sheet.pdf"), 73,
                          "sheet.pdf: cannot be written: Permission denied; "
                          "choose a place that you have the right to use")

    def test_being_stopped_leaves_nothing_behind(self):
        for milliseconds in range(1, 40, 3):
            process = subprocess.Popen([PROGRAM, "render", "record.json", "-o", "sheet.pdf"],
                                       cwd=self.folder, stderr=subprocess.DEVNULL)
            try:
                process.wait(milliseconds / 1000)
            except subprocess.TimeoutExpired:
                process.send_signal(signal.SIGTERM)
                process.wait(60)
            self.assertLessEqual(set(self.files()), {"record.json", "sheet.pdf"})
            if (self.folder / "sheet.pdf").exists():
                self.assertIn(b"%%EOF", (self.folder / "sheet.pdf").read_bytes()[-10:])


if __name__ == "__main__":
    tests = unittest.defaultTestLoader.loadTestsFromTestCase(CommandLineTest)
    result = unittest.TextTestRunner(stream=sys.stdout, verbosity=0).run(tests)
    bad = len(result.failures) + len(result.errors)
    good = result.testsRun - bad - len(result.skipped)
    Tally(good, bad, len(result.skipped)).finish()
