#!/usr/bin/env python3
"""Batches as a registry's team meets them: batch_test.py PROGRAM [--all].

Inputs and outputs of every kind, what is broken among them, being killed, full disks.
"""
import gzip
import json
import os
import pathlib
import random
import resource
import signal
import subprocess
import sys
import tarfile
import unittest
import zipfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "check"))
from batches import (BatchCase, broken, digest_of, environment_of, gzip_bomb,  # noqa: E402
                     invented, lines_of, renumbered, zip_bomb, PROGRAM, SAMPLES)
from share_test import MergeTest, ShareTest  # noqa: E402
from tally import Tally  # noqa: E402

ALL = "--all" in sys.argv
RECORDS = os.environ.get("TRIALSHEET_RECORDS")
NOBODY = 65534
# Of pages being made on two threads, and what waits for them; not of the input's size.
MOST_MEMORY = 160


class FormsTest(BatchCase):
    """Whatever the records are in, and the sheets go to."""

    def test_all_inputs_make_the_same_sheets(self):
        records = dict(sorted(invented(14).items()))
        self.write_folder(records)
        self.write_lines(records)
        lines = (self.folder / "in.ndjson").read_bytes()
        (self.folder / "in.ndjson.gz").write_bytes(gzip.compress(lines))
        with zipfile.ZipFile(self.folder / "in.zip", "w") as archive:
            for nct, text in records.items():
                archive.writestr(f"{nct}.json", text)
        page = '{"studies": [' + ", ".join(records.values()) + "]}"
        (self.folder / "page.json").write_text(page)
        (self.folder / "list.txt").write_text("# ours\n\n" + "\n".join(records))
        self.trialsheet("fetch", "--from", "in.ndjson", "--store", "in.db", "-q")
        self.batch("in", "wanted.tar")
        for name in ("in.ndjson", "in.ndjson.gz", "in.zip", "page.json", "in.db", "list.txt"):
            run = self.batch(name, "out.tar", "--store", "in.db")
            self.assert_made(run, sheets=14, failed=0)
            self.assertEqual(self.digest("out.tar"), self.digest("wanted.tar"), name)
            for path in self.folder.glob("out.tar*"):
                path.unlink()

    def test_all_outputs_hold_the_sheets_that_render_makes(self):
        records = invented(7)
        self.write_folder(records)
        self.trialsheet("render", *(f"in/{nct}.json" for nct in records), "-o", ".",
                        "--date", "2026-07-14", "--paper", "a4")
        for name in ("out", "out.tar", "out.zip"):
            self.assert_made(self.batch("in", name, "--paper", "a4"), sheets=7)
        with tarfile.open(self.folder / "out.tar") as archive:
            archive.extractall(self.folder / "tar")
        with zipfile.ZipFile(self.folder / "out.zip") as archive:
            self.assertIsNone(archive.testzip())
            archive.extractall(self.folder / "zip")
        for nct in records:
            wanted = (self.folder / f"{nct}.pdf").read_bytes()
            for name in ("out", "tar", "zip"):
                self.assertEqual((self.folder / name / f"{nct[:7]}xxxx/{nct}.pdf").read_bytes(),
                                 wanted)

    def test_a_tar_is_as_others_read_it(self):
        self.write_folder(invented(3))
        self.batch("in", "out.tar")
        listed = subprocess.run(["tar", "--numeric-owner", "-tvf", "out.tar"], cwd=self.folder,
                                capture_output=True, text=True, env=environment_of(TZ="UTC"))
        self.assertEqual(listed.stderr, "")
        self.assertEqual(len(listed.stdout.splitlines()), 3)
        for line in listed.stdout.splitlines():
            self.assertRegex(line, r"^-rw-r--r-- 0/0 +\d+ 1970-01-01 00:00 NCT9\d{3}xxxx/NCT9\d{7}.pdf$")

    def test_the_manifest_is_true(self):
        self.write_folder(invented(5))
        self.batch("in", "out")
        head, *sheets = lines_of(self.folder / "out/manifest.jsonl")
        self.assertEqual((head["sheets"], head["failed"], len(sheets)), (5, 0, 5))
        for sheet in sheets:
            path = self.folder / "out" / f"{sheet['nct'][:7]}xxxx" / f"{sheet['nct']}.pdf"
            self.assertEqual(digest_of(path), sheet["sha256"])
            self.assertEqual(digest_of(self.folder / "in" / f"{sheet['nct']}.json"), sheet["record"])
        self.assertEqual(self.names("out"), sorted({f"{s['nct'][:7]}xxxx" for s in sheets} |
                                                   {"manifest.jsonl"}))

    def test_a_language_and_a_layout(self):
        self.write_folder(invented(2))
        self.assert_made(self.batch("in", "out", "--lang", "es", "--layout", "large-print"), sheets=2)
        text = subprocess.run(["pdftotext", next((self.folder / "out").glob("*/*.pdf")), "-"],
                              capture_output=True, text=True)
        self.assertIn("Este estudio", text.stdout)

    def test_the_newer_of_two_records_wins(self):
        text = SAMPLES[0].read_text()
        old, new = (renumbered(text, "NCT90000011", f"{year}-05-02") for year in (2024, 2026))
        for order in ((old, new), (new, old), (new, old, new)):
            (self.folder / "in.ndjson").write_text("\n".join(order) + "\n")
            self.assert_made(self.batch("in.ndjson", "out.tar", "--jobs", "2"), sheets=1,
                             superseded=len(order) - 1)
            sheet = lines_of(self.folder / "out.tar.manifest.jsonl")[1]
            self.assertEqual(sheet["version"], "2026-05-02")
            self.assertIn({"where": "NCT90000011, the record of 2024-05-02",
                           "what": "there is another record of this trial",
                           "right": "the sheet is that of the record of 2026-05-02"},
                          lines_of(self.folder / "out.tar.report.jsonl"))


