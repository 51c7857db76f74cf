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
from fresh_test import FreshTest  # noqa: E402
from help_test import HelpTest, ROOT  # noqa: E402
from tally import Tally  # noqa: E402


def parse_arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("program", nargs="?", type=pathlib.Path, default=ROOT / "build/trialsheet")
    parser.add_argument("--all", action="store_true", help="also what takes minutes")
    return parser.parse_args()


class Result(unittest.TextTestResult):
    """Counts what passed, which unittest does not."""
    good = 0

    def addSuccess(self, test):
        super().addSuccess(test)
        self.good += 1


def main():
    options = parse_arguments()
    cases = (HelpTest, ComponentsTest, DeployTest, DebTest, FreshTest)
    for case in cases:
        case.program = options.program.resolve()
        case.all = options.all
    load = unittest.defaultTestLoader.loadTestsFromTestCase
    tests = unittest.TestSuite(load(case) for case in cases)
    result = unittest.TextTestRunner(stream=sys.stdout, verbosity=0,
                                     resultclass=Result).run(tests)
    for test, reason in result.skipped:
        print(f"skipped: {test.id()}: {reason}")
    Tally(result.good, len(result.failures) + len(result.errors), len(result.skipped)).finish()


if __name__ == "__main__":
    main()
