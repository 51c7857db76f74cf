"""Counts what passed, failed and was skipped, and says so in one line that suite.py reads."""
import re
import sys

LAST_LINE = re.compile(r"^(\d+) passed, (\d+) failed, (\d+) skipped$", re.M)


class Tally:
    def __init__(self, passed=0, failed=0, skipped=0):
        self.passed, self.failed, self.skipped = passed, failed, skipped

    def __str__(self):
        return f"{self.passed} passed, {self.failed} failed, {self.skipped} skipped"

    def __iadd__(self, other):
        self.passed += other.passed
        self.failed += other.failed
        self.skipped += other.skipped
        return self

    def add(self, complaints):
        """One check: it passed if nobody complained."""
        complaints = list(complaints)
        for complaint in complaints:
            print(complaint)
        self.failed += bool(complaints)
        self.passed += not complaints

    def skip(self, reason):
        print(f"skipped: {reason}")
        self.skipped += 1

    def finish(self):
        """Prints the line and ends the program."""
        print(self, flush=True)
        sys.exit(1 if self.failed else 0)


def read(output):
    """The tally that a check printed last, or None."""
    lines = LAST_LINE.findall(output)
    return Tally(*map(int, lines[-1])) if lines else None