class BrokenTest(BatchCase):
    def write_mixed(self, good, bad):
        self.write_folder(invented(good))
        self.write_folder(broken(bad))
        (self.folder / "in/huge.json").write_bytes(b'{"a": "' + b"x" * (50 << 20) + b'"}')
        (self.folder / "in/bomb.json.gz").write_bytes(gzip_bomb())
        return bad + 2

    def test_every_good_one_is_made_and_every_bad_one_named(self):
        bad = self.write_mixed(100, 12)
        for jobs in ("1", "2"):
            run = self.batch("in", f"out{jobs}", "--jobs", jobs)
            self.assert_made(run, sheets=100, failed=bad, unread=0)
        self.assertEqual(self.digest("out1"), self.digest("out2"))
        report = lines_of(self.folder / "out1/report.jsonl")
        self.assertEqual({pathlib.Path(line["where"].split(", ")[0]).name for line in report},
                         {f"{name}.json" for name in broken(12)} | {"huge.json", "bomb.json.gz"})
        for line in report:
            self.assertTrue(line["what"] and line["right"], line)

    def test_broken_lines_and_a_zip_with_a_bomb(self):
        good = invented(10)
        lines = [*good.values(), *broken(6).values(), '{"a": "' + "x" * (50 << 20) + '"}']
        random.Random(7).shuffle(lines)
        (self.folder / "in.ndjson").write_text("\n".join(lines))
        self.assert_made(self.batch("in.ndjson", "out.tar"), sheets=10, failed=6)  # one is blank
        (self.folder / "in.zip").write_bytes(zip_bomb())
        with zipfile.ZipFile(self.folder / "in.zip", "a") as archive:
            for nct, text in good.items():
                archive.writestr(f"{nct}.json", text)
        self.assert_made(self.batch("in.zip", "zip.tar"), sheets=10, failed=1)

    def test_memory_does_not_grow_with_the_input(self):
        peaks = []
        for count in (20, 200):
            self.write_mixed(count, 4)
            self.batch("in", f"out{count}", "--jobs", "2")  # the C library is warm
            run = subprocess.run(
                [sys.executable, "-c", "import resource, subprocess, sys;"
                 "subprocess.run(sys.argv[1:], stderr=subprocess.DEVNULL);"
                 "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)",
                 PROGRAM, "batch", "in", "-o", f"{count}.tar", "--jobs", "2", "--date", "none"],
                cwd=self.folder, capture_output=True, text=True)
            peaks.append(int(run.stdout))
        self.assertLess(peaks[1], MOST_MEMORY)
        self.assertLess(peaks[1], peaks[0] + 24)

    def test_strict(self):
        self.write_folder({**invented(2), "bad": "{"})
        run = self.batch("in", "out", "--strict")
        self.assertEqual(run.returncode, 65)
        self.assertEqual(len(list((self.folder / "out").glob("*/*.pdf"))), 2)

    def test_nothing_but_broken_ones(self):
        self.write_folder({"bad": "{"})
        self.assertEqual(self.batch("in", "out").returncode, 65)

    def test_no_record_at_all(self):
        (self.folder / "in").mkdir()
        self.assert_fails(self.batch("in", "out"), 66,
                          "in: has no records in it; expected JSON, NDJSON, a zip or a folder of "
                          "these, a store, or a list of NCT numbers")

    def test_options_are_told_before_anything_is_made(self):
        self.write_folder(invented(1))
        run = self.batch("in", "out", "--lang", "xx")
        self.assertEqual((run.returncode, self.names()), (64, ["in"]))

    def test_a_list_of_what_the_store_has_not(self):
        (self.folder / "list.txt").write_text("NCT90000001\nnothing\n")
        self.write_lines(invented(1))
        self.trialsheet("fetch", "--from", "in.ndjson", "--store", "in.db", "-q")
        self.assertEqual(self.batch("list.txt", "out", "--store", "in.db").returncode, 65)
        self.assertEqual(lines_of(self.folder / "out/report.jsonl"), [
            {"where": "list.txt, line 1", "what": "is not in the store",
             "right": "trialsheet fetch gets it from the registry"},
            {"where": "list.txt, line 2", "what": "is no NCT number",
             "right": 'expected "NCT" and eight digits'}])


