"""A registry on 127.0.0.1 that answers, and misbehaves on request.

    registry_stub.py          says its port on the first line of standard output

The number asked for says how it behaves; see BEHAVIOURS. It ends when its standard input does,
or after two minutes. GET /log gives all requests so far as JSON.
"""
import gzip
import http.server
import json
import os
import sys
import threading
import time
import urllib.parse

LIFETIME = 120
PREFIX = "/api/v2"
ETAG = '"stub-1"'


def study(nct, version="2026-07-14", **identification):
    return json.dumps({
        "protocolSection": {"identificationModule": {
            "nctId": nct, "briefTitle": "A Trial of the Stub ≥ 18", **identification}},
        "derivedSection": {"miscInfoModule": {"versionHolder": version}},
    }).encode()


class Registry(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def answer(self, code, body=b"", **headers):
        self.send_response(code)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def answer_study(self, body, **headers):
        self.answer(200, body, Content_Type="application/json", **headers)

    def times_asked(self):
        return sum(entry["path"] == self.path for entry in self.server.log)

    # How it behaves, by the number asked for. Each has the record that it would have.

    def good(self, nct):
        if self.headers.get("If-None-Match") == ETAG:
            return self.answer(304, ETag=ETAG)
        return self.answer_study(gzip.compress(study(nct)), ETag=ETAG, Content_Encoding="gzip")

    def alias(self, _):
        self.answer(301, Location=f"{PREFIX}/studies/NCT00000001")

    def alias_with_record(self, nct):
        if not self.path.endswith("NCT00000099"):
            return self.answer(301, Location=f"{PREFIX}/studies/NCT00000099")
        return self.answer_study(study("NCT00000099", nctIdAliases=["NCT00000003"]))

    def elsewhere(self, _):
        self.answer(301, Location=f"http://127.0.0.2:{self.server.server_port}{PREFIX}/studies/NCT00000001")

    def other_folder(self, nct):
        self.answer(302, Location=f"{PREFIX}/../secret/{nct}")

    def local_file(self, _):
        self.answer(301, Location="file:///etc/passwd")

    def loop(self, _):
        self.answer(302, Location=self.path)

    def busy_once(self, nct):
        if self.times_asked() == 1:
            return self.answer(429, b"slow down", Retry_After="1")
        return self.answer_study(study(nct))

    def busy_long(self, _):
        self.answer(429, b"slow down", Retry_After="86400")

    def error_once(self, nct):
        if self.times_asked() == 1:
            return self.answer(500, b"<html>oops</html>", Content_Type="text/html")
        return self.answer_study(study(nct))

    def error_always(self, _):
        self.answer(503)

    def truncated(self, nct):
        self.send_response(200)
        self.send_header("Content-Length", "100000")
        self.end_headers()
        self.wfile.write(study(nct))
        self.close_connection = True

    def cut_json(self, nct):
        self.answer_study(study(nct)[:80])

    def bomb(self, _):
        self.answer_study(gzip.compress(b" " * (80 << 20), 1), Content_Encoding="gzip")

    def endless(self, _):
        self.send_response(200)
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        for _ in range(4096):
            self.wfile.write(b"10000\r\n" + b" " * 65536 + b"\r\n")

    def slow(self, nct):
        self.send_response(200)
        self.send_header("Content-Length", "1000")
        self.end_headers()
        for _ in range(20):
            self.wfile.write(b" ")
            self.wfile.flush()
            time.sleep(0.3)

    def silent(self, _):
        time.sleep(6)

    def wrong(self, _):
        self.answer_study(study("NCT00000001"))

    def web_page(self, _):
        self.answer(200, b"<!DOCTYPE html><title>Sign in</title>", Content_Type="text/html")

    def empty(self, _):
        self.answer_study(b"")

    def forbidden(self, _):
        self.answer(403, b"no robots", Content_Type="text/plain")

    def newer(self, nct):
        self.answer_study(study(nct, version="2026-09-01"), ETag='"stub-2"')

    def pausing(self, nct):
        time.sleep(0.5)
        self.answer_study(study(nct))

    def bad_etag(self, nct):
        self.answer_study(study(nct), ETag="not quoted")

    def missing(self, nct):
        self.answer(404, f"NCT number {nct} not found".encode(), Content_Type="text/plain")

    def page(self, query):
        """250 studies for any query, 100 a page; the query "bad" has one that is broken."""
        start = int(query.get("pageToken", ["0"])[0])
        end = min(250, start + int(query["pageSize"][0]))
        studies = [study(f"NCT{10_000_000 + i}") for i in range(start, end)]
        if query["query.term"] == ["bad"] and start == 0:
            studies[1] = b'{"protocolSection": {}}'
        if query["query.term"] == ["html"]:
            return self.web_page(None)
        if query["query.term"] == ["endless"]:
            studies, end = [], 0
        body = b'{"studies": [' + b", ".join(studies) + b"]"
        if start == 0:
            body += b', "totalCount": 250'
        if end < 250:
            body += b', "nextPageToken": "%d"' % end
        return self.answer_study(body + b"}")

    BEHAVIOURS = {
        "NCT00000001": good, "NCT00000002": alias, "NCT00000003": alias_with_record,
        "NCT00000099": alias_with_record,
        "NCT00000004": elsewhere, "NCT00000005": local_file, "NCT00000006": loop,
        "NCT00000007": busy_once, "NCT00000008": busy_long, "NCT00000009": error_once,
        "NCT00000010": error_always, "NCT00000011": truncated, "NCT00000012": cut_json,
        "NCT00000013": bomb, "NCT00000014": endless, "NCT00000015": slow,
        "NCT00000016": silent, "NCT00000017": wrong, "NCT00000018": web_page,
        "NCT00000019": empty, "NCT00000020": forbidden, "NCT00000021": newer,
        "NCT00000022": pausing, "NCT00000023": bad_etag, "NCT00000024": other_folder,
    }

    def do_GET(self):
        if self.path == "/log":
            return self.answer_study(json.dumps(self.server.log).encode())
        with self.server.lock:
            self.server.log.append({"path": self.path, "time": time.monotonic(),
                                    "etag": self.headers.get("If-None-Match"),
                                    "agent": self.headers.get("User-Agent")})
        address = urllib.parse.urlsplit(self.path)
        if address.path == f"{PREFIX}/studies":
            return self.page(urllib.parse.parse_qs(address.query))
        nct = address.path.rsplit("/", 1)[-1]
        return self.BEHAVIOURS.get(nct, Registry.missing)(self, nct)

    def handle(self):
        try:
            super().handle()
        except OSError:  # the client had enough
            pass


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Registry)
        self.log = []
        self.lock = threading.Lock()

    @property
    def base(self):
        return f"http://127.0.0.1:{self.server_port}{PREFIX}"


def main():
    server = Server()
    print(server.server_port, flush=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    threading.Timer(LIFETIME, os._exit, [1]).start()
    sys.stdin.read()
    os._exit(0)


if __name__ == "__main__":
    main()
