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
        page = ("--paper", "--layout", "--lang", "--near", "--country", "--date")
        told = {
            ("--help",): ("RECORD", "render", "explain", "layouts", "fonts", "--version", "\n  74  "),
            ("-h",): ("RECORD",),
            ("render", "--help"): (*page, "--output", "--notes", "--no-attach", "--quiet"),
            ("explain", "--help"): (*page, "--json"),
            ("layouts", "--help"): ("check FILE", "layouts/README.md"),
            ("layouts", "check", "--help"): ("check FILE",),
            ("fonts", "--help"): (*page, "RECORD"),
        }
        for arguments, words in told.items():
            run = self.trialsheet(*arguments)
            self.assertEqual((run.returncode, run.stderr), (0, b""))
            for word in (*words, "Examples:", "Exit codes:" if "render" in words else ""):
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
                              'the command must be render, explain, layouts or fonts; '
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

    # Layouts.

    def test_layouts_are_listed(self):
        run = self.trialsheet("layouts")
        self.assertEqual((run.returncode, run.stderr), (0, b""))
        self.assertIn(f"standard (letter, a4)\n    {STANDARD['description']}\n", run.stdout.decode())

    def test_a_layout_file(self):
        (self.folder / "mine.json").write_text(changed("/name", "mine"))
        (self.folder / "mine").write_text(changed("/name", "mine"))
        run = self.trialsheet("layouts", "check", "mine.json")
        self.assertEqual((run.returncode, run.stdout, run.stderr), (0, b"mine.json: good\n", b""))
        for name in ("mine.json", "./mine", str(self.folder / "mine")):
            run = self.trialsheet("explain", "record.json", "--json", "--layout", name)
            self.assertEqual(json.loads(run.stdout)["layout"], "mine")
            run = self.trialsheet("render", "record.json", "--layout", name)
            self.assertEqual(run.returncode, 0, run.stderr)
        self.assert_fails(self.trialsheet("render", "record.json", "--layout", "mine"), 64,
                          'layout: "mine" is none of the layouts: standard')

    def test_a_broken_layout(self):
        broken = changed("/styles/detail/size", 9)
        (self.folder / "mine.json").write_text(broken)
        line = next(n for n, text in enumerate(broken.splitlines(), 1) if text == '   "size": 9,')
        for command in (["layouts", "check", "mine.json"],
                        ["render", "record.json", "--layout", "mine.json"],
                        ["render", "record.json", "record.json", "--layout", "mine.json"]):
            self.assert_fails(self.trialsheet(*command), 78,
                              f"mine.json:{line}:12 /styles/detail/size: should be 10 points or "
                              "more: smaller type is not printed")
        (self.folder / "mine.json").write_text("")
        for command in (["layouts", "check", "mine.json"],
                        ["render", "record.json", "--layout", "mine.json"]):
            self.assert_fails(self.trialsheet(*command), 78,
                              "mine.json:1:1: the JSON text ends too early; the file may have been "
                              "cut off")
        self.assert_fails(self.trialsheet("layouts", "check", "nowhere.json"), 66,
                          "nowhere.json: cannot be read: No such file or directory; check the path")
        self.assertEqual(self.files(), ["mine.json", "record.json"])

    def test_a_layout_with_too_little_room(self):
        (self.folder / "low.json").write_text(changed("/papers/letter/text_height", 300))
        run = self.trialsheet("render", "record.json", "--layout", "low.json")
        self.assertRegex(run.stderr.decode(),
                         r'^trialsheet: record\.json: layout "standard": what must stand beside the '
                         r"rules needs \d+\.\d pt more than the page has; a layout with a wider "
                         r"column would hold it\n$")
        self.assertEqual(run.returncode, 65)
        self.assertEqual(self.files(), ["low.json", "record.json"])

    def test_the_schema_says_what_the_program_says(self):
        try:
            import jsonschema
        except ImportError:
            self.skipTest("python3-jsonschema is not installed")
        schema = json.loads((ROOT / "layouts/layout.schema.json").read_text())
        jsonschema.Draft202012Validator.check_schema(schema)
        validator = jsonschema.Draft202012Validator(schema)
        for file in sorted((ROOT / "layouts").glob("*.json")):
            if ".schema." not in file.name:
                self.assertEqual(list(validator.iter_errors(json.loads(file.read_text()))), [])
                run = self.trialsheet("layouts", "check", str(file))
                self.assertEqual(run.returncode, 0, run.stderr)
        for pointer, value in (("/pages", 2), ("/zoom", 1), ("/name", ""), ("/wait", -1),
                               ("/styles/body/size", 11), ("/styles/body/weight", "heavy"),
                               ("/styles/body/siez", 12), ("/colors/ink", "black"),
                               ("/colors", {"accent": "#000000"}), ("/bodies", []),
                               ("/columns/third", {"left": 0, "width": 200}),
                               ("/papers/letter/left", 35), ("/measures/fact_gap", [1]),
                               ("/blocks", STANDARD["blocks"][1:]), ("/questions/least", 4),
                               ("/notes/line", "wide"), ("/what_lines", 1.5)):
            with self.subTest(pointer):
                text = changed(pointer, value)
                (self.folder / "mine.json").write_text(text)
                self.assertEqual(self.trialsheet("layouts", "check", "mine.json").returncode, 78)
                self.assertFalse(validator.is_valid(json.loads(text)))

    def test_the_readme_of_layouts_names_every_key(self):
        readme = (ROOT / "layouts/README.md").read_text()
        def keys(value):
            if isinstance(value, dict):
                for key, child in value.get("properties", {}).items():
                    yield key
                for child in value.values():
                    yield from keys(child)
            elif isinstance(value, list):
                for child in value:
                    yield from keys(child)
        for key in set(keys(json.loads((ROOT / "layouts/layout.schema.json").read_text()))):
            self.assertRegex(readme, rf"[`/]{key}`", key)

    # Looking behind the page.

    def test_explain(self):
        run = self.trialsheet("explain", "record.json", "--date", "none")
        self.assertEqual((run.returncode, run.stderr), (0, b""))
        self.assertIn("Inclusion rules: 1 of 1 shown\n", run.stdout.decode())
        explained = json.loads(self.trialsheet("explain", "record.json", "--json").stdout)
        self.assertEqual(list(explained), ["nct", "layout", "paper", "lang", "fit", "criteria",
                                           "questions", "counts", "notes"])
        self.assertEqual(explained["criteria"][0]["source"], "Can read")
        with open("/dev/full", "wb") as full:
            run = self.trialsheet("explain", "record.json", stdout=full)
        self.assert_fails(run, 74, "standard output: cannot be written: No space left on device; "
                                   "make room or choose another place")

    def test_fonts(self):
        faces = json.loads((ROOT / "fonts/fonts.json").read_text())["fonts"]
        lines = self.trialsheet("fonts").stdout.decode().splitlines()
        self.assertEqual(len(lines), len(faces))
        for face, line in zip(faces, lines):
            self.assertTrue(line.startswith(face["name"] + "  "), line)
            self.assertIn(face["package"], line)
        self.assertRegex(lines[0], r"in the program .* Latin, Greek, Cyrillic$")
        (self.folder / "odd.json").write_text(RECORD.replace("Can read", "Level ≥ \uf0d2 2"))
        used = self.trialsheet("fonts", "odd.json").stdout.decode()
        self.assertRegex(used, r"(?m)^Noto Sans Math +≥$")
        self.assertIn("No face: no font has the character; it is printed as [U+F0D2]\n", used)

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