class EndedTest(BatchCase):
    """Killed at any moment, and gone on with."""

    def interrupt_at_work(self, output, by, *arguments, jobs=2, **options):
        """Its exit code, and what it said."""
        with self.start("batch", "in", "-o", output, "--jobs", jobs, *arguments,
                        **options) as process:
            self.wait_for_sheets(process, output)
            process.send_signal(by)
            _, said = process.communicate(timeout=60)
        return process.returncode, said.decode()

    def interrupt(self, output, by, after, *arguments):
        process = self.start("batch", "in", "-o", output, "--jobs", "2", *arguments)
        try:
            process.communicate(timeout=after)
        except subprocess.TimeoutExpired:
            process.send_signal(by)
            process.communicate()
        return process.returncode

    def test_killed_ten_times(self):
        self.write_folder({**invented(400), **broken(5)})
        chance = random.Random(20260714)
        for name in ("out", "out.tar", "out.zip"):
            self.assert_made(self.batch("in", f"wanted-{name}"), sheets=400, failed=5)
            kills = [self.interrupt(name, signal.SIGKILL, chance.uniform(0.02, 0.15),
                                    "--date", "2026-07-14") for _ in range(10)]
            self.assertIn(-signal.SIGKILL, kills)
            self.assert_made(self.batch("in", name), sheets=400, failed=5)
            self.assertEqual(self.digest(name), self.digest(f"wanted-{name}"))
            self.assertFalse([path for path in self.folder.rglob("*.work")])

    def test_killed_while_it_cleans_up(self):
        """Of what the work folder held, the journal was removed and its sheets were not."""
        self.write_folder(invented(150))
        self.assert_made(self.batch("in", "wanted"), sheets=150)
        self.interrupt_at_work("out", signal.SIGKILL, "--date", "2026-07-14")
        (self.folder / "out/.work/journal-1").unlink()
        self.assert_made(self.batch("in", "out"), sheets=150)
        self.assertEqual(self.digest("out"), self.digest("wanted"))

    def test_two_at_once_wait_for_each_other(self):
        """As when a driver was killed, and its task still runs while it is begun again."""
        self.write_folder(invented(60))
        for name in ("out", "out.tar"):
            runs = [self.start("batch", "in", "-o", name, "--date", "2026-07-14") for _ in range(3)]
            said = [run.communicate(timeout=60)[1].decode() for run in runs]
            self.assertEqual([run.returncode for run in runs], [0, 0, 0], said)
            self.assertEqual(sum(json.loads(each)["made"] for each in said), 60)

    def test_what_was_made_is_not_made_again(self):
        self.write_folder(invented(150))
        for name in ("out", "out.tar"):
            self.interrupt_at_work(name, signal.SIGKILL, "--date", "2026-07-14")
            run = self.batch("in", name)
            self.assertLess(json.loads(run.stderr)["made"], 150)
            self.assert_made(self.batch("in", name), sheets=150, made=0)

    def test_a_torn_sheet_is_made_again(self):
        self.write_folder(invented(5))
        self.batch("in", "out")
        wanted = self.digest("out")
        torn = next((self.folder / "out").glob("*/*.pdf"))
        torn.write_bytes(torn.read_bytes()[:1000])
        self.assert_made(self.batch("in", "out"), sheets=5, made=1)
        self.assertEqual(self.digest("out"), wanted)

    def test_only_what_has_changed_is_made_again(self):
        records = invented(6)
        self.write_folder(records)
        self.batch("in", "out.tar")
        nct = next(iter(records))
        (self.folder / "in" / f"{nct}.json").write_text(renumbered(records[nct], nct, "2026-08-01"))
        self.assert_made(self.batch("in", "out.tar"), sheets=6, made=1)
        self.batch("in", "anew.tar")
        self.assertEqual(self.digest("out.tar"), self.digest("anew.tar"))

    def test_other_options_make_all_anew(self):
        self.write_folder(invented(3))
        self.batch("in", "out")
        self.assert_made(self.batch("in", "out", "--paper", "a4"), made=3)

    def test_asked_to_end(self):
        self.write_folder(invented(200))
        for by, code in ((signal.SIGTERM, 75), (signal.SIGINT, 130)):
            self.assertEqual(self.interrupt_at_work(f"out{code}.tar", by)[0], code)
            self.assertFalse((self.folder / f"out{code}.tar").exists())

    def test_a_run_that_is_gone_on_with_the_next_day(self):
        self.write_folder(invented(200))
        env = {"SOURCE_DATE_EPOCH": "1784000000"}
        self.interrupt_at_work("out", signal.SIGKILL, env=env)
        run = self.trialsheet("batch", "in", "-o", "out")
        self.assertLess(json.loads(run.stderr)["made"], 200)
        self.batch("in", "wanted", env=env)
        self.assertEqual(self.digest("out"), self.digest("wanted"))

    def test_names_and_words_on_the_way_tell_no_trial(self):
        self.write_folder(invented(200))
        _, words = self.interrupt_at_work("out.tar", signal.SIGKILL)
        on_the_way = [*self.names("out.tar.work"), words]
        self.assertFalse([name for name in on_the_way if "NCT" in name])


