"""The service against its own OpenAPI document: each answer is one that the document has."""
import json
import os
import pathlib
import re
import shutil
import subprocess
import unittest

import jsonschema

from running import KNOWN, SAMPLES, Service

RECORD = (SAMPLES / f"{KNOWN}.json").read_bytes()
JSON = {"Content-Type": "application/json"}
ETAG = {}

# Method, path, query, body, fields, status. Of each documented answer there is one.
CALLS = [
    ("GET", "/healthz", "", None, {}, 200),
    ("POST", "/healthz", "", b"", {}, 405),
    ("GET", "/readyz", "", None, {}, 200),
    ("DELETE", "/readyz", "", None, {}, 405),
    ("GET", "/metrics", "", None, {}, 200),
    ("PUT", "/metrics", "", b"", {}, 405),
    ("GET", "/openapi.json", "", None, {}, 200),
    ("POST", "/openapi.json", "", b"", {}, 405),
    ("GET", "/v1/layouts", "", None, {}, 200),
    ("POST", "/v1/layouts", "", b"", {}, 405),
    ("POST", "/v1/sheet", "paper=a4&no-attach&date=none&near=Lyon,%20France", RECORD, JSON, 200),
    ("POST", "/v1/sheet", "", RECORD, {**JSON, "Accept": "application/json"}, 200),
    ("POST", "/v1/sheet", "paper=a0", RECORD, JSON, 400),
    ("POST", "/v1/sheet", "", RECORD, {**JSON, "Accept": "image/png"}, 406),
    ("POST", "/v1/sheet", "", b" " * (9 << 20), JSON, 413),
    ("POST", "/v1/sheet", "", RECORD, {"Content-Type": "text/csv"}, 415),
    ("POST", "/v1/sheet", "", b"{}", JSON, 422),
    ("GET", f"/v1/sheet/{KNOWN}", "layout=standard", None, {}, 200),
    ("GET", f"/v1/sheet/{KNOWN}", "", None, {"Accept": "application/json"}, 200),
    ("GET", f"/v1/sheet/{KNOWN}", "", None, {"Accept": "application/fhir+json"}, 200),
    ("GET", f"/v1/sheet/{KNOWN}", "", None, ETAG, 304),
    ("GET", f"/v1/sheet/{KNOWN}", "lang=xx", None, {}, 400),
    ("GET", "/v1/sheet/NCT00000000", "", None, {}, 404),
    ("GET", f"/v1/sheet/{KNOWN}", "", None, {"Accept": "text/html"}, 406),
    ("HEAD", f"/v1/sheet/{KNOWN}", "", None, {}, 200),
    ("HEAD", f"/v1/sheet/{KNOWN}", "", None, ETAG, 304),
    ("HEAD", f"/v1/sheet/{KNOWN}", "date=x", None, {}, 400),
    ("HEAD", "/v1/sheet/NCT00000000", "", None, {}, 404),
    ("POST", "/v1/bundle", "duplex&paper=a4", b'{"records": ["%s"]}' % KNOWN.encode(), JSON, 200),
    ("POST", "/v1/bundle", "", b'{"records": [%s]}' % RECORD, JSON, 200),
    ("POST", "/v1/bundle", "duplex=long", b'{"records": ["%s"]}' % KNOWN.encode(), JSON, 400),
    ("POST", "/v1/bundle", "", b'{"records": ["NCT00000000"]}', JSON, 404),
    ("POST", "/v1/bundle", "", b" " * (9 << 20), JSON, 413),
    ("POST", "/v1/bundle", "", RECORD, {"Content-Type": "text/csv"}, 415),
    ("POST", "/v1/bundle", "", RECORD, JSON, 422),
    ("POST", "/v1/explain", "", RECORD, JSON, 200),
    ("POST", "/v1/explain", "", RECORD, {**JSON, "Accept": "text/plain"}, 200),
    ("POST", "/v1/explain", "layout=x", RECORD, JSON, 400),
    ("POST", "/v1/explain", "", RECORD, {**JSON, "Accept": "image/png"}, 406),
    ("POST", "/v1/explain", "", b" " * (9 << 20), JSON, 413),
    ("POST", "/v1/explain", "", RECORD, {"Content-Type": "text/csv"}, 415),
    ("POST", "/v1/explain", "", b"[1]", JSON, 422),
]
# These need a registry, a queue that is full, or a record that no page can be made of;
# other tests have them.
ELSEWHERE = {"422 GET", "502 GET", "502 POST", "503 GET", "503 POST"}


