#!/usr/bin/env python3
"""Writes the manual pages from the program's --help.

    manual.py PROGRAM VERSION DATE FOLDER     trialsheet.1 and one for each command

With the date of the version: the same program gives the same pages.
"""
import pathlib
import re
import sys
import textwrap

from help_text import Item, commands_of, read_program

SPECIAL = {"\\": r"\e", "-": r"\-", "'": r"\(aq", "`": r"\(ga", "^": r"\(ha", "~": r"\(ti"}


def escaped(text):
    text = "".join(SPECIAL.get(letter, letter) for letter in text)
    return r"\&" + text if text.startswith(".") else text


def wrapped(text):
    return [escaped(line) for line in textwrap.wrap(text, 60, break_on_hyphens=False,
                                                    break_long_words=False)]


def paragraph(text):
    return [".PP", *wrapped(text)]


def listed(item):
    return [".TP", f"\\fB{escaped(item.term)}\\fR", *(wrapped(item.text) or [r"\&"])]


def example(item):
    first, *others = item.term.split("\n")
    lines = [f"\\fB{escaped(line)}\\fR" for line in [first, *("  " + line for line in others)]]
    text = [".RS 4", *wrapped(item.text), ".RE"] if item.text else []
    return [".PP", ".nf", *lines, ".fi", *text]


def part_lines(part):
    if not isinstance(part, Item):
        return paragraph(part)
    return example(part) if part.kind == "example" else listed(part)


def is_exit(part):
    return isinstance(part, str) and part.startswith("Exit codes: ")


def told(text):
    """"Exit codes: 0 all is written; 65 no page" as a list; the rest as a paragraph."""
    body, _, rest = text.removeprefix("Exit codes: ").partition(". ")
    lines = []
    for code in body.rstrip(".").split("; "):
        number, _, meaning = code.partition(" ")
        if found := re.match(r"((?:\d+(?:, | and )?)+) (.*)", code):
            number, meaning = found[1], found[2]
        lines += listed(Item(number, meaning, "code"))
    return lines + (paragraph(rest) if rest else [])


class Page:
    """The parts of a help text under the headings of a manual page."""

    ORDER = ("NAME", "SYNOPSIS", "DESCRIPTION", "COMMANDS", "OPTIONS", "NOTES", "EXIT STATUS",
             "EXAMPLES", "SEE ALSO")
    HEADINGS = {"Usage": "COMMANDS", "Examples": "EXAMPLES", "Exit codes": "EXIT STATUS",
                "Options": "OPTIONS"}

    def __init__(self, name):
        self.name = name
        self.text = {heading: [] for heading in self.ORDER}

    def add(self, heading, lines):
        self.text[heading] += lines

    def add_section(self, section):
        if section.title and section.title not in self.HEADINGS:  # "With RECORD"
            self.add("OPTIONS", [f".SS {escaped(section.title)}"])
        for part in section.parts:
            if is_exit(part):
                self.add("EXIT STATUS", told(part))
            else:
                self.add(self.heading_of(section, part), part_lines(part))

    def heading_of(self, section, part):
        if isinstance(part, Item) and part.kind == "option":
            return "OPTIONS"
        if section.title:
            return self.HEADINGS.get(section.title, "OPTIONS")
        return "NOTES" if self.text["OPTIONS"] else "DESCRIPTION"

    def write(self, folder, version, date):
        lines = [f'.TH {escaped(self.name).upper()} 1 {date} "trialsheet {version}" '
                 '"User commands"']
        for heading, text in self.text.items():
            if text:
                # A heading is followed by text, not by a distance.
                text = text[1:] if text[0] == ".PP" else text
                lines += [f".SH {heading}", *text]
        (folder / f"{self.name}.1").write_text("\n".join(lines) + "\n")


def see_also(names, own):
    others = sorted(name for name in names if name != own)
    return [f".BR {escaped(name)} (1){',' if name != others[-1] else ''}" for name in others]


def main_page(helped, names):
    page = Page("trialsheet")
    first = helped.sections[0].parts.pop(0)
    page.add("NAME", [escaped("trialsheet") + r" \- " + escaped(first.partition(": ")[2])])
    page.add("SYNOPSIS", [r".B trialsheet", r"\fICOMMAND\fR [\fIoptions\fR]"])
    for section in helped.sections:
        page.add_section(section)
    page.add("SEE ALSO", see_also(names, "trialsheet"))
    return page


def command_page(helped, summary, names):
    page = Page(helped.name())
    page.add("NAME", [escaped(page.name) + r" \- " + escaped(summary)])
    page.add("SYNOPSIS", [".nf", *map(escaped, helped.synopsis), ".fi"])
    for section in helped.sections:
        page.add_section(section)
    page.add("SEE ALSO", see_also(names, page.name))
    return page


def main():
    program, version, date, folder = sys.argv[1:]
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    helped, commands = read_program(program)
    summaries = commands_of(helped)
    names = ["trialsheet", *(each.name() for each in commands.values())]
    pages = [main_page(helped, names),
             *(command_page(each, summaries[name], names) for name, each in commands.items())]
    for page in pages:
        page.write(folder, version, date)


if __name__ == "__main__":
    main()