class DiskTest(BatchCase):
    def test_a_full_disk(self):
        """And when there is room again, it is gone on with."""
        if subprocess.run(["unshare", "-rm", "true"], stderr=subprocess.DEVNULL).returncode:
            self.skipTest("no small disk can be mounted here")
        self.write_folder(invented(60))
        (self.folder / "disk").mkdir()
        batch = f"'{PROGRAM}' batch in -o disk/out{{}} --date 2026-07-14 2>> said{{}}; echo $? >> said{{}}; "
        for ending in ("", ".tar", ".zip"):
            self.batch("in", f"wanted{ending}")
            script = ("mount -t tmpfs -o size=1m none disk; " + batch +
                      "ls -R disk > left{}; mount -o remount,size=64m disk; " + batch +
                      "cp -r disk/out{} again{}").replace("{}", ending)
            subprocess.run(["unshare", "-rm", "sh", "-c", script], cwd=self.folder, check=True,
                           env=environment_of())
            said = (self.folder / f"said{ending}").read_text().splitlines()
            self.assertRegex(said[0], "^trialsheet: .* cannot be written: No space left on device; "
                                      "make room or choose another place$")
            self.assertEqual((said[1], said[-1]), ("74", "0"))
            left = (self.folder / f"left{ending}").read_text()
            self.assertNotIn("manifest", left)
            self.assertEqual(self.digest(f"again{ending}"), self.digest(f"wanted{ending}"))

    def test_a_file_that_may_not_grow(self):
        self.write_folder(invented(30))
        def limit():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
        run = self.batch("in", "out.tar", preexec_fn=limit)
        self.assertRegex(run.stderr, "cannot be written: File too large; make room")
        self.assertEqual((run.returncode, self.names()), (74, ["in", "out.tar.work"]))

    def test_an_output_that_may_not_be_written(self):
        self.write_folder(invented(1))
        (self.folder / "locked").mkdir(mode=0o555)
        self.folder.chmod(0o755)
        options = {"user": NOBODY} if os.geteuid() == 0 else {}
        for output, at in (("locked/out", "locked/out"), ("locked", "locked/.work"),
                           ("locked/a.tar", "locked/a.tar.work")):
            self.assert_fails(self.batch("in", output, **options), 73,
                              f"{at}: cannot be written: Permission denied; "
                              "choose a place that you have the right to use")

    def test_no_such_place(self):
        self.write_folder(invented(1))
        self.assert_fails(self.batch("in", "no/such/out.tar"), 73,
                          "no/such/out.tar.work: cannot be written: No such file or directory; "
                          "check the path, no folder is made")

    def test_an_output_that_is_a_file(self):
        self.write_folder(invented(1))
        (self.folder / "out").write_text("")
        self.assert_fails(self.batch("in", "out"), 73, "out: is a file; a folder was expected")

    def test_no_input(self):
        self.assert_fails(self.batch("in", "out"), 66,
                          "in: cannot be read: No such file or directory; check the path")
        self.assertEqual(self.names(), [])

    def test_an_input_that_vanishes(self):
        self.write_folder(invented(300))
        with self.start("batch", "in", "-o", "out.tar", "--jobs", "1") as process:
            self.wait_for_sheets(process, "out.tar")
            (self.folder / "in").rename(self.folder / "away")
            _, said = process.communicate(timeout=60)
        self.assertEqual(said.decode().splitlines()[-1],
                         "trialsheet: in: cannot be read: No such file or directory; check the path")
        self.assertEqual((process.returncode, self.names()), (66, ["away", "out.tar.work"]))

    def test_a_record_that_may_not_be_read(self):
        """The others are made; it is no bad record, and the exit code asks for a look."""
        self.write_folder(invented(3))
        self.folder.chmod(0o777)
        next((self.folder / "in").iterdir()).chmod(0)
        options = {"user": NOBODY} if os.geteuid() == 0 else {}
        run = self.batch("in", "out", **options)
        self.assertEqual(run.returncode, 66)
        last = json.loads(run.stderr.splitlines()[-1])
        self.assertEqual((last["sheets"], last["unread"]), (2, 1))


