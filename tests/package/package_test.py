#!/usr/bin/env python3
"""What others install: package_test.py PROGRAM [--all]. See README.md of the tests."""
import argparse
import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "check"))
from components_test import ComponentsTest  # noqa: E402
from deb_test import DebTest  # noqa: E402
from deploy_test import DeployTest  # noqa: E402
from help_test import HelpTest, ROOT  # noqa: E402
from tally import Tally  # noqa: E402


def parse_arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("program", nargs="?", type=pathlib.Path, default=ROOT / "build/trialsheet")
    parser.add_argument("--all", action="store_true", help="also what takes minutes")
    return parser.parse_args()


def main():
    options = parse_arguments()
    cases = (HelpTest, ComponentsTest, DeployTest, DebTest)
    for case in cases:
        case.program = options.program.resolve()
        case.all = options.all
    load = unittest.defaultTestLoader.loadTestsFromTestCase
    tests = unittest.TestSuite(load(case) for case in cases)
    result = unittest.TextTestRunner(stream=sys.stdout, verbosity=0).run(tests)
    for test, reason in result.skipped:
        print(f"skipped: {test.id().partition('.')[2]}: {reason}")
    bad = len(result.failures) + len(result.errors)
    good = result.testsRun - bad - len(result.skipped)
    Tally(max(good, 0), bad, len(result.skipped)).finish()


if __name__ == "__main__":
    main()
