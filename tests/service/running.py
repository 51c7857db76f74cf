"""A running `trialsheet serve` on 127.0.0.1, and a registry stub beside it, for tests."""
import contextlib
import http.client
import json
import os
import pathlib
import re
import select
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "samples"
KNOWN = "NCT05153070"


class Stub:
    """tests/store/registry_stub.py, whose docstring says how it behaves by number."""

    def __enter__(self):
        self.process = subprocess.Popen([sys.executable, ROOT / "tests/store/registry_stub.py"],
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.port = int(self.process.stdout.readline())
        self.base = f"http://127.0.0.1:{self.port}/api/v2"
        return self

    def log(self):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        connection.request("GET", "/log")
        return json.loads(connection.getresponse().read())

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.stdout.close()
        self.process.wait(10)


class Service:
    """Started with a store that holds `samples`; ended, and its log read, at the end."""

    def __init__(self, program, *arguments, samples=(KNOWN,), listen="127.0.0.1:0", env=None):
        self.scratch = tempfile.TemporaryDirectory(prefix="trialsheet-service-")
        self.folder = pathlib.Path(self.scratch.name)
        store = self.folder / "records.db"
        environment = {**os.environ, "SOURCE_DATE_EPOCH": "1784000000", **(env or {})}
        for sample in samples:
            subprocess.run([program, "fetch", "-q", "--store", store, "--from",
                            SAMPLES / f"{sample}.json"], check=True, env=environment)
        self.log_file = open(self.folder / "log", "w+b")
        self.process = subprocess.Popen(
            [program, "serve", "--listen", listen, "--store", store, *arguments],
            stdout=self.log_file, stderr=subprocess.PIPE, env=environment, cwd=self.folder)
        self.address = self.read_address()
        self.port = int(self.address.rsplit(":", 1)[1]) if ":" in self.address and not \
            self.address.startswith("unix:") else 0

    def read_address(self):
        if not select.select([self.process.stderr], [], [], 60)[0]:
            self.process.kill()
            raise RuntimeError("serve says nothing")
        line = self.process.stderr.readline().decode()
        found = re.match(r"trialsheet: listening at (\S+)$", line)
        if not found:
            raise RuntimeError(f"serve says {line!r}")
        return found[1]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.end()
        self.log_file.close()
        self.process.stderr.close()
        self.scratch.cleanup()

    def end(self, signal=15):
        """Ends it, if it has not ended, and returns its exit code."""
        if self.process.poll() is None:
            with contextlib.suppress(ProcessLookupError):
                self.process.send_signal(signal)
        return self.process.wait(60)

    def connect(self, timeout=60):
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)

    def ask(self, method, target, body=None, headers=None):
        """The response with its whole body in `.body`."""
        connection = self.connect()
        try:
            connection.request(method, target, body, headers or {})
            response = connection.getresponse()
            response.body = response.read()
            return response
        finally:
            connection.close()

    def get(self, target, **headers):
        return self.ask("GET", target, headers={k.replace("_", "-"): v for k, v in headers.items()})

    def log(self):
        self.log_file.flush()
        return (self.folder / "log").read_text()

    def memory(self):
        """Resident megabytes."""
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) >> 10