class ContractTest(unittest.TestCase):
    program = None

    @classmethod
    def setUpClass(cls):
        cls.service = Service(cls.program)
        answer = cls.service.get("/openapi.json")
        cls.document = json.loads(answer.body)
        ETAG["If-None-Match"] = cls.service.get(f"/v1/sheet/{KNOWN}").headers["ETag"]

    @classmethod
    def tearDownClass(cls):
        cls.service.__exit__()

    def resolve(self, node):
        while "$ref" in node:
            found = self.document
            for step in node["$ref"].removeprefix("#/").split("/"):
                found = found[step]
            node = found
        return node

    def operation(self, method, path):
        for template, item in self.document["paths"].items():
            if re.fullmatch(re.sub(r"\{\w+\}", r"[^/]+", template), path):
                if method.lower() in item:
                    return item[method.lower()]
                return next(iter(item[m] for m in ("get", "post") if m in item))
        self.fail(f"{path} is not in the document")

    def check(self, answer, documented):
        content = documented.get("content")
        if not content or not answer.body:
            return
        media = answer.headers["Content-Type"].split(";")[0]
        self.assertIn(media, content)
        if media.endswith("json"):
            schema = {**content[media]["schema"], "components": self.document["components"]}
            jsonschema.validate(json.loads(answer.body), schema,
                                cls=jsonschema.Draft202012Validator)

    def test_every_answer_is_documented_and_every_documented_answer_is_given(self):
        missing = {f"{status} {method.upper()} {path}"
                   for path, item in self.document["paths"].items()
                   for method, operation in item.items() if method in ("get", "head", "post")
                   for status in operation["responses"]}
        for method, path, query, body, fields, status in CALLS:
            with self.subTest(f"{method} {path}?{query} {fields}"):
                answer = self.service.ask(method, path + ("?" + query if query else ""), body, fields)
                self.assertEqual(answer.status, status, answer.body[:300])
                operation = self.operation(method, path)
                self.check(answer, self.resolve(operation["responses"][str(status)]))
                template = re.sub(r"NCT\d{8}", "{nct}", path)
                for known in (method, "GET"):
                    missing.discard(f"{status} {known} {template}")
        left = {entry for entry in missing
                if not any(entry.startswith(prefix) for prefix in ELSEWHERE)}
        self.assertEqual(left, set())

    def test_each_field_that_is_promised_is_there(self):
        answer = self.service.get(f"/v1/sheet/{KNOWN}")
        promised = self.resolve(self.operation("GET", f"/v1/sheet/{KNOWN}")["responses"]["200"])
        for name in promised["headers"]:
            self.assertIn(name, answer.headers)

    def test_the_parameters_are_those_of_the_document(self):
        detail = json.loads(self.service.get(f"/v1/sheet/{KNOWN}?nothing=1").body)["detail"]
        known = set(detail.split("there are: ")[1].split(", "))
        parameters = self.document["components"]["parameters"].values()
        self.assertEqual(known, {p["name"] for p in parameters if p["in"] == "query"})

    def test_the_linter_finds_nothing(self):
        cache = os.environ.get("TRIALSHEET_CACHE", pathlib.Path.home() / ".cache/trialsheet")
        linter = pathlib.Path(cache) / "web/node_modules/.bin/redocly"
        if not linter.exists() or not shutil.which("node"):
            self.skipTest("redocly is not installed; tests/web/setup fetches it")
        file = self.service.folder / "openapi.json"
        file.write_text(json.dumps(self.document))
        run = subprocess.run([linter, "lint", file], capture_output=True, text=True, timeout=300,
                             env={**os.environ, "REDOCLY_TELEMETRY": "off",
                                  "REDOCLY_SUPPRESS_UPDATE_NOTICE": "true"})
        self.assertEqual(run.returncode, 0, run.stdout + run.stderr)
        self.assertNotIn("You have", run.stdout + run.stderr)  # ... N warnings
