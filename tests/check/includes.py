#!/usr/bin/env python3
"""Fails if a source includes what the architecture (src/README.md) does not allow.

Three rules. A module uses only the modules that it is listed with, and of these only the
doors. A library header belongs to the sources named here; one that is named nowhere is a
new dependency, to be thought about and entered. A source includes its own header first, so
that the header is known to need nothing before it.
"""
import pathlib
import re
import sys

from tally import Tally

ROOT = pathlib.Path(__file__).resolve().parents[2]

MAY_USE = {
    "base": set(),
    "trial": {"base"},
    "criteria": {"base", "trial", "words"},
    "words": {"base"},
    "geo": {"base"},
    "summary": {"base", "trial", "criteria", "words", "geo"},
    "page": {"base", "summary", "words"},
    "pdf": {"base", "page"},
    "explain": {"base", "criteria", "summary", "page"},
    "changes": {"base", "explain"},
    "render": {"base", "trial", "criteria", "words", "geo", "summary", "page", "explain",
               "changes", "pdf"},
    "fhir": {"base", "render"},
    "brand_file": {"base", "page"},
    "request": {"base", "page", "words", "explain", "changes", "render", "fhir", "brand_file"},
    "capi": {"base", "request"},
    "store": {"base", "trial"},
    "service": {"base", "page", "words", "explain", "changes", "render", "fhir", "request",
                "store"},
    "batch": {"base", "render", "store"},
    "cli": {"base", "words", "page", "explain", "changes", "render", "fhir", "brand_file",
            "request", "store", "service", "batch"},
}
DOORS = {
    "trial/trial.hpp",
    "criteria/criteria.hpp",
    "criteria/conserved.hpp",
    "geo/gazetteer.hpp",
    "words/words.hpp",
    "words/catalog.hpp",
    "words/languages.hpp",
    "words/own_language.hpp",
    "words/facts.hpp",
    "words/categories.hpp",
    "words/equivalents.hpp",
    "words/mentions.hpp",
    "words/patterns.hpp",
    "words/glossary.hpp",
    "words/questions.hpp",
    "words/signals.hpp",
    "summary/summary.hpp",
    "page/brand.hpp",
    "page/choice.hpp",
    "page/cover.hpp",
    "page/layout.hpp",
    "page/font.hpp",
    "page/page.hpp",
    "page/fit.hpp",
    "page/svg.hpp",
    "explain.hpp",
    "changes.hpp",
    "pdf/bundle.hpp",
    "pdf/pdf.hpp",
    "pdf/pdf_fonts.hpp",
    "render.hpp",
    "fhir.hpp",
    "brand_file.hpp",
    "request/parameter.hpp",
    "request/options.hpp",
    "request/own_brands.hpp",
    "request/own_languages.hpp",
    "request/answer.hpp",
    "request/frames.hpp",
    "store/clock.hpp",
    "store/store.hpp",
    "store/registry.hpp",
    "store/records.hpp",
    "store/record_files.hpp",
    "store/pieces.hpp",
    "store/zip_file.hpp",
    "store/zip_library.hpp",
    "service/service.hpp",
    "service/http.hpp",
    "batch/batch.hpp",
    "batch/merge.hpp",
}
# Which sources may include a library, as patterns of paths below src/.
LIBRARIES = {
    "hpdf": ["pdf/haru.cpp"],
    "hb": ["page/*.?pp"],
    "unicode": ["page/*.cpp", "geo/fold.cpp"],
    "geonames": ["geo/tool/*.cpp"],
    "boost": ["service/http.cpp", "service/http_session.?pp"],
    "png": ["page/picture_png.cpp"],
    "jpeglib": ["page/picture_jpeg.cpp"],
    "libdeflate": ["pdf/*.cpp", "store/packing.cpp"],
    "sqlite3": ["store/sqlite_library.hpp"],
    "curl": ["store/curl_library.hpp"],
    "zip": ["store/zip_library.hpp"],
    "zlib": ["store/line_reader.cpp"],
    "openssl": ["base/sha256.cpp"],
    "nlohmann": ["trial/json.cpp", "words/data.cpp", "page/layout_place.hpp",
                 "page/font_entries.cpp", "fhir.cpp",
                 "request/options_json.cpp", "request/answer.cpp",
                 "service/problem.cpp", "service/sheet_api.cpp", "service/bundle_api.cpp",
                 "batch/manifest.cpp"],
    "simdjson": ["base/quick_json.cpp"],
    "fmt": ["*"],
    "CLI": ["cli/arguments.cpp", "cli/validators.hpp"],
    # The operating system: files and the clock are the business of few sources.
    "dlfcn": ["base/loaded_library.cpp"],
    "fcntl": ["base/file.cpp", "base/scratch_file.cpp", "page/font.cpp", "batch/disk.cpp"],
    "sys": ["base/file.cpp", "page/font.cpp", "service/http.cpp", "cli/serve_command.cpp",
            "batch/disk.cpp"],
    "unistd": ["base/file.cpp", "base/scratch_file.cpp", "page/font.cpp", "cli/terminal.cpp",
               "cli/serve_command.cpp", "cli/handed_socket.cpp", "cli/stdio_command.cpp", "batch/disk.cpp"],
    "malloc": ["cli/serve_command.cpp", "cli/batch_command.cpp", "cli/render_command.cpp"],
    "sysexits": ["base/exit_code.hpp"],
}
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')


def module_of(path):
    return path.split("/")[0] if "/" in path else path.split(".")[0]


def is_standard(header):
    """Headers of the C++ library have neither a folder nor an ending."""
    return "/" not in header and "." not in header


def library_complaint(here, header):
    if is_standard(header):
        return None
    library = re.split(r"[/._-]", header)[0]
    places = LIBRARIES.get(library)
    if places is None:
        return f"<{header}> is of a library that tests/check/includes.py does not know"
    if not any(pathlib.PurePath(here).match(place) for place in places):
        return f"<{header}> belongs to {' '.join(places)}"
    return None


def own_complaint(here, target):
    source, used = module_of(here), module_of(target)
    if used == source:
        return None
    if used not in MAY_USE.get(source, set()):
        return f"{source} may not use {used}"
    if used != "base" and target not in DOORS:
        return f"{target} is private to {used}"
    return None


def includes_of(file):
    for number, line in enumerate(file.read_text().splitlines(), 1):
        if found := INCLUDE.match(line):
            yield number, *found.groups()


def complaints_of(root, file):
    here = file.relative_to(root).as_posix()
    own_header = file.with_suffix(".hpp")
    for count, (number, quote, target) in enumerate(includes_of(file)):
        check = own_complaint if quote == '"' else library_complaint
        if complaint := check(here, target):
            yield f"src/{here}:{number}: {complaint}"
        if count == 0 and file.suffix == ".cpp" and own_header.exists():
            if root / target != own_header:
                yield f"src/{here}:{number}: its own header comes first"


def main():
    root = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "src"
    tally = Tally()
    files = sorted(root.rglob("*.?pp"))
    tally.add(complaint for file in files for complaint in complaints_of(root, file))
    tally.finish()


if __name__ == "__main__":
    main()
