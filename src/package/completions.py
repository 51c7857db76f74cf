#!/usr/bin/env python3
"""Writes the completions of bash, zsh and fish from the program's --help.

    completions.py PROGRAM FOLDER     FOLDER/trialsheet.bash, _trialsheet, trialsheet.fish

Commands, options and what they say come from the help, the values of --layout, --paper and
--lang from what the program lists. Numbers of trials are not completed: a list of what was
looked up has no business on a screen.
"""
import dataclasses
import pathlib
import re
import shlex
import sys

from help_text import ask, commands_of, read_program

# What the value of an option or an operand is, by how the help calls it.
FILES = {"FILE", "RECORD", "INPUT", "OUT", "NAME|FILE", "FILE|FOLDER", "FILE|DIR", "PATH"}
FOLDERS = {"DIR", "FOLDER"}


@dataclasses.dataclass
class Choice:
    """One option of a command, or what stands without one."""
    names: list
    text: str
    takes_value: bool
    words: list     # the values it can have
    files: bool
    folders: bool


@dataclasses.dataclass
class Command:
    name: str
    text: str
    choices: list
    operand: Choice


def listed_values(program):
    """Of the options whose values the program can list."""
    layouts = re.findall(r"^(\S+) \((.*)\)$", ask(program, "layouts"), re.M)
    papers = dict.fromkeys(paper for _, names in layouts for paper in names.split(", "))
    return {
        "--layout": [name for name, _ in layouts],
        "--paper": list(papers),
        "--lang": re.findall(r"^(\S+) ", ask(program, "languages"), re.M),
    }


def told_values(value, text):
    """Of "tar|zip", and of "pdf (default), fhir or svg" that is said of FORMAT."""
    if "|" in value:
        return [word for word in value.split("|") if word.islower()]
    found = re.match(r"((?:[a-z][\w+-]*(?: \(default\))?(?:, | or |$))+)(?:[(;:,.]|$)", text)
    words = re.findall(r"[a-z][\w+-]*", found[1].replace("(default)", "")) if found else []
    words = [word for word in words if word != "or"]
    return words if len(words) > 1 else []


def choice_of(option, values, known):
    value = option.value or known.get(option.names[-1], "")
    words = values.get(option.names[-1]) or (told_values(value, option.text) if value else [])
    return Choice(option.names, option.text.partition(";")[0], bool(value), words,
                  value in FILES, value in FOLDERS)


def command_of(helped, text, values, known):
    choices = [choice_of(option, values, known) for option in helped.options()]
    if not any("--help" in choice.names for choice in choices):
        choices.append(Choice(["-h", "--help"], "this text", False, [], False, False))
    operands = helped.operands()
    operand = Choice([], " ".join(operands), False, helped.subcommands(),
                     bool(FILES.intersection(operands)), bool(FOLDERS.intersection(operands)))
    return Command(helped.command, text, choices, operand)


def read(program):
    main, helps = read_program(program)
    values = listed_values(program)
    # An option that is "as of render" has its value there.
    known = {}
    for helped in [main, *helps.values()]:
        for option in helped.options():
            known[option.names[-1]] = known.get(option.names[-1]) or option.value
    summaries = commands_of(main)
    commands = [command_of(helped, summaries[name], values, known)
                for name, helped in helps.items()]
    whole = command_of(main, "", values, known)
    listed = {name for choice in whole.choices for name in choice.names}
    whole.choices += [Choice([each.name], each.text, False, [], False, False)
                      for each in commands if each.name.startswith("-") and each.name not in listed]
    return whole, commands


def named(commands):
    """Those that are words."""
    return [command for command in commands if not command.name.startswith("-")]


# ---- bash ------------------------------------------------------------------------------


def bash_values(choice):
    kinds = []
    if choice.words:
        kinds.append(f'COMPREPLY+=($(compgen -W "{" ".join(choice.words)}" -- "$word"))')
    if choice.files:
        kinds.append('_trialsheet_paths -f')
    elif choice.folders:
        kinds.append('_trialsheet_paths -d')
    return "; ".join(kinds) or ":"


def bash_case(command):
    names = " ".join(name for choice in command.choices for name in choice.names)
    lines = [f"    {command.name or chr(34) * 2})",
             f'      options="{names}"', '      case "$before" in']
    for choice in command.choices:
        if choice.takes_value:
            lines.append(f'        {"|".join(choice.names)}) {bash_values(choice)}; return ;;')
    return [*lines, "      esac", f"      [[ $word == -* ]] || {{ {bash_values(command.operand)}; }}",
            "      ;;"]


