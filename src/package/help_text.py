"""Reads the program's --help apart: the one source of manual pages and completions.

A help text is lines of at most 80 characters:

    trialsheet render RECORD... [options]     how it is called, until the first empty line
    Makes of each record ...                  a paragraph
    Examples:                                 a heading
      trialsheet render NCT05153070.json      a command; four spaces: it goes on
          leaves NCT05153070.pdf here         six or more: what it does
    Options:
      -o, --output FILE   where to write      an option, or several with commas between them

So what is said of a command or an option is said once, in src/cli/help.hpp.
"""
import dataclasses
import re
import subprocess

# A value is in capitals, FILE, or says which there are, tar|zip.
OPTION = re.compile(r"(?:-\w, )?--?[a-z][\w-]*(?:[ =](?:\[?[A-Z][\w|/]*\]?|\w+(?:\|\w+)+))?")
OPTIONS = re.compile(rf"{OPTION.pattern}(?:, {OPTION.pattern})*,?")


@dataclasses.dataclass
class Option:
    names: list     # ["-o", "--output"]
    value: str      # "FILE"; empty: none, or told where the option is told in full
    text: str


@dataclasses.dataclass
class Item:
    term: str       # as it is printed: an option, an exit code, a command
    text: str
    kind: str       # option, code, example, usage


@dataclasses.dataclass
class Section:
    title: str      # empty: before the first heading, or after the last list
    parts: list = dataclasses.field(default_factory=list)  # str: a paragraph, or Item


@dataclasses.dataclass
class Help:
    command: str    # "render", "--stdio"; empty: of the program itself
    synopsis: list
    sections: list

    def items(self, kind):
        return [part for section in self.sections for part in section.parts
                if isinstance(part, Item) and part.kind == kind]

    def name(self):
        """As of its manual page: "trialsheet-render"."""
        return f"trialsheet-{self.command.lstrip('-')}".rstrip("-")

    def options(self):
        return [option for item in self.items("option") for option in options_of(item)]

    def examples(self):
        return self.items("example")

    def subcommands(self):
        """Such as "check" of "trialsheet layouts check FILE"."""
        found = (re.match(rf"trialsheet {self.command} ([a-z]+)\b", line)
                 for line in self.synopsis)
        return [match[1] for match in found if match]

    def operands(self):
        """What is given without an option, such as RECORD."""
        text = " ".join(re.sub(r"\[?--?[a-z][^\]]*(\]|$)", "", line) for line in self.synopsis)
        return sorted(set(re.findall(r"\b[A-Z]{3,}\b", text)))


def options_of(item):
    """Those of a term such as "-o, --output FILE" or "--words, --font-dir"."""
    found, short = [], None
    for part in re.split(r", *", item.term.rstrip(",")):
        name, _, value = part.replace("=", " ").partition(" ")
        if not name.startswith("--"):
            short = name
            if value:
                found.append(Option([name], value, item.text))
            continue
        found.append(Option([short, name] if short else [name], value.strip("[]"), item.text))
        short = None
    if short and not any(short in option.names for option in found):
        found.append(Option([short], "", item.text))
    return found


def option_item(text):
    """The term goes to the first two spaces, or as far as it reads like options."""
    term, _, rest = text.partition("  ")
    match = OPTIONS.match(term)
    end = match.end() if match else len(term)
    return Item(term[:end].strip(), (term[end:] + " " + rest).strip(), "option")


def item_of(text, title):
    if text.startswith("-"):
        return option_item(text)
    if re.match(r"\d+  ", text):
        term, _, rest = text.partition("  ")
        return Item(term, rest.strip(), "code")
    if title == "Usage":
        term, _, rest = text.partition("  ")
        return Item(term, rest.strip(), "usage")
    return Item(text, "", "example")


def joined(before, text):
    return f"{before} {text.strip()}".strip()


class Reader:
    def __init__(self):
        self.sections = [Section("")]
        self.paragraph = False   # the last part is one that can go on

    def take(self, line):
        indent = len(line) - len(line.lstrip())
        if not line.strip():
            self.paragraph = False
        elif indent == 0:
            self.take_text(line)
        elif indent == 2 and not self.unfinished():
            self.paragraph = False
            self.parts().append(item_of(line.strip(), self.sections[-1].title))
        else:
            self.go_on(line, indent)

    def parts(self):
        return self.sections[-1].parts

    def unfinished(self):
        """A list of options that goes on in the next line."""
        last = self.parts()[-1] if self.parts() else None
        return isinstance(last, Item) and last.kind == "option" and last.term.endswith(",")

    def take_text(self, line):
        if re.fullmatch(r"[A-Z][\w ]*:", line):
            self.sections.append(Section(line[:-1]))
            self.paragraph = False
        elif self.paragraph:
            self.parts()[-1] = joined(self.parts()[-1], line)
        else:
            if self.sections[-1].title:
                self.sections.append(Section(""))
            self.parts().append(line)
            self.paragraph = True

    def go_on(self, line, indent):
        last = self.parts()[-1]
        if not isinstance(last, Item):
            raise ValueError(f"help: what does this line belong to? {line!r}")
        if self.unfinished():
            more = option_item(line.strip())
            last.term, last.text = joined(last.term, more.term), more.text
        elif last.kind == "example" and indent == 4 and not last.text:
            last.term += "\n" + line.strip()
        else:
            last.text = joined(last.text, line)


def read_help(text, command=""):
    lines = text.splitlines()
    synopsis = []
    while command and lines and lines[0].strip():
        synopsis.append(lines.pop(0))
    reader = Reader()
    for line in lines:
        reader.take(line)
    sections = [section for section in reader.sections if section.parts]
    return Help(command, synopsis, sections)


def commands_of(main):
    """Each command with what it does in a few words, in the order of the help.

    So is an option with a help text of its own: "...; see trialsheet --stdio --help".
    """
    commands = {}
    for item in main.items("usage"):
        if found := re.match(r"trialsheet ((?:--)?[a-z][\w-]*)", item.term):
            commands.setdefault(found[1], item.text)
    for option in main.options():
        if f"trialsheet {option.names[-1]} --help" in option.text:
            commands.setdefault(option.names[-1], option.text.partition(";")[0])
    return commands


def ask(program, *arguments):
    run = subprocess.run([program, *arguments], capture_output=True, text=True, check=True)
    return run.stdout


def read_program(program):
    """The help of the program itself and, by its name, of each command."""
    main = read_help(ask(program, "--help"))
    return main, {name: read_help(ask(program, name, "--help"), name)
                  for name in commands_of(main)}
