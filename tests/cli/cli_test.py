#!/usr/bin/env python3
"""The command line as a user meets it: cli_test.py PROGRAM.

Runs the program in a folder of its own and compares whole messages, exit codes, and what
lies in the folder afterwards.
"""
import os
import pathlib
import re
import resource
import signal
import stat
import subprocess
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "check"))
from brand_test import BrandTest  # noqa: E402
from bundle_test import BundleTest  # noqa: E402
from fetch_test import FetchTest  # noqa: E402
from languages_test import LanguagesTest  # noqa: E402
from page_test import PageTest  # noqa: E402
from program import PROGRAM, RECORD, ProgramTest, study_of  # noqa: E402
from tally import Tally  # noqa: E402


class CommandLineTest(ProgramTest):
    # What a person asks first.

    def test_help_names_every_option_and_exit_code(self):
        page = ("--paper", "--layout", "--lang", "--words", "--brand", "--font-dir", "--near",
                "--country", "--date")
        told = {
            ("--help",): ("RECORD", "render", "explain", "layouts", "fonts", "--version", "\n  74  "),
            ("-h",): ("RECORD",),
            ("render", "--help"): (*page, "--output", "--notes", "--no-attach", "--timings",
                                   "--quiet"),
            ("bundle", "--help"): (*page, "--output", "--duplex", "--large-print", "--keep-going",
                                   "--no-attach", "--notes", "--quiet"),
            ("explain", "--help"): (*page, "--json"),
            ("layouts", "--help"): ("check FILE", "layouts/README.md"),
            ("layouts", "check", "--help"): ("check FILE",),
            ("brands", "--help"): ("check FILE", "--brand", "samples/brands/README.md"),
            ("languages", "--help"): ("--words", "check DIR", "src/words/README.md"),
            ("fonts", "--help"): (*page, "RECORD", "--store", "--fetch"),
            ("fetch", "--help"): ("NCT", "--query", "--limit", "--from", "--store", "--registry",
                                  "--pause", "--timeout", "--user-agent", "--quiet"),
            ("batch", "--help"): (*page, "INPUT", "--output", "--jobs", "--report", "--strict",
                                  "--shard", "--shards", "--format", "--no-attach", "--store",
                                  "--quiet"),
            ("merge", "--help"): ("DIR", "--output", "--report", "--quiet"),
            ("serve", "--help"): ("--listen", "--upstream", "--store", "--workers", "--max-body",
                                  "--max-connections", "--words", "--font-dir", "--registry"),
        }
        for arguments, words in told.items():
            run = self.trialsheet(*arguments)
            self.assertEqual((run.returncode, run.stderr), (0, b""))
            for word in (*words, "Examples:", "Exit codes:" if "render" in words else ""):
                self.assertIn(word, run.stdout.decode())
            self.assertLessEqual(max(map(len, run.stdout.decode().splitlines())), 80)

    def test_timings_tell_each_step_and_change_nothing(self):
        plain = self.trialsheet("render", "record.json", "--date", "none", "-o", "-", "-q")
        run = self.trialsheet("render", "record.json", "--date", "none", "-o", "-", "-q", "--timings")
        self.assertEqual((run.returncode, run.stdout), (0, plain.stdout))
        told = re.findall(r"^(\S.*?) +(\d+\.\d{3}) ms$", run.stderr.decode(), re.M)
        names = [name for name, _ in told]
        for step in ("read", "criteria", "summarize", "fit", "write: fonts", "write file"):
            self.assertIn(step, names)
        *times, total = (float(time) for _, time in told)
        self.assertAlmostEqual(sum(times), total, delta=0.02)
        run = self.trialsheet("render", "record.json", "record.json", "--timings")
        self.assert_fails(run, 64, "--timings: needs one record, not several")

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
                              'the command must be render, bundle, batch, merge, fetch, serve, '
                              'explain, layouts, brands, languages or fonts; '
                              'see trialsheet --help')

    def test_no_record(self):
        self.assert_fails(self.trialsheet("render"), 64,
                          "RECORD is required; see trialsheet --help")

    def test_wrong_option(self):
        self.assert_fails(self.trialsheet("render", "record.json", "--colour"), 64,
                          "The following argument was not expected: --colour; "
                          "see trialsheet --help")

    def test_wrong_paper(self):
        self.assert_fails(self.trialsheet("render", "record.json", "--paper", "a5"), 64,
                          'paper: "a5" is none of the papers of layout "standard": letter, a4')

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

    def test_bad_records(self):
        """Each is one sentence; nothing is written, and nothing that was there is lost."""
        study = "expected one study as the ClinicalTrials.gov API v2 gives it"
        nct = "/protocolSection/identificationModule/nctId"
        bad = {
            b'{"protocolSection": ':
                "record, line 1, column 21: the JSON text ends too early; the file may have been "
                "cut off",
            b'{\n  "protocolSection": nothing}':
                f"record, line 2, column 23: not JSON from here on; {study}",
            b"": f"record: the text is empty; {study}",
            b"[1]": "record: expected a study object, found an array; give one study of the list "
                    "at a time",
            b'{"name": "value"}': f"/protocolSection: missing; {study}",
            b'{"studies": []}': "/studies: expected exactly one study, found 0",
            study_of(briefTitle="T"):
                f'{nct}: the record has no NCT number; expected "NCT" and eight digits',
            study_of(nctId="NCT1", briefTitle="T"):
                f'{nct}: "NCT1" is no NCT number; expected "NCT" and eight digits',
            study_of(nctId="NCT90000001"):
                "/protocolSection/identificationModule: the record has no title; expected a "
                "briefTitle or an officialTitle",
            RECORD.encode("utf-16"): "record, byte 1: this is UTF-16; save the record as UTF-8",
            bytes(range(128, 256)):
                "record, line 1, column 1 (byte 1): this byte is not UTF-8; save the record as "
                "UTF-8",
            b"[" * 200_000:
                "record: nested deeper than 100 levels; studies are nested about 10 deep",
        }
        (self.folder / "sheet.pdf").write_text("old")
        for content, message in bad.items():
            with self.subTest(message):
                (self.folder / "bad.json").write_bytes(content)
                for command in (["render", "bad.json", "-o", "sheet.pdf"],
                                ["explain", "bad.json"], ["fonts", "bad.json"]):
                    run = self.trialsheet(*command)
                    self.assert_fails(run, 65, f"bad.json: {message}")
                    self.assertEqual(run.stdout, b"")
        self.assertEqual((self.folder / "sheet.pdf").read_text(), "old")
        self.assertEqual(self.files(), ["bad.json", "record.json", "sheet.pdf"])

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

    # Many at once.

    def test_many_records_in_one_go(self):
        (self.folder / "sheets").mkdir()
        (self.folder / "other.json").write_text(RECORD.replace("NCT90000001", "NCT90000002"))
        for output in ([], ["-o", "sheets/"]):
            run = self.trialsheet("render", "record.json", "other.json", *output)
            self.assertEqual(run.stderr.decode(), "trialsheet: wrote 2 of 2 sheets\n")
            self.assertEqual(run.returncode, 0)
        sheets = ["NCT90000001.pdf", "NCT90000002.pdf"]
        self.assertEqual(sorted(os.listdir(self.folder / "sheets")), sheets)
        self.assertEqual(self.files(), [*sheets, "other.json", "record.json", "sheets"])
        alone = self.trialsheet("render", "other.json", "-o", "-").stdout
        self.assertEqual((self.folder / "NCT90000002.pdf").read_bytes(), alone)

    def test_a_bad_record_does_not_keep_the_others(self):
        (self.folder / "bad.json").write_text("{}")
        (self.folder / "twin.json").write_text(RECORD)
        run = self.trialsheet("render", "bad.json", "nowhere.json", "record.json", "twin.json")
        self.assertEqual(run.stderr.decode().splitlines(), [
            "trialsheet: bad.json: /protocolSection: missing; expected one study as the "
            "ClinicalTrials.gov API v2 gives it",
            "trialsheet: nowhere.json: cannot be read: No such file or directory; check the path",
            "trialsheet: twin.json: NCT90000001: its sheet was just made from record.json; "
            "to have both, render them in two runs, into different folders",
            "trialsheet: wrote 1 of 4 sheets"])
        self.assertEqual(run.returncode, 66)
        self.assert_sheet("NCT90000001.pdf")

    def test_many_records_need_a_folder(self):
        (self.folder / "sheet.pdf").write_text("old")
        for output in ("sheet.pdf", "sheets/", "-"):
            self.assert_fails(
                self.trialsheet("render", "record.json", "record.json", "-o", output), 73,
                f"{output}: is no folder; for several records name one that exists, none is made")
        self.assertEqual((self.folder / "sheet.pdf").read_text(), "old")
        self.assertEqual(self.files(), ["record.json", "sheet.pdf"])

    def test_what_is_wrong_for_all_is_said_once(self):
        self.assert_fails(
            self.trialsheet("render", "record.json", "record.json", "--paper", "a5"), 64,
            'paper: "a5" is none of the papers of layout "standard": letter, a4')

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
    load = unittest.defaultTestLoader.loadTestsFromTestCase
    tests = unittest.TestSuite(load(case) for case in (CommandLineTest, PageTest, BrandTest, BundleTest,
                                                       LanguagesTest, FetchTest))
    result = unittest.TextTestRunner(stream=sys.stdout, verbosity=0).run(tests)
    bad = len(result.failures) + len(result.errors)
    good = result.testsRun - bad - len(result.skipped)
    Tally(good, bad, len(result.skipped)).finish()
