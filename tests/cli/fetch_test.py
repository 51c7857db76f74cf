"""Records by number: fetch, and what the other commands do with NCT numbers."""
import gzip
import io
import json
import os
import pathlib
import signal
import stat
import subprocess
import sys
import threading
import time
import zipfile

from program import PROGRAM, RECORD, ROOT, ProgramTest

sys.path.insert(0, str(ROOT / "tests/store"))
from registry_stub import Server, study  # noqa: E402

NOBODY = 65534
NCT = "NCT00000001"


def record(nct, version="2026-07-14", **identification):
    return study(nct, version, **identification).decode()


class FetchTest(ProgramTest):
    def setUp(self):
        super().setUp()
        self.folder.chmod(0o755)
        self.server = Server()
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.addCleanup(self.server.server_close)
        self.addCleanup(self.server.shutdown)
        self.host = "127.0.0.1"

    def trialsheet(self, *arguments, **options):
        """With a data folder of its own, and no proxy between it and the stub."""
        environment = {"XDG_DATA_HOME": str(self.folder / "data"), "http_proxy": "",
                       "https_proxy": "", "all_proxy": "", "ALL_PROXY": "", "no_proxy": ""}
        environment.update(options.pop("env", {}))
        return super().trialsheet(*arguments, env=environment, **options)

    def fetch(self, *arguments, timeout="30", **options):
        return self.trialsheet("fetch", *arguments, "--store", "records.db", "--registry",
                               self.server.base, "--pause", "0.05", "--timeout", timeout, **options)

    def keep(self, *records):
        (self.folder / "in.ndjson").write_text("\n".join(records))
        run = self.fetch("--from", "in.ndjson")
        self.assertEqual(run.returncode, 0, run.stderr)
        (self.folder / "in.ndjson").unlink()

    def assert_run(self, run, code, *messages):
        self.assertEqual(run.stderr.decode().splitlines(),
                         [f"trialsheet: {message}" for message in messages])
        self.assertEqual(run.returncode, code)

    def assert_store_has(self, nct):
        run = self.trialsheet("explain", nct, "--store", "records.db")
        self.assertEqual(run.returncode, 0, run.stderr)

    def assert_store_lacks(self, nct):
        self.assert_fails(self.trialsheet("explain", nct, "--store", "records.db"), 66,
                          f"{nct}: is not in the store; --fetch gets it from the registry")

    # From the registry.

    def test_a_record_is_fetched_once_and_then_found_by_its_number(self):
        self.assert_run(self.fetch(NCT), 0, "1 new; the store has 1 records")
        for typed in (NCT, "nct 0000 0001", f"https://clinicaltrials.gov/study/{NCT}?a=b"):
            run = self.trialsheet("render", typed, "-o", "sheet.pdf", "--store", "records.db")
            self.assert_run(run, 0)
            self.assert_sheet("sheet.pdf")
        self.assertEqual(len(self.server.log), 1)
        self.assertRegex(self.server.log[0]["agent"], r"^trialsheet/\d+\.\d+\.\d+$")
        self.assertEqual(self.server.log[0]["path"], f"/api/v2/studies/{NCT}")

    def test_fetched_again_it_is_only_asked_whether_it_changed(self):
        self.fetch(NCT)
        self.assert_run(self.fetch(NCT), 0, "1 unchanged; the store has 1 records")
        self.assertEqual([entry["etag"] for entry in self.server.log], [None, '"stub-1"'])

    def test_a_newer_record_replaces_an_older_one_and_not_the_other_way_round(self):
        self.keep(record("NCT00000021", "2026-07-14"))
        self.assert_run(self.fetch("NCT00000021"), 0, "1 updated; the store has 1 records")
        self.keep(record("NCT00000021", "2026-10-01"))
        self.assert_run(self.fetch("NCT00000021"), 0,
                        "1 older than the store's; the store has 1 records")

    def test_a_number_that_the_trial_had_before(self):
        self.assert_run(self.fetch("NCT00000003"), 0, "1 new; the store has 1 records")
        for nct in ("NCT00000003", "NCT00000099"):
            self.assert_store_has(nct)

    def test_what_the_registry_answers_wrongly_is_not_kept(self):
        self.fetch(NCT)
        before = len(self.server.log)
        at = f"the registry at {self.host}"
        local = f"http://127.0.0.2:{self.server.server_port}/api/v2/studies/{NCT}"
        cases = {  # number: exit code, requests made, message
            "NCT00000002": (69, 2, f"{at} answered with another record, of {NCT}"),
            "NCT00000004": (69, 1, f"{at} sends us to another place ({local}), where we do not "
                                   "go; check its address"),
            "NCT00000005": (69, 1, f"{at} sends us to another place (file:///etc/passwd), where "
                                   "we do not go; check its address"),
            "NCT00000006": (69, 6, f"{at} sends us round in circles; try later"),
            "NCT00000008": (69, 1, f"{at} asks for a pause; try again in 86400 seconds"),
            "NCT00000012": (69, 1, f"{at} answered with something that is no record (record, line "
                                   "1, column 81: the JSON text ends too early; the file may have "
                                   "been cut off)"),
            "NCT00000013": (69, 1, f"{at} sent more than 64 MiB; check that it is the registry"),
            "NCT00000014": (69, 1, f"{at} sent more than 64 MiB; check that it is the registry"),
            "NCT00000018": (69, 1, f"{at} answered with a web page; if your network asks to sign "
                                   "in, do that first"),
            "NCT00000019": (69, 1, f"{at} answered with something that is no record (record: the "
                                   "text is empty; expected one study as the ClinicalTrials.gov "
                                   "API v2 gives it)"),
            "NCT00000020": (69, 1, f'{at} refuses to answer (403, "no robots")'),
            "NCT00000024": (69, 1, f"{at} sends us to another place (http://127.0.0.1:"
                                   f"{self.server.server_port}/api/secret/NCT00000024), where we "
                                   "do not go; check its address"),
            "NCT00000098": (66, 1, f"{at} has no trial of this number; check the number"),
        }
        for nct, (code, requests, message) in cases.items():
            with self.subTest(message):
                self.assert_run(self.fetch(nct), code, f"{nct}: {message}",
                                "1 failed; the store has 1 records")
                self.assertEqual(len(self.server.log) - before, requests)
                before = len(self.server.log)
                self.assert_store_lacks(nct)

    def test_a_registry_that_recovers_is_asked_again(self):
        # What the server asks for begins with its answer. The pace of our own is between two
        # beginnings, and may be shorter where they arrive: test_requests_keep_their_pause has it.
        for nct, least_pause in (("NCT00000007", 1.0), ("NCT00000009", 0)):
            run = self.fetch(nct, "--quiet")
            self.assert_run(run, 0)
            first, second = [entry["time"] for entry in self.server.log if nct in entry["path"]]
            self.assertGreaterEqual(second - first, least_pause)
            self.assert_store_has(nct)

    def test_one_that_does_not_is_given_up_after_four_tries(self):
        at = f"the registry at {self.host}"
        for nct, message in (("NCT00000010", f"{at} has an error of its own (503); try later"),
                             ("NCT00000011", f"{at} broke off its answer; try later"),
                             ("NCT00000015", f"{at} did not answer in time; try later")):
            with self.subTest(message):
                self.assert_run(self.fetch(nct, timeout="2"), 69, f"{nct}: {message}",
                                "1 failed; the store has 0 records")
                self.assertEqual(sum(nct in entry["path"] for entry in self.server.log), 4)

    def test_without_a_registry_the_store_serves(self):
        self.fetch(NCT)
        self.server.shutdown()
        self.server.server_close()
        offline = (f"the registry at {self.host} cannot be reached (Couldn't connect to server); "
                   "check the network, or try later")
        self.assert_run(self.fetch(NCT, "NCT00000002"), 69,
                        f"{NCT}: {offline}; the store has its data of 2026-07-14",
                        "NCT00000002: the registry could not be reached a moment ago; try later",
                        "2 failed; the store has 1 records")
        run = self.trialsheet("render", NCT, "-o", "sheet.pdf", "--fetch", "--store", "records.db",
                              "--registry", self.server.base, "--pause", "0")
        self.assert_run(run, 0, f"{NCT}: {offline}; the sheet has the data of 2026-07-14")
        self.assert_sheet("sheet.pdf")

    def test_requests_keep_their_pause(self):
        run = self.trialsheet("fetch", NCT, "NCT00000021", "NCT00000023", "--store", "records.db",
                              "--registry", self.server.base, "--quiet")
        self.assert_run(run, 0)
        times = [entry["time"] for entry in self.server.log]
        for earlier, later in zip(times, times[1:]):
            self.assertGreaterEqual(later - earlier, 1.0)

    def test_a_query_is_fetched_page_by_page(self):
        run = self.fetch("--query", "heart & lung, AREA[Phase]PHASE3")
        self.assert_run(run, 0, "250 new; the store has 250 records")
        self.assertEqual([entry["path"] for entry in self.server.log], [
            "/api/v2/studies?query.term=heart%20%26%20lung%2C%20AREA%5BPhase%5DPHASE3"
            f"&pageSize=100{more}" for more in ("&countTotal=true", "&pageToken=100",
                                                "&pageToken=200")])

    def test_a_query_stops_at_the_limit(self):
        run = self.fetch("--query", "heart", "--limit", "120")
        self.assert_run(run, 0, "the registry has 250 that match; the first 120 are fetched "
                                "(--limit)", "120 new; the store has 120 records")
        self.assertEqual(len(self.server.log), 2)

    def test_a_query_that_goes_wrong(self):
        at = f"the registry at {self.host}"
        self.assert_run(self.fetch("--query", "bad"), 65,
                        "query, study 2: /protocolSection/identificationModule/nctId: the record "
                        'has no NCT number; expected "NCT" and eight digits',
                        "249 new, 1 failed; the store has 249 records")
        self.assert_run(self.fetch("--query", "html"), 69,
                        f'query "html": {at} answered with something that is no page of studies; '
                        "try later", "1 failed; the store has 249 records")
        self.assert_run(self.fetch("--query", "endless"), 69,
                        'query "endless": the registry sends empty pages without end; try later',
                        "1 failed; the store has 249 records")

    def test_nothing_is_fetched_that_was_not_asked_for(self):
        for command in ("render", "explain", "fonts"):
            run = self.trialsheet(command, NCT, "--registry", self.server.base)
            self.assert_fails(run, 66,
                              f"{NCT}: is not in the store; --fetch gets it from the registry")
        self.assertEqual(self.server.log, [])
        self.assertEqual(self.files(), ["record.json"])  # no store is made by asking

    def test_render_fetches_when_told_to(self):
        for count in (1, 2):
            run = self.trialsheet("render", "nct00000001", "--fetch", "--registry",
                                  self.server.base, "--pause", "0")
            self.assert_run(run, 0, f"wrote {NCT}.pdf")
            self.assertEqual(len(self.server.log), count)
        self.assertEqual(self.server.log[1]["etag"], '"stub-1"')

    # What is mistyped.

    def test_wrong_arguments(self):
        self.assert_fails(self.trialsheet("fetch"), 64, "fetch what? give NCT numbers, --query or "
                                                       "--from; see trialsheet --help")
        self.assert_run(self.fetch("diabetes", NCT), 64, 'diabetes: is no NCT number; expected '
                        '"NCT" and eight digits', "1 new, 1 failed; the store has 1 records")
        for base in ("clinicaltrials.gov/api", "ftp://127.0.0.1/", "http://me@127.0.0.1/",
                     "http://127.0.0.1/?a=b", ""):
            self.assert_fails(self.trialsheet("fetch", NCT, "--registry", base), 64,
                              f"{base}: is no address of a registry; expected one such as "
                              "https://clinicaltrials.gov/api/v2")

    def test_a_file_needs_a_folder_or_an_ending_in_its_name(self):
        (self.folder / NCT).write_text(RECORD)
        run = self.trialsheet("render", NCT)
        self.assert_fails(run, 66, f"{NCT}: is not in the store; --fetch gets it from the "
                                   f"registry, and the file of this name is ./{NCT}")
        self.assert_run(self.trialsheet("render", f"./{NCT}"), 0, "wrote NCT90000001.pdf")
        self.assert_fails(self.trialsheet("render", f"{NCT}.json"), 66,
                          f"{NCT}.json: cannot be read: No such file or directory; check the path")

    # From files.

    def test_every_kind_of_file(self):
        a, b, c = (record(f"NCT0000010{i}") for i in range(3))
        pretty = json.dumps(json.loads(a), indent=2)
        page = '{"totalCount": 3, "studies": [' + ",\n".join((a, b, c)) + '], "nextPageToken": "x"}'
        lines = "\n".join((a, b, "", c)) + "\n"
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            for i, text in enumerate((a, b, c)):
                archive.writestr(f"NCT000001xx/NCT0000010{i}.json", text)
            archive.writestr("README.txt", "no record")
        files = {"one.json": (pretty, 1), "page.json": (page, 3), "list.json": (f"[{a},{b}]", 2),
                 "all.ndjson": (lines, 3), "lines.txt": (lines, 3), "crlf.jsonl":
                 (lines.replace("\n", "\r\n"), 3), "all.ndjson.gz": (gzip.compress(lines.encode()), 3),
                 "one.json.gz": (gzip.compress(pretty.encode()), 1), "all.zip": (packed.getvalue(), 3),
                 "unnamed": (packed.getvalue(), 3), "none.json": ('{"studies": []}', 0)}
        for name, (content, count) in files.items():
            with self.subTest(name):
                path = self.folder / name
                path.write_bytes(content if isinstance(content, bytes) else content.encode())
                said = f"{count} new" if count else "nothing"
                self.assert_run(self.fetch("--from", name), 0,
                                f"{said}; the store has {count} records")
                (self.folder / "records.db").unlink()
                with open(path, "rb") as standard_input:
                    if name not in ("all.zip", "unnamed"):
                        self.assert_run(self.fetch("--from", "-", stdin=standard_input), 0,
                                        f"{said}; the store has {count} records")
                        (self.folder / "records.db").unlink()

    def test_pipes_and_devices(self):
        os.mkfifo(self.folder / "pipe")
        (self.folder / "all.ndjson").write_text(record("NCT00000101") + "\n")
        with subprocess.Popen(["sh", "-c", "cat all.ndjson > pipe"], cwd=self.folder) as writer:
            self.assert_run(self.fetch("--from", "pipe"), 0, "1 new; the store has 1 records")
            self.assertEqual(writer.wait(10), 0)
        self.assert_run(self.fetch("--from", "/dev/null"), 65, "/dev/null: record: the text is "
                        "empty; expected one study as the ClinicalTrials.gov API v2 gives it",
                        "1 failed; the store has 1 records")
        self.assert_run(self.fetch("--from", "/dev/zero"), 66, "/dev/zero: has a line without end; "
                        "expected records", "1 failed; the store has 1 records")

    def test_a_folder(self):
        (self.folder / "in/deep").mkdir(parents=True)
        (self.folder / "in/.hidden.json").write_text("{")
        (self.folder / "in/notes.txt").write_text("no record")
        (self.folder / "in/a.json").write_text(record("NCT00000101"))
        (self.folder / "in/deep/b.json.gz").write_bytes(gzip.compress(study("NCT00000102")))
        (self.folder / "in/deep/c.ndjson").write_text(record("NCT00000103"))
        os.symlink(".", self.folder / "in/deep/loop")
        self.assert_run(self.fetch("--from", "in"), 0, "3 new; the store has 3 records")

    def test_bad_records_are_named_and_the_rest_goes_in(self):
        good = record("NCT00000101")
        (self.folder / "all.ndjson").write_text(
            "\n".join((good[:60], good, '{"Study": {}}', record("NCT00000102"), good)))
        self.assert_run(
            self.fetch("--from", "all.ndjson", "--from", "nowhere"), 66,
            "all.ndjson, line 1: record, line 1, column 61: the JSON text ends too early; the file "
            "may have been cut off",
            "all.ndjson, line 3: /protocolSection: missing; expected one study as the "
            "ClinicalTrials.gov API v2 gives it",
            "nowhere: cannot be read: No such file or directory; check the path",
            "2 new, 1 unchanged, 3 failed; the store has 2 records")

    def test_damaged_containers(self):
        lines = "\n".join(record(f"NCT{i:08}") for i in range(100, 400)).encode()
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("a.json", record("NCT00000101"))
            archive.writestr("bomb.json", b" " * (70 << 20))
            archive.writestr("c.json", record("NCT00000103"))
        broken = bytearray(packed.getvalue())
        broken[60] ^= 0xFF  # within the data of a.json
        empty = io.BytesIO()
        zipfile.ZipFile(empty, "w").close()
        cases = {
            "cut.ndjson.gz": (gzip.compress(lines)[:-200], 66, "cut.ndjson.gz: is damaged or cut "
                              "off: its gzip data end too early or are none; fetch it again"),
            "bomb.zip": (packed.getvalue(), 66, "bomb.zip, bomb.json: is larger than 64 MiB; the "
                         "record of one trial is not"),
            "cut.zip": (packed.getvalue()[:-30], 66, "cut.zip: is damaged or cut off: it has no "
                        "end of a zip; fetch it again"),
            "empty.zip": (empty.getvalue(), 66, "empty.zip: has no records in it; expected files "
                          "that end in .json"),
        }
        for name, (content, code, message) in cases.items():
            with self.subTest(name):
                (self.folder / name).write_bytes(content)
                run = self.fetch("--from", name)
                self.assertEqual(run.stderr.decode().splitlines()[0], f"trialsheet: {message}")
                self.assertEqual(run.returncode, code)
        (self.folder / "broken.zip").write_bytes(broken)
        run = self.fetch("--from", "broken.zip")
        self.assertIn(b"broken.zip, a.json: is damaged; fetch the zip again", run.stderr)
        for nct in ("NCT00000100", "NCT00000103"):
            self.assert_store_has(nct)

    def test_a_huge_input_needs_little_memory(self):
        line = record("NCT00000101", officialTitle="x" * 100_000)
        (self.folder / "all.ndjson").write_text("".join(
            line.replace("NCT00000101", f"NCT{i:08}") + "\n" for i in range(1, 1501)))
        run = subprocess.run(["/usr/bin/env", "python3", "-c", PEAK, PROGRAM, "fetch", "--from",
                              "all.ndjson", "--store", "records.db"], cwd=self.folder,
                             capture_output=True, timeout=60)
        self.assertEqual(run.returncode, 0, run.stderr)
        self.assertIn(b"the store has 1500 records", run.stderr)
        if "asan" not in str(PROGRAM):
            self.assertLess(int(run.stdout), 80 * 1024)  # KiB, of 150 MB of input

    # The store as a file.

    def test_the_store_lies_where_users_expect_it_and_is_theirs_alone(self):
        home = self.folder / "home"
        home.mkdir()
        for environment, path in (({"XDG_DATA_HOME": str(self.folder / "xdg/data")}, "xdg/data"),
                                  ({"XDG_DATA_HOME": "", "HOME": str(home)}, "home/.local/share"),
                                  ({"XDG_DATA_HOME": "relative", "HOME": str(home)},
                                   "home/.local/share")):
            run = self.trialsheet("fetch", "--from", "record.json", env=environment,
                                  prepare=lambda: os.umask(0))
            self.assertEqual(run.returncode, 0, run.stderr)
            store = self.folder / path / "trialsheet/records.db"
            self.assertEqual(stat.S_IMODE(store.stat().st_mode), 0o600)
            self.assertEqual(stat.S_IMODE(store.parent.stat().st_mode), 0o700)
            run = self.trialsheet("explain", "NCT90000001", env=environment)
            self.assertEqual(run.returncode, 0, run.stderr)
        self.assert_fails(self.trialsheet("explain", NCT, env={"XDG_DATA_HOME": "", "HOME": ""}),
                          64, "--store: is needed: neither XDG_DATA_HOME nor HOME says where "
                              "records are kept")

    def test_a_read_only_store_is_read_from(self):
        self.keep(record("NCT00000101"))
        shelf = self.folder / "shelf"
        shelf.mkdir()
        (self.folder / "records.db").rename(shelf / "records.db")
        (shelf / "records.db").chmod(0o444)
        shelf.chmod(0o555)
        self.addCleanup(shelf.chmod, 0o755)
        other = (lambda: os.setuid(NOBODY)) if os.getuid() == 0 else None
        run = self.trialsheet("explain", "NCT00000101", "--store", "shelf/records.db",
                              prepare=other)
        self.assertEqual((run.returncode, run.stderr), (0, b""))
        self.assertEqual(os.listdir(shelf), ["records.db"])
        run = self.trialsheet("fetch", "--from", "record.json", "--store", "shelf/records.db",
                              prepare=other)
        self.assert_fails(run, 73, "shelf/records.db: cannot be written: Permission denied; choose "
                                   "a place that you have the right to use")

    def test_a_file_that_is_no_store(self):
        (self.folder / "records.db").write_text(RECORD)
        for command in (["fetch", "--from", "record.json"], ["explain", NCT]):
            self.assert_fails(self.trialsheet(*command, "--store", "records.db"), 66,
                              "records.db: is no store of trialsheet; name another file")
        self.assertEqual((self.folder / "records.db").read_text(), RECORD)

    def test_a_full_disk(self):
        import resource
        (self.folder / "big.json").write_text(
            record("NCT00000101", officialTitle=os.urandom(200_000).hex()))
        self.keep(RECORD)
        run = self.fetch("--from", "big.json", prepare=lambda: (
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN),
            resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))))
        self.assertEqual(run.returncode, 74, run.stderr)
        self.assertIn(b"trialsheet: records.db: cannot be ", run.stderr)
        self.assert_store_has("NCT90000001")
        self.assert_store_lacks("NCT00000101")

    def test_two_processes_write_at_once(self):
        programs = []
        for part in range(3):
            name = f"part{part}.ndjson"
            (self.folder / name).write_text("\n".join(
                record(f"NCT{part}{i:07}", officialTitle="x" * 2000) for i in range(600)))
            programs.append(subprocess.Popen([PROGRAM, "fetch", "--from", name, "--store",
                                              "records.db"], cwd=self.folder,
                                             stderr=subprocess.PIPE))
        for program in programs:
            _, said = program.communicate(timeout=60)
            self.assertEqual(program.returncode, 0, said)
        run = self.fetch("--from", "record.json")
        self.assert_run(run, 0, "1 new; the store has 1801 records")

    def wait_for_log(self, program, size):
        """Until the program has written so much, or has ended."""
        log = self.folder / "records.db-wal"
        while program.poll() is None and not (log.exists() and log.stat().st_size > size):
            time.sleep(0.002)

    def test_killed_in_the_middle_nothing_is_half_written(self):
        lines = [record(f"NCT{i:08}", officialTitle=os.urandom(4000).hex())
                 for i in range(1, 3001)]
        (self.folder / "all.ndjson").write_text("\n".join(lines))
        counts = set()
        for written in (0, 100_000, 500_000, 1_000_000, 2_000_000, 3_000_000):
            program = subprocess.Popen([PROGRAM, "fetch", "--from", "all.ndjson", "--store",
                                        "records.db", "--quiet"], cwd=self.folder)
            self.wait_for_log(program, written)
            program.send_signal(signal.SIGKILL)
            program.wait()
            run = self.fetch("--from", "record.json")
            self.assertEqual(run.returncode, 0, run.stderr)
            counts.add(int(run.stderr.split()[-2]))
        self.assertGreater(len(counts), 1)  # it was killed while it wrote
        run = self.fetch("--from", "all.ndjson")
        self.assertEqual(run.returncode, 0, run.stderr)
        self.assertIn(b"the store has 3001 records", run.stderr)
        self.assert_store_has("NCT00003000")


# Runs a program and prints the most memory that it had, in KiB.
PEAK = """import resource, subprocess, sys
code = subprocess.run(sys.argv[1:]).returncode
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
sys.exit(code)"""