@unittest.skipUnless(ALL and RECORDS, "with --all and real records")
class ManyTest(BatchCase):
    """All real records, each several times under invented numbers, one in a hundred broken."""

    COPIES = 3

    def test_many(self):
        sources = sorted(pathlib.Path(RECORDS).glob("NCT*.json"))
        records = invented(len(sources) * self.COPIES, sources)
        self.write_lines({**records, **broken(len(records) // 100)})
        for jobs in ("1", "2"):
            run = self.batch("in.ndjson", f"out{jobs}.tar", "--jobs", jobs)
            self.assertEqual(run.returncode, 0, run.stderr)
        self.assertEqual(self.digest("out1.tar"), self.digest("out2.tar"))
        print(run.stderr.splitlines()[-1])


if __name__ == "__main__":
    load = unittest.defaultTestLoader.loadTestsFromTestCase
    cases = (FormsTest, BrokenTest, EndedTest, DiskTest, ShareTest, MergeTest, ManyTest)
    only = os.environ.get("TRIALSHEET_CASE")
    tests = unittest.TestSuite(load(case) for case in cases if only in (None, case.__name__))
    result = unittest.TextTestRunner(stream=sys.stdout, verbosity=0).run(tests)
    bad = len(result.failures) + len(result.errors)
    Tally(result.testsRun - bad - len(result.skipped), bad, len(result.skipped)).finish()
