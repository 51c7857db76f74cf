#!/usr/bin/env python3
"""The running service as programs and attackers meet it: service_test.py PROGRAM."""
import concurrent.futures
import json
import os
import pathlib
import re
import socket
import subprocess
import sys
import tempfile
import time
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "check"))
import wire  # noqa: E402
from contract import ContractTest  # noqa: E402
from running import KNOWN, ROOT, SAMPLES, Service, Stub  # noqa: E402
from tally import Tally  # noqa: E402

PROGRAM = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "build/trialsheet").resolve()
RECORD = (SAMPLES / f"{KNOWN}.json").read_bytes()
JSON = {"Content-Type": "application/json"}
# Megabytes, whoever attacks it; a sanitizer keeps what was freed, and is not held to it.
MOST_MEMORY = 1 << 20 if "TRIALSHEET_SANITIZED" in os.environ else 64


def at_once(count, function):
    with concurrent.futures.ThreadPoolExecutor(count) as pool:
        return list(pool.map(lambda _: function(), range(count)))


class WireTest(unittest.TestCase):
    """One service for all: each case has to leave it serving."""

    @classmethod
    def setUpClass(cls):
        cls.service = Service(PROGRAM)

    @classmethod
    def tearDownClass(cls):
        cls.service.__exit__()

    def tearDown(self):
        self.assertEqual(self.service.get("/healthz").status, 200)
        self.assertLess(self.service.memory(), MOST_MEMORY)

    def test_what_is_not_http_is_refused_and_nothing_is_smuggled(self):
        for name, (data, expected) in wire.CASES.items():
            with self.subTest(name):
                self.assertEqual(wire.talk(self.service.port, data), (expected, True))

    def test_floods_are_cut_off(self):
        for name, (head, piece) in wire.FLOODS.items():
            with self.subTest(name):
                self.assertLess(wire.flood(self.service.port, head, piece), 48 << 20)
                self.assertLess(self.service.memory(), MOST_MEMORY)

    def test_slow_heads_are_closed_while_others_are_served(self):
        with concurrent.futures.ThreadPoolExecutor(1) as pool:
            drip = pool.submit(wire.drip, self.service.port, 200, 13)
            time.sleep(3)
            start = time.monotonic()
            self.assertEqual(self.service.get(f"/v1/sheet/{KNOWN}").status, 200)
            self.assertLess(time.monotonic() - start, 5)
            ages = drip.result()
        self.assertEqual(len(ages), 200)
        self.assertLess(max(ages), 12.5)

    def test_the_log_has_a_line_a_request_and_no_trial(self):
        mark = len(self.service.log())
        self.service.ask("POST", f"/v1/sheet?near={KNOWN}", RECORD, JSON)
        self.service.get(f"/v1/sheet/{KNOWN}?paper=a4", X_Request_Id="0123abcd-0001")
        self.service.get(f"/{KNOWN}?{KNOWN}", User_Agent=KNOWN, X_Request_Id=KNOWN)
        time.sleep(0.2)
        lines = self.service.log()[mark:]
        self.assertNotIn(KNOWN, lines)
        entries = [json.loads(line) for line in lines.splitlines()]
        entries = [e for e in entries if e["route"] != "/healthz"]
        self.assertEqual([(e["method"], e["route"], e["status"]) for e in entries],
                         [("POST", "/v1/sheet", 200), ("GET", "/v1/sheet/{nct}", 200),
                          ("GET", "other", 404)])
        self.assertEqual(entries[1]["id"], "0123abcd-0001")
        self.assertGreater(entries[0]["bytes"], 10000)

    def test_one_connection_serves_many_requests(self):
        connection = self.service.connect()
        bodies = set()
        for _ in range(5):
            connection.request("GET", f"/v1/sheet/{KNOWN}")
            bodies.add(connection.getresponse().read())
        connection.close()
        self.assertEqual(len(bodies), 1)

    def test_the_same_sheet_as_the_command_line(self):
        run = subprocess.run([PROGRAM, "render", SAMPLES / f"{KNOWN}.json", "-q", "-o", "-",
                              "--date", "2026-07-14", "--paper", "a4"], capture_output=True)
        sent = self.service.ask("POST", "/v1/sheet?paper=a4&date=2026-07-14", RECORD, JSON)
        self.assertEqual(sent.body, run.stdout)

    def test_the_same_bundle_as_the_command_line(self):
        """With the records inside as they were sent, spaces and all."""
        files = [SAMPLES / f"NCT9000000{i}.json" for i in (1, 2)]
        records = [file.read_bytes() for file in files]
        with tempfile.TemporaryDirectory() as folder:
            paths = [pathlib.Path(folder) / file.name for file in files]
            for path, record in zip(paths, records):
                path.write_bytes(record.strip())
            run = subprocess.run([PROGRAM, "bundle", *paths, "-q", "-o", "-", "--date", "2026-07-14",
                                  "--duplex"], capture_output=True)
        sent = self.service.ask("POST", "/v1/bundle?duplex&date=2026-07-14",
                                b'{"about": {"records": 1},\n "records": [' + b" ,\n".join(records)
                                + b"]}", JSON)
        self.assertTrue(sent.body == run.stdout, run.stderr)


