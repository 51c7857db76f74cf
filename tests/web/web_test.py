#!/usr/bin/env python3
"""The patient's page in Chromium: web_test.py PROGRAM. Starts the service; walk.mjs walks."""
import os
import pathlib
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests/check"), str(ROOT / "tests/service")]
from running import SAMPLES, Service, Stub  # noqa: E402
from tally import Tally  # noqa: E402

PROGRAM = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "build/trialsheet").resolve()
CACHE = pathlib.Path(os.environ.get("TRIALSHEET_CACHE", pathlib.Path.home() / ".cache/trialsheet"))


def walk(*arguments):
    modules = CACHE / "web/node_modules"
    return subprocess.run(["node", ROOT / "tests/web/walk.mjs", *map(str, arguments)], timeout=600,
                          env={**os.environ, "WEB_MODULES": str(modules),
                               "CHROMIUM": shutil.which("chromium") or ""}).returncode


def missing():
    for program in ("node", "chromium"):
        if not shutil.which(program):
            return f"{program} is not installed"
    if not (CACHE / "web/node_modules/playwright-core").exists():
        return "playwright-core is not installed; tests/web/setup fetches it"
    return None


def main():
    if reason := missing():
        tally = Tally()
        tally.skip(reason)
        tally.finish()
    local = {"no_proxy": "127.0.0.1"}
    with Stub() as stub, Service(PROGRAM, "--upstream", "--registry", stub.base, "--pause", "0",
                                 "--timeout", "2", env=local) as service:
        sys.exit(walk(f"http://127.0.0.1:{service.port}", SAMPLES))


if __name__ == "__main__":
    main()
