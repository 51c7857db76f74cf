"""The help, the parser and what is written from the help: manual pages and completions."""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "src/package"))
from help_text import read_program  # noqa: E402

DECLARED = re.compile(r'add_(?:option|flag)\(\s*"([^"]+)"')
UNKNOWN = "--no-such-option"


def names_in_sources():
    """All that the parser declares, for whatever command."""
    text = "".join(path.read_text() for path in sorted((ROOT / "src/cli").glob("*.cpp")))
    return {name for names in DECLARED.findall(text) for name in names.split(",")
            if name.startswith("-")}


class HelpTest(unittest.TestCase):
    program = None

    @classmethod
    def setUpClass(cls):
        cls.main, cls.commands = read_program(cls.program)
        cls.scratch = tempfile.TemporaryDirectory(prefix="trialsheet-package-")
        cls.folder = pathlib.Path(cls.scratch.name)
        for tool, arguments in (("manual.py", ("0.1.0", "2026-11-23", cls.folder / "man1")),
                                ("completions.py", (cls.folder,))):
            subprocess.run([sys.executable, ROOT / "src/package" / tool, cls.program, *arguments],
                           check=True)

    @classmethod
    def tearDownClass(cls):
        cls.scratch.cleanup()

    # The help tells what the parser takes, and takes what it tells.

    def words(self):
        """Commands that are words: not --stdio."""
        return {name for name in self.commands if not name.startswith("-")}

    def needed(self, helped):
        """What would be missed first: operands, or "check x", and options, such as "-o x"."""
        line = helped.synopsis[0].partition("[")[0]
        subcommand = helped.subcommands()[:1] if len(helped.synopsis) == 1 else []
        operand = ["x"] if subcommand or (helped.operands() and not helped.subcommands()) else []
        options = re.findall(r" (--?[a-z]\S*) [A-Z]", line)
        return [*subcommand, *operand], [word for option in options for word in (option, "x")]

    def refused(self, helped, *others):
        """Which of the options the command does not take; nothing is begun, for one never is."""
        operands, options = self.needed(helped)
        if {*options} & {*others}:
            options = []
        run = subprocess.run([self.program, helped.command, *operands, *options, UNKNOWN, *others,
                              UNKNOWN], capture_output=True, text=True, cwd=self.folder,
                             stdin=subprocess.DEVNULL, timeout=60)
        self.assertEqual(run.returncode, 64, (others, run.stderr))
        found = re.search(r"not expected: (.*); see", run.stderr)
        return set(found[1].split()) if found else {run.stderr}

    def test_each_option_of_the_help_is_taken(self):
        for name, helped in self.commands.items():
            for option in helped.options():
                for spelling in {*option.names} - {"-h", "--help"}:
                    with self.subTest(f"{name} {spelling}"):
                        self.assertNotIn(spelling, self.refused(helped, spelling))

    def test_an_option_that_the_help_of_a_command_has_not_is_refused(self):
        everywhere = names_in_sources()
        self.assertGreater(len(everywhere), 20)
        for name, helped in self.commands.items():
            told = {spelling for option in helped.options() for spelling in option.names}
            # A short one would be taken apart: -qx.
            others = sorted(other for other in everywhere - told - {"--help", "--version"}
                            if other.startswith("--"))
            with self.subTest(name):
                self.assertEqual(self.refused(helped, *others), {*others, UNKNOWN})

    def test_each_option_is_told_somewhere(self):
        told = {spelling for helped in (self.main, *self.commands.values())
                for option in helped.options() for spelling in option.names}
        told |= set(self.commands)
        self.assertLessEqual(names_in_sources() | {"--version", "--help"}, told)

    def test_each_command_that_the_parser_has_is_told(self):
        text = "".join(path.read_text() for path in sorted((ROOT / "src/cli").glob("*.cpp")))
        declared = set(re.findall(r'add_subcommand\(\s*"([a-z-]+)"', text))
        told = self.words() | {sub for each in self.commands.values()
                                     for sub in each.subcommands()}
        self.assertEqual(declared, told)

    # Manual pages.

    def pages(self):
        return sorted((self.folder / "man1").iterdir())

    def test_a_page_for_each_command(self):
        self.assertEqual([page.name for page in self.pages()],
                         sorted(["trialsheet.1", *(f"{each.name()}.1"
                                                   for each in self.commands.values())]))

    @unittest.skipUnless(shutil.which("mandoc"), "mandoc is not installed")
    def test_mandoc_has_nothing_to_say(self):
        run = subprocess.run(["mandoc", "-T", "lint", *self.pages()], capture_output=True,
                             text=True)
        self.assertEqual((run.stdout, run.stderr), ("", ""))

    @unittest.skipUnless(shutil.which("mandoc"), "mandoc is not installed")
    def test_pages_say_all_that_the_help_says(self):
        """Word for word, in whatever order."""
        for helped in (self.main, *self.commands.values()):
            page = self.folder / "man1" / f"{helped.name()}.1"
            command = [helped.command] if helped.command else []
            helped = subprocess.run([self.program, *command, "--help"],
                                    capture_output=True, text=True).stdout
            shown = subprocess.run(["mandoc", "-T", "utf8", "-O", "width=200", page],
                                   capture_output=True, text=True).stdout
            shown = re.sub(".\b", "", shown).replace("’", "'").split()
            headings = {"Usage:", "Examples:", "Options:", "Exit", "codes:", "trialsheet:",
                        "With"}
            missing = [word for word in helped.split()
                       if word not in headings and word.rstrip(";.:") not in
                       {other.rstrip(";.:") for other in shown}]
            with self.subTest(page.name):
                self.assertEqual(missing, [])

    # Completions, as each shell has them.

    def complete_in_bash(self, *words):
        script = ('source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); '
                  '_trialsheet; printf "%s\\n" "${COMPREPLY[@]}"')
        run = subprocess.run(["bash", "-c", script, "bash", self.folder / "trialsheet.bash",
                              "trialsheet", *words],
                             cwd=ROOT / "samples", capture_output=True, text=True)
        self.assertEqual(run.stderr, "")
        return run.stdout.split()

    def test_bash(self):
        self.assertEqual(self.complete_in_bash("rend"), ["render"])
        self.assertEqual(set(self.complete_in_bash("")), self.words())
        self.assertEqual(self.complete_in_bash("render", "--pap"), ["--paper"])
        self.assertEqual(self.complete_in_bash("render", "--paper", ""), ["letter", "a4"])
        self.assertEqual(self.complete_in_bash("explain", "--layout", "la"), ["large-print"])
        self.assertIn("zh-Hans", self.complete_in_bash("fonts", "--lang", ""))
        self.assertEqual(self.complete_in_bash("layouts", "ch"), ["check"])
        self.assertEqual(self.complete_in_bash("render", "NCT90000001"), ["NCT90000001.json"])
        self.assertEqual(self.complete_in_bash("render", "--words", "dep"), ["deploy"])
        self.assertEqual(self.complete_in_bash("render", "--near", ""), [])
        for name, helped in self.commands.items():
            told = {spelling for option in helped.options() for spelling in option.names}
            self.assertEqual(set(self.complete_in_bash(name, "-")), told | {"-h", "--help"})

    @unittest.skipUnless(shutil.which("fish"), "fish is not installed")
    def test_fish(self):
        def completed(line):
            run = subprocess.run(["fish", "-N", "-c", f"source {self.folder}/trialsheet.fish; "
                                  f"complete -C '{line}'"], capture_output=True, text=True,
                                 cwd=ROOT / "samples", env={**os.environ, "HOME": str(self.folder)})
            self.assertEqual(run.stderr, "")
            return {row.partition("\t")[0] for row in run.stdout.splitlines()}
        self.assertEqual(completed("trialsheet "), self.words())
        self.assertEqual(completed("trialsheet render --pap"), {"--paper"})
        self.assertEqual(completed("trialsheet render --paper "), {"letter", "a4"})
        self.assertIn("zh-Hans", completed("trialsheet explain --lang "))
        self.assertEqual(completed("trialsheet render NCT90000001"), {"NCT90000001.json"})

    @unittest.skipUnless(shutil.which("zsh"), "zsh is not installed")
    def test_zsh(self):
        """The real completion, in a terminal of zsh's own; see zsh_completed.zsh."""
        for line, expected in (("trialsheet rend", "trialsheet render "),
                               ("trialsheet render --pap", "trialsheet render --paper "),
                               ("trialsheet render --paper le", "trialsheet render --paper letter "),
                               ("trialsheet explain --layout lar",
                                "trialsheet explain --layout large-print "),
                               ("trialsheet layouts ch", "trialsheet layouts check "),
                               ("trialsheet render NCT90000001",
                                "trialsheet render NCT90000001.json ")):
            run = subprocess.run(["zsh", "-f", ROOT / "tests/package/zsh_completed.zsh",
                                  self.folder, line], capture_output=True, text=True, timeout=60,
                                 cwd=ROOT / "samples")
            with self.subTest(line):
                self.assertEqual(run.stdout, f"[{expected}]\n", run.stderr)