def branded(brand, *arguments):
    return subprocess.run([PROGRAM, "render", SAMPLES / f"{KNOWN}.json", "-q", "-o", "-", "--brand",
                           brand, "--date", "2026-07-14", *arguments], capture_output=True).stdout


class BrandTest(unittest.TestCase):
    def test_each_sheet_has_the_clinics_brand_and_its_defaults(self):
        brand = ROOT / "samples/brands/clinica-ejemplo.json"
        with Service(PROGRAM, "--brand", brand) as service:
            for query, arguments in (("", ()), ("&lang=en", ("--lang", "en")),
                                     ("&paper=letter&near=Lyon,%20France",
                                      ("--paper", "letter", "--near", "Lyon, France"))):
                sheet = service.get(f"/v1/sheet/{KNOWN}?date=2026-07-14{query}")
                self.assertTrue(sheet.body == branded(brand, *arguments), query)
            page = service.get("/").body.decode()
            self.assertRegex(page, r'value="a4"[^>]* checked|<option value="a4"[^>]* selected')

    def test_a_brand_that_is_broken_is_told_at_the_start(self):
        with tempfile.TemporaryDirectory() as folder:
            brand = pathlib.Path(folder) / "clinic.json"
            for text, code, said in (('{"language": "en"}', 78, "name"),
                                     ('{"language": "en", "name": "A", "defaults": {"paper": "a9"}}',
                                      64, "paper")):
                brand.write_text(text)
                run = subprocess.run([PROGRAM, "serve", "--listen", "127.0.0.1:0", "--brand", brand],
                                     capture_output=True, text=True, timeout=60)
                self.assertEqual(run.returncode, code, run.stderr)
                self.assertIn(said, run.stderr)


class ServeTest(unittest.TestCase):
    def test_a_signal_ends_it_after_the_answers_that_were_begun(self):
        for _ in range(3):
            with Service(PROGRAM) as service:
                answers = []

                def ask_until_it_ends():
                    while True:
                        try:
                            response = service.ask("POST", "/v1/sheet", RECORD, JSON)
                        except (ConnectionError, OSError) as error:
                            return error
                        except Exception as error:  # a truncated body is IncompleteRead
                            answers.append(error)
                            return error
                        answers.append(response.body[:5])

                with concurrent.futures.ThreadPoolExecutor(8) as pool:
                    jobs = [pool.submit(ask_until_it_ends) for _ in range(8)]
                    time.sleep(1)
                    self.assertEqual(service.end(), 0)
                    [job.result(30) for job in jobs]
                self.assertGreater(len(answers), 0)
                self.assertEqual(set(answers), {b"%PDF-"})

    def test_idle_connections_do_not_keep_it_from_ending(self):
        with Service(PROGRAM) as service:
            connection = service.connect()
            connection.request("GET", "/healthz")
            connection.getresponse().read()
            start = time.monotonic()
            self.assertEqual(service.end(), 0)
            self.assertLess(time.monotonic() - start, 3)
            connection.close()

    def test_more_connections_than_allowed_are_closed_at_once(self):
        with Service(PROGRAM, "--max-connections", "5") as service:
            first = [socket.create_connection(("127.0.0.1", service.port), 5) for _ in range(5)]
            time.sleep(0.3)
            with socket.create_connection(("127.0.0.1", service.port), 5) as late:
                late.settimeout(5)
                self.assertEqual(late.recv(1), b"")
            for connection in first:
                connection.close()
            time.sleep(0.3)
            self.assertEqual(service.get("/healthz").status, 200)

    def test_it_listens_at_a_unix_socket_and_takes_it_away(self):
        with Service(PROGRAM, listen="unix:s.sock") as service:
            path = service.folder / "s.sock"
            with socket.socket(socket.AF_UNIX) as connection:
                connection.settimeout(10)
                connection.connect(str(path))
                connection.sendall(wire.get(wire.HOST + wire.CLOSE))
                self.assertTrue(connection.recv(100).startswith(b"HTTP/1.1 200 OK\r\n"))
            service.end()
            self.assertFalse(path.exists())

    def test_wrong_addresses_are_named(self):
        for listen, code, message in (
                ("8080", 64, "no address"), ("example.org:80", 64, "127.0.0.1:8080"),
                ("192.0.2.1:80", 78, "cannot be listened at"), ("unix:/nowhere/s", 78, "cannot")):
            with self.subTest(listen):
                run = subprocess.run([PROGRAM, "serve", "--listen", listen], capture_output=True,
                                     text=True, timeout=60)
                self.assertEqual(run.returncode, code)
                self.assertIn(message, run.stderr)


