#!/usr/bin/env python3
"""A storm of random and mutated requests: storm.py PROGRAM [REQUESTS [SEED]].

Meant for a program built with sanitizers. Each request gets a whole answer that is no 500, or
the connection is closed; at the end the service serves, ends as it should, and has said nothing.
The same seed makes the same requests.
"""
import concurrent.futures
import contextlib
import pathlib
import random
import re
import socket
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "check"))
import wire  # noqa: E402
from running import KNOWN, ROOT, SAMPLES, Service  # noqa: E402
from tally import Tally  # noqa: E402

METHODS = (b"GET", b"HEAD", b"POST", b"OPTIONS", b"PUT", b"G\x00T", b"get", b"")
ROUTES = (b"/", b"/healthz", b"/readyz", b"/metrics", b"/openapi.json", b"/v1/layouts",
          b"/v1/sheet", b"/v1/explain", b"/v1/bundle", b"/v1/sheet/" + KNOWN.encode(),
          b"/v1/sheet/NCT00000000", b"/v1/sheet/nct%200515", b"/%2e%2e/etc", b"*", b"//", b"/?")
QUERIES = (b"paper=a4", b"paper=a3", b"layout=large-print", b"layout=%00", b"lang=ar", b"lang=xx",
           b"near=Chicago", b"near=%ff%fe", b"date=2026-02-30", b"attach=maybe", b"nct=1", b"ui=es",
           b"%", b"=&=", b"a" * 3000, b"lang=en&lang=es")
FIELDS = (b"Accept: application/json", b"Accept: */*;q=0", b"Accept-Language: es;q=x, ar",
          b"Content-Type: application/json", b"Content-Type: text/html; charset=x",
          b"Content-Type: multipart/form-data; boundary=b", b"If-None-Match: \"x\", *", b"If-None-Match: W/",
          b"X-Request-Id: 0123abcd-0001", b"X-Request-Id: \xff", b"Range: bytes=0-", b"Connection: close",
          b"Content-Type: application/x-www-form-urlencoded", b"Expect: 100-continue", b"Upgrade: h2c")
SMALL = b'{"protocolSection":{"identificationModule":{"nctId":"NCT90000001","briefTitle":"T"}}}'
FORM = (b'--b\r\nContent-Disposition: form-data; name="record"; filename="r"\r\n\r\n' + SMALL +
        b"\r\n--b--\r\n")
# A page takes some hundred times as long as a refusal; so many of all requests ask for one.
PAGES = 0.02


def is_head(request):
    """Empty lines before a request are passed over (RFC 9112, section 2.2)."""
    return request.lstrip(b"\r\n").startswith(b"HEAD")


def seeds():
    yield from (data for data, _ in wire.CASES.values() if len(data) < 4096)
    for path in sorted((ROOT / "tests/fuzz/seeds/service").glob("*.seed")):
        yield path.read_bytes()


SEEDS = tuple(seeds())
RECORD = (SAMPLES / f"{KNOWN}.json").read_bytes()


def mutated(rng, data):
    """A few bytes changed, cut, doubled or moved, as accidents and attackers do."""
    changed = bytearray(data)
    for _ in range(rng.choice((1, 1, 2, 4, 8))):
        at = rng.randrange(len(changed) + 1)
        end = min(len(changed), at + rng.choice((1, 1, 2, 8, 64)))
        what = rng.randrange(5)
        if what == 0 and at < len(changed):
            changed[at] = rng.randrange(256)
        elif what == 1:
            del changed[at:end]
        elif what == 2:
            changed[at:at] = changed[at:end] * rng.choice((1, 3, 100))
        elif what == 3:
            changed[at:at] = rng.choice((b"\r\n", b"\0", b"\"", b"{", b"[" * 40, b"9" * 25, b"%u"))
        else:
            other = rng.choice(SEEDS)
            changed[at:end] = other[rng.randrange(len(other)):][:64]
    return bytes(changed[:16384])