def bash(main, commands):
    names = " ".join(command.name for command in named(commands))
    modes = "".join(f" || ${{COMP_WORDS[i]}} == {command.name}" for command in commands
                    if command not in named(commands))
    lines = [
        "# Completion of trialsheet for bash, written from trialsheet --help.", "",
        "_trialsheet_paths() {",
        "  compopt -o filenames 2> /dev/null",
        "  local path",
        '  while IFS= read -r path; do COMPREPLY+=("$path"); done < <(compgen "$1" -- "$word")',
        "}", "",
        "_trialsheet() {",
        '  local word=${COMP_WORDS[COMP_CWORD]} before="" command="" options="" i',
        "  ((COMP_CWORD > 1)) && before=${COMP_WORDS[COMP_CWORD - 1]}",
        "  for ((i = 1; i < COMP_CWORD; i++)); do",
        f"    [[ ${{COMP_WORDS[i]}} != -*{modes} ]] && {{ command=${{COMP_WORDS[i]}}; break; }}",
        "  done",
        "  COMPREPLY=()",
        '  case "$command" in',
        *bash_case(main)[:-1],
        f'      COMPREPLY+=($(compgen -W "{names}" -- "$word"))', "      ;;",
        *(line for command in commands for line in bash_case(command)),
        "    *) return ;;",
        "  esac",
        '  [[ $word == -* ]] && COMPREPLY+=($(compgen -W "$options" -- "$word"))',
        "}", "", "complete -F _trialsheet trialsheet",
    ]
    return "\n".join(lines) + "\n"


# ---- zsh -------------------------------------------------------------------------------


def zsh_text(text):
    return re.sub(r"([\[\]:\\])", r"\\\1", text)


def zsh_action(choice):
    kinds = []
    if choice.words:
        kinds.append(f"(({' '.join(re.escape(word) for word in choice.words)}))")
    if choice.files:
        kinds.append("_files")
    elif choice.folders:
        kinds.append("_files -/")
    if len(kinds) == 2:
        # The space: without zsh's own arguments for compadd.
        return f" _trialsheet_words_or_files {' '.join(choice.words)}"
    return kinds[0].replace("((", "(").replace("))", ")") if kinds else " "


def zsh_specs(command):
    for choice in command.choices:
        value = f":value:{zsh_action(choice)}" if choice.takes_value else ""
        for name in choice.names:
            yield f"*{name}[{zsh_text(choice.text)}]{value}"
    if command.name:
        yield f"*:{command.operand.text or 'operand'}:{zsh_action(command.operand)}"


def zsh_case(command):
    specs = " \\\n        ".join(shlex.quote(spec) for spec in zsh_specs(command))
    return f"    {command.name})\n      _arguments -s -S \\\n        {specs}\n      ;;"


def zsh(main, commands):
    listed = "\n".join(f"      {shlex.quote(command.name + ':' + zsh_text(command.text))}"
                       for command in named(commands))
    cases = "\n".join(zsh_case(command) for command in commands)
    options = " ".join(shlex.quote(spec) for spec in zsh_specs(main))
    return f"""#compdef trialsheet
# Completion of trialsheet for zsh, written from trialsheet --help.

_trialsheet_words_or_files() {{
  compadd -- "$@"
  _files
}}

_trialsheet() {{
  local -a commands
  if ((CURRENT == 2)); then
    commands=(
{listed}
    )
    _arguments {options}
    _describe -t commands command commands
    return
  fi
  local command=$words[2]
  shift words
  ((CURRENT--))
  case $command in
{cases}
  esac
}}

_trialsheet "$@"
"""


# ---- fish ------------------------------------------------------------------------------


def fish_quoted(text):
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"


def fish_values(choice):
    flags = ["-x"] if choice.takes_value else []
    if choice.files:
        flags = ["-r", "-F"]
    elif choice.folders:
        flags = ["-x", "-a", "'(__fish_complete_directories)'"]
    if choice.words:
        flags += ["-a", fish_quoted(" ".join(choice.words))]
    return flags


def fish_lines(command):
    lead = ["complete", "-c", "trialsheet"]
    lead += ["-n", fish_quoted(f"__fish_contains_opt {command.name[2:]}"
                               if command.name.startswith("-") else
                               f"__fish_seen_subcommand_from {command.name}")
             if command.name else "__fish_use_subcommand"]
    for choice in command.choices:
        names = [flag for name in choice.names
                 for flag in (["-l", name[2:]] if name.startswith("--") else ["-s", name[1:]])]
        yield " ".join([*lead, *names, *fish_values(choice), "-d", fish_quoted(choice.text)])
    if command.operand.words:
        yield " ".join([*lead, "-a", fish_quoted(" ".join(command.operand.words))])
    if command.name and command.operand.files:
        yield " ".join([*lead, "-F"])
    if command.operand.folders:
        yield " ".join([*lead, "-a", "'(__fish_complete_directories)'"])


def fish(main, commands):
    lines = ["# Completion of trialsheet for fish, written from trialsheet --help.", "",
             "complete -c trialsheet -f", *fish_lines(main)]
    for command in commands:
        if command in named(commands):
            lines.append(f"complete -c trialsheet -n __fish_use_subcommand -a {command.name} "
                         f"-d {fish_quoted(command.text)}")
        lines += fish_lines(command)
    return "\n".join(lines) + "\n"


def main():
    program, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    helped = read(program)
    (folder / "trialsheet.bash").write_text(bash(*helped))
    (folder / "_trialsheet").write_text(zsh(*helped))
    (folder / "trialsheet.fish").write_text(fish(*helped))


if __name__ == "__main__":
    main()
