#!/usr/bin/env python3
"""The worker, trialsheet --stdio, as a backend's child process: stdio_test.py PROGRAM."""
import json
import pathlib
import resource
import struct
import subprocess
import sys
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = pathlib.Path(sys.argv.pop(1) if len(sys.argv) > 1 else ROOT / "build/trialsheet").resolve()
sys.path[:0] = [str(ROOT / "tests/check")]
from tally import Tally  # noqa: E402

RECORD_FILE = ROOT / "samples/NCT05153070.json"
RECORD = RECORD_FILE.read_bytes()


def frame(record=RECORD, **options):
    chosen = json.dumps({name.replace("_", "-"): value for name, value in options.items()}).encode()
    return struct.pack(">II", len(chosen), len(record)) + chosen + record


def take(data):
    """The facts and the body of the first answer, and what follows it."""
    facts, body = struct.unpack(">II", data[:8])
    end = 8 + facts + body
    assert len(data) >= end
    return json.loads(data[8:8 + facts]), data[8 + facts:end], data[end:]


def start(*arguments, **options):
    return subprocess.Popen([PROGRAM, "--stdio", *arguments], stdin=subprocess.PIPE,
                            stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options)


def talk(data, *arguments, **options):
    """What the worker answers to all of `data`, its exit code, and what it says."""
    with start(*arguments, **options) as worker:
        out, err = worker.communicate(data, timeout=120)
        return out, worker.returncode, err.decode()


def limit_memory():
    resource.setrlimit(resource.RLIMIT_AS, (1 << 29, 1 << 29))