def well_framed(rng):
    """Whatever it asks for, it says rightly where it ends."""
    target = rng.choice(ROUTES)
    if rng.random() < 0.5:
        target += b"?" + b"&".join(rng.sample(QUERIES, rng.randint(1, 3)))
    is_page = rng.random() < PAGES
    method = rng.choice(METHODS[:5])
    body = b""
    if is_page:
        method, body = b"POST", RECORD if rng.random() < 0.5 else mutated(rng, RECORD)
    elif method in (b"POST", b"PUT"):
        body = mutated(rng, rng.choice((SMALL, FORM, b"[]", b"ui=en&nct=1", b"\xef\xbb\xbf{}")))
    elif target.startswith(b"/v1/sheet/" + KNOWN.encode()) and rng.random() > PAGES:
        target = b"/healthz"
    fields = rng.sample(FIELDS, rng.randint(0, 3)) + [b"Host: x"]
    if body or method == b"POST":
        fields.append(b"Content-Length: %d" % len(body))
    return method + b" " + target + b" HTTP/1.1\r\n" + b"\r\n".join(fields) + b"\r\n\r\n" + body


class Client:
    """One connection at a time; a new one where the service has closed the last."""

    def __init__(self, port, seed, tally):
        self.port, self.tally, self.rng = port, tally, random.Random(seed)
        self.connection, self.rest = None, b""

    def fault(self, what, request):
        self.tally.append(f"{what}: {request[:200]!r}")

    def close(self):
        if self.connection:
            self.connection.close()
        self.connection, self.rest = None, b""

    def more(self):
        piece = self.connection.recv(1 << 18)
        self.rest += piece
        return piece

    def answer(self, request):
        """The status of the next answer, read to its end; None where there is none."""
        while b"\r\n\r\n" not in self.rest:
            if not self.more():
                if self.rest:
                    self.fault("half an answer", request)
                return None
        head, self.rest = self.rest.split(b"\r\n\r\n", 1)
        found = re.match(rb"HTTP/1\.1 (\d{3}) ", head)
        if not found:
            self.fault(f"no status in {head[:80]!r}", request)
            return None
        status = int(found[1])
        if status == 100:
            return self.answer(request)
        length = re.search(rb"(?i)\ncontent-length: (\d+)", head)
        wanted = 0 if is_head(request) or status in (204, 304) or not length else \
            int(length[1])
        while len(self.rest) < wanted:
            if not self.more():
                self.fault("half a body", request)
                return None
        self.rest = self.rest[wanted:]
        if re.search(rb"(?i)\nconnection: close", head):
            self.close()
        return status

    def ask(self, request, is_last):
        if not self.connection:
            self.connection = socket.create_connection(("127.0.0.1", self.port), 120)
        with contextlib.suppress(OSError):  # it may have had enough before the end
            self.connection.sendall(request)
            if is_last:
                self.connection.shutdown(socket.SHUT_WR)
        try:
            status = self.answer(request)
            # Behind a HEAD that a mutation has split nobody knows which answers have bodies.
            while is_last and status and self.connection and not is_head(request):
                status = self.check(status, request) and self.answer(request)
        except TimeoutError:
            self.fault("no answer in 120 s", request)
            status = None
        except OSError:
            status = None  # reset: more had been sent than was read
        self.check(status, request)
        if is_last or status is None:
            self.close()
        return status

    def check(self, status, request):
        if status is not None and (status == 500 or not 200 <= status < 600):
            self.fault(f"status {status}", request)
        return status

    def storm(self, count):
        """How many got an answer."""
        answered = 0
        for _ in range(count):
            is_last = self.rng.random() < 0.4
            request = mutated(self.rng, self.rng.choice(SEEDS)) if is_last else \
                well_framed(self.rng)
            answered += self.ask(request, is_last) is not None
        self.close()
        return answered


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 4000
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    faults, clients = [], 4
    with Service(program) as service:
        with concurrent.futures.ThreadPoolExecutor(clients) as pool:
            jobs = [pool.submit(Client(service.port, seed * 1000 + i, faults).storm, count // clients)
                    for i in range(clients)]
            answered = sum(job.result() for job in jobs)
        is_serving = service.process.poll() is None and service.get("/healthz").status == 200
        code = service.end()
        said = service.process.stderr.read().decode(errors="replace")
    print(f"{count} requests, {answered} last answered with a status, seed {seed}")
    tally = Tally()
    tally.add(faults[:20])
    tally.add([] if answered > count // 3 else ["hardly any request was answered"])
    tally.add([] if is_serving and code == 0 and not said else
              [f"serving: {is_serving}, exit code {code}, said:\n{said[:4000]}"])
    tally.finish()


if __name__ == "__main__":
    main()
