#!/usr/bin/env python3
"""A sheet of a record: sheet.py RECORD PDF. See samples/embedding/README.md."""
import ctypes
import json
import os
import pathlib
import sys

_library = ctypes.CDLL(os.environ.get("TRIALSHEET_LIBRARY", "libtrialsheet.so.0"))


def _declare(name, result, *arguments):
    function = getattr(_library, name)
    function.restype, function.argtypes = result, arguments
    return function


_pointer, _text, _size = ctypes.c_void_p, ctypes.c_char_p, ctypes.c_size_t
_engine_new = _declare("trialsheet_engine_new", _pointer, _text, ctypes.POINTER(_pointer))
_engine_free = _declare("trialsheet_engine_free", None, _pointer)
_render = _declare("trialsheet_render", _pointer, _pointer, _text, _size, _text)
_code = _declare("trialsheet_result_code", ctypes.c_int, _pointer)
_bytes = _declare("trialsheet_result_bytes", _pointer, _pointer, ctypes.POINTER(_size))
_facts = _declare("trialsheet_result_facts", _text, _pointer, ctypes.POINTER(_size))
_free = _declare("trialsheet_result_free", None, _pointer)


class SheetError(Exception):
    """`facts` says the code, where, what is wrong, and what would be right."""

    def __init__(self, facts):
        super().__init__(f"{facts['where']}: {facts['what']}; {facts['right']}".rstrip("; "))
        self.facts = facts


def _taken(result):
    """The bytes and facts of a result, which is freed."""
    try:
        facts = json.loads(_facts(result, None))
        if _code(result) != 0:
            raise SheetError(facts)
        size = _size()
        start = _bytes(result, size)
        return ctypes.string_at(start, size.value), facts
    finally:
        _free(result)


class Engine:
    """One for the whole program; any number of threads may use it. ctypes lets other threads
    of Python run meanwhile."""

    def __init__(self, **options):
        problem = _pointer()
        self._engine = _engine_new(json.dumps(options).encode(), problem)
        if not self._engine:
            _taken(problem)

    def __del__(self):
        if getattr(self, "_engine", None):
            _engine_free(self._engine)

    def render(self, record, **options):
        """The bytes of the sheet of `record` (bytes), and what is to be known of it."""
        named = {name.replace("_", "-"): value for name, value in options.items()}
        return _taken(_render(self._engine, record, len(record), json.dumps(named).encode()))


def main():
    try:
        pdf, facts = Engine().render(pathlib.Path(sys.argv[1]).read_bytes(),
                                     paper="a4", date="2026-07-14")
    except SheetError as error:
        print(f"sheet: {error}", file=sys.stderr)
        sys.exit(error.facts["code"])
    pathlib.Path(sys.argv[2]).write_bytes(pdf)


if __name__ == "__main__":
    main()