class UpstreamTest(unittest.TestCase):
    def serve(self, base):
        return Service(PROGRAM, "--upstream", "--registry", base, "--pause", "0", "--timeout", "2",
                       env={"no_proxy": "127.0.0.1"})

    def test_three_at_once_for_an_unknown_trial_make_one_request(self):
        with Stub() as stub, self.serve(stub.base) as service:
            answers = at_once(3, lambda: service.get("/v1/sheet/NCT00000022"))
            self.assertEqual({answer.status for answer in answers}, {200})
            asked = [entry for entry in stub.log() if entry["path"].endswith("NCT00000022")]
            self.assertEqual(len(asked), 1)
            service.get("/v1/sheet/NCT00000022")  # it is kept
            self.assertEqual(len(stub.log()), len(asked))

    def test_what_the_registry_does_becomes_a_status(self):
        expected = {"NCT00000001": 200, "NCT00000003": 200, "NCT99999999": 404,
                    "NCT00000004": 502, "NCT00000012": 502, "NCT00000017": 502}
        with Stub() as stub, self.serve(stub.base) as service:
            for nct, status in expected.items():
                with self.subTest(nct):
                    answer = service.get(f"/v1/sheet/{nct}")
                    self.assertEqual(answer.status, status, answer.body)
                    if status != 200:
                        self.assertNotIn(nct, answer.body.decode())

    def test_a_registry_that_is_gone_is_said_and_the_store_still_serves(self):
        with self.serve("http://127.0.0.1:9/api/v2") as service:
            answer = service.get("/v1/sheet/NCT00000001")
            self.assertEqual(answer.status, 503)
            self.assertGreater(int(answer.headers["Retry-After"]), 0)
            self.assertIn("registry", json.loads(answer.body)["detail"])
            known = service.get(f"/v1/sheet/{KNOWN}", Accept="application/json")
            self.assertEqual(known.status, 200)
            self.assertNotEqual(json.loads(known.body)["trouble"], "")
            page = service.ask("POST", "/", "ui=en&nct=NCT00000001",
                               {"Content-Type": "application/x-www-form-urlencoded"})
            self.assertEqual(page.status, 503)
            self.assertIn(b"cannot reach the registry", page.body)


if __name__ == "__main__":
    load = unittest.defaultTestLoader.loadTestsFromTestCase
    ContractTest.program = PROGRAM
    cases = (ContractTest, WireTest, BrandTest, ServeTest, UpstreamTest)
    tests = unittest.TestSuite(load(case) for case in cases)
    result = unittest.TextTestRunner(stream=sys.stdout, verbosity=0).run(tests)
    bad = len(result.failures) + len(result.errors)
    good = result.testsRun - bad - len(result.skipped)
    Tally(max(good, 0), bad, len(result.skipped)).finish()