class StdioTest(unittest.TestCase):
    def test_requests_are_answered_in_their_order(self):
        out, code, err = talk(frame(paper="a4", date="none") + frame(as_="x") +
                              frame(b"{}") + frame(**{"as": "explain"}))
        self.assertEqual((code, err), (0, ""))
        facts, pdf, out = take(out)
        self.assertEqual([facts[name] for name in ("code", "type", "nct", "paper", "date", "pages",
                                                   "file_name")],
                         [0, "application/pdf", "NCT05153070", "a4", None, 1, "NCT05153070.pdf"])
        command = [PROGRAM, "render", ROOT / "samples/NCT05153070.json", "--paper", "a4", "--date",
                   "none", "-o", "-"]
        self.assertEqual(pdf, subprocess.run(command, capture_output=True).stdout)
        facts, body, out = take(out)
        self.assertEqual((facts, body), ({
            "code": 64, "where": "as-", "what": "there is no such parameter",
            "right": "there are: layout, paper, lang, near, country, date, no-attach"}, b""))
        facts, body, out = take(out)
        self.assertEqual((facts["code"], sorted(facts), body),
                         (65, ["code", "right", "what", "where"], b""))
        facts, body, out = take(out)
        self.assertEqual((facts["type"], json.loads(body)["nct"], out),
                         ("application/json", "NCT05153070", b""))

    def test_an_answer_comes_before_the_next_request(self):
        with start() as worker:
            for _ in range(2):
                worker.stdin.write(frame())
                worker.stdin.flush()
                head = worker.stdout.read(8)
                facts, body = struct.unpack(">II", head)
                self.assertEqual(json.loads(worker.stdout.read(facts))["code"], 0)
                self.assertEqual(worker.stdout.read(body)[:5], b"%PDF-")
            worker.stdin.close()
            self.assertEqual(worker.wait(timeout=60), 0)

    def test_brands_are_chosen_by_name(self):
        files = [str(ROOT / "samples/brands" / name) for name in
                 ("clinica-ejemplo.json", "river-valley.json")]
        requests = frame(date="none", brand=files[1]) + frame(brand=str(RECORD_FILE))
        out, code, err = talk(requests, "--brand", files[0], "--brand", files[1])
        self.assertEqual((code, err), (0, ""))
        facts, pdf, out = take(out)
        command = [PROGRAM, "render", RECORD_FILE, "--brand", files[1], "--date", "none", "-q",
                   "-o", "-"]
        self.assertEqual(pdf, subprocess.run(command, capture_output=True).stdout)
        facts, _, out = take(out)
        self.assertEqual((facts["code"], facts["where"], out), (64, "brand", b""))
        self.assertEqual(talk(b"", "--brand", "nowhere.json")[1], 66)

    def test_nothing_is_asked(self):
        self.assertEqual(talk(b""), (b"", 0, ""))

    def test_a_day_is_printed(self):
        out, _, _ = talk(frame(), env={"SOURCE_DATE_EPOCH": "1784000000"})
        self.assertEqual(take(out)[0]["date"], "2026-07-14")

    def test_an_input_that_is_cut_off(self):
        for cut in (1, 7, 8, 20, len(frame()) - 1):
            self.assertEqual(talk(frame()[:cut]), (b"", 65, "trialsheet: frame: the input ends in the "
                                                   "middle of a request; send it whole\n"))

    def test_lengths_over_the_limit(self):
        huge = 0xFFFFFFFF
        for head, what, size, most in (((65537, 0), "options", 65537, 65536),
                                       ((0, huge), "record", huge, 16 << 20),
                                       ((huge, huge), "options", huge, 65536)):
            out, code, err = talk(struct.pack(">II", *head) + b"x", preexec_fn=limit_memory)
            message = f"the length of the {what} is {size} bytes"
            right = f"at most {most} would be right"
            self.assertEqual(code, 65)
            self.assertEqual(err, f"trialsheet: frame: {message}; {right}\n")
            facts, body, rest = take(out)
            self.assertEqual((facts, body, rest), ({"code": 65, "where": "frame", "what": message,
                                                    "right": right}, b"", b""))
        out, code, _ = talk(frame(b" " * (1 << 20) + RECORD) + b"GET / HTTP/1.1\r\n\r\n",
                            "--max-record", "1")
        self.assertEqual((code, take(out)[0]["code"]), (65, 65))

    def test_a_length_takes_no_memory(self):
        """1 GiB is claimed where 512 MiB may be had; 20 bytes come."""
        out, code, err = talk(struct.pack(">II", 0, 1 << 30) + b" " * 20, "--max-record", "1024",
                              preexec_fn=limit_memory)
        self.assertEqual((out, code), (b"", 65), err)

    def test_hostile_requests_leave_the_worker_well(self):
        requests = [b"[" * 60000, b"{" * 60000, b'{"paper":' * 6000, b"\xff\xfe", b"null", b"7",
                    b'{"paper": 4}', b'{"paper": ["a4", "a4"]}', b'{"near": "' + b"x" * 60000 + b'"}',
                    b'{"\\u0000": "a"}', b'{"date": ["none", []]}']
        data = b"".join(struct.pack(">II", len(each), 2) + each + b"{}" for each in requests)
        data += frame(b"[" * 200000) + frame(b"\x00" * 1000) + frame(b"") + frame()
        out, code, err = talk(data, preexec_fn=limit_memory)
        self.assertEqual((code, err), (0, ""))
        codes = []
        while out:
            facts, _, out = take(out)
            codes.append(facts["code"])
        self.assertEqual(codes, [64] * len(requests) + [65] * 3 + [0])

    def test_nobody_reads_the_answers(self):
        with start() as worker:
            worker.stdout.close()
            worker.stdin.write(frame())
            worker.stdin.close()
            self.assertEqual(worker.wait(timeout=60), 74)
            self.assertIn("standard output: cannot be written to", worker.stderr.read().decode())

    def test_wrong_arguments(self):
        self.assertEqual(talk(b"", "--max-record", "0")[1], 64)
        self.assertEqual(talk(b"", "--paper", "a4")[1], 64)
        self.assertIn(b"A worker for a program", talk(b"", "--help")[0])


def main():
    result = unittest.TextTestRunner(stream=sys.stdout, verbosity=0).run(
        unittest.defaultTestLoader.loadTestsFromTestCase(StdioTest))
    bad = len(result.failures) + len(result.errors)
    Tally(result.testsRun - bad - len(result.skipped), bad, len(result.skipped)).finish()


if __name__ == "__main__":
    main()
