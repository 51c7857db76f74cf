#!/usr/bin/env python3
"""Writes the list of what trialsheet is linked to and has inside, as SPDX 2.3.

    components.py FILE EMBEDDED VERSION DAY OUTPUT

FILE is the program or a library, EMBEDDED the assembler file through which the build puts
files into it (src/base/embedded.cmake). What is linked or loaded is read from FILE itself, versions
from dpkg, licences from licences.json. Libraries of libraries are not listed: dpkg knows them.
"""
import fnmatch
import functools
import hashlib
import json
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
SOURCES = HERE.parent
HEADER = re.compile(r'^\s*#\s*include\s*<([^>]+)>', re.M)
# Libraries of templates, which the compiler puts inside; of C headers nothing stays.
LOADED = re.compile(rb"lib(?:curl|sqlite3|zip|crypto)\.so\.\d+")
INLINED = ("nlohmann/", "fmt/", "CLI/", "boost/")
NOTHING = "NOASSERTION"


def output_of(*command):
    return subprocess.run(command, capture_output=True, text=True, check=False,
                          env={"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C"}).stdout


@functools.cache
def package_of(path):
    """The Debian package that brings a file; a library may be known below /usr or not."""
    for name in (path, str(pathlib.Path(path).resolve()), f"/usr{path}", path.removeprefix("/usr")):
        if found := re.match(r"([^:\s]+)", output_of("dpkg", "-S", name)):
            return found[1]
    return ""


@functools.cache
def version_of(package):
    return output_of("dpkg-query", "-W", "-f=${Version}\n", package).partition("\n")[0]


def licence_of(package):
    for row in json.loads((HERE / "licences.json").read_text())["licences"]:
        if fnmatch.fnmatch(package, row["package"]):
            return row["licence"]
    print(f"licences.json has no licence of {package}", file=sys.stderr)
    return NOTHING


def linked(file):
    """Each library that the file asks for, with the path that it is found at."""
    needed = re.findall(r"\(NEEDED\).*\[(.+)\]", output_of("readelf", "-d", file))
    paths = dict(re.findall(r"^\s*(\S+) => (\S+)", output_of("ldd", file), re.M))
    return {name: paths.get(name, "") for name in needed if not name.startswith("ld-linux")}


def loaded(file):
    """Libraries that FILE names to load them itself (base/loaded_library.hpp)."""
    held = pathlib.Path(file).read_bytes()
    places = dict(re.findall(r"^\s*(\S+) .*=> (\S+)", output_of("ldconfig", "-p"), re.M))
    return {name: places.get(name, "")
            for name in sorted({found.decode() for found in LOADED.findall(held)})}


def linked_packages(file):
    packages = {}
    for name, path in {**linked(file), **loaded(file)}.items():
        packages.setdefault(package_of(path), []).append(name)
    return packages


def inlined_packages(file):
    """Of the headers that the sources name; CLI11 and Boost are in the program alone."""
    only = INLINED if ".so" not in pathlib.Path(file).name else INLINED[:2]
    packages = {}
    for source in sorted(SOURCES.rglob("*.?pp")):
        for header in HEADER.findall(source.read_text()):
            if header.startswith(only) and (path := pathlib.Path("/usr/include", header)).exists():
                packages.setdefault(package_of(str(path)), set()).add(header.partition("/")[0])
    return packages


def embedded_files(assembler):
    """Files from outside the sources: fonts, and the table of cities. The words are ours."""
    paths = re.findall(r'\.incbin "(.+)"', pathlib.Path(assembler).read_text())
    outside = [path for path in map(pathlib.Path, paths) if path.name == "cities.tsv"
               or (SOURCES.parent not in path.parents and path.parent.name != "packed")]
    return sorted(outside)


def spdx_id(*parts):
    return "SPDXRef-" + re.sub(r"[^A-Za-z0-9.-]", "-", "-".join(parts))


def package_entry(package, comment):
    licence = licence_of(package)
    version = version_of(package)
    return {
        "SPDXID": spdx_id("Package", package), "name": package, "versionInfo": version,
        "supplier": "Organization: Debian", "downloadLocation": NOTHING, "filesAnalyzed": False,
        "licenseConcluded": licence, "licenseDeclared": licence, "copyrightText": NOTHING,
        "comment": f"{comment} Its notices: /usr/share/doc/{package}/copyright.",
        "externalRefs": [{
            "referenceCategory": "PACKAGE-MANAGER", "referenceType": "purl",
            "referenceLocator": f"pkg:deb/debian/{package}@{version.replace('+', '%2B')}",
        }],
    }


def file_entry(path):
    is_font = path.suffix in (".ttf", ".otf", ".ttc")
    package = package_of(str(path)) if is_font else "libgeonames-common"
    content = path.read_bytes()
    return package, {
        "SPDXID": spdx_id("File", path.name),
        "fileName": f"./{'fonts' if is_font else 'geo'}/{path.name}",
        "checksums": [{"algorithm": name, "checksumValue": hashlib.new(name, content).hexdigest()}
                      for name in ("SHA1", "SHA256")],
        "licenseConcluded": licence_of(package), "licenseInfoInFiles": [licence_of(package)],
        "copyrightText": "Google" if is_font else "GeoNames (https://www.geonames.org)",
    }


def related(one, how, other):
    return {"spdxElementId": one, "relationshipType": how, "relatedSpdxElement": other}


def own_entry(name, version):
    return {
        "SPDXID": spdx_id("Package", "trialsheet"), "name": name, "versionInfo": version,
        "downloadLocation": NOTHING, "filesAnalyzed": False, "licenseConcluded": "Apache-2.0",
        "licenseDeclared": "Apache-2.0", "copyrightText": "2026 The makers of trialsheet",
    }


def contents(file, assembler, name, version):
    own = own_entry(name, version)
    packages, files, relations = {}, [], []
    for package, names in linked_packages(file).items():
        packages[package] = package_entry(package, f"Linked: {', '.join(sorted(names))}.")
        relations.append(related(own["SPDXID"], "DYNAMIC_LINK", packages[package]["SPDXID"]))
    for package, names in inlined_packages(file).items():
        packages[package] = package_entry(
            package, f"Parts of {', '.join(sorted(names))} are compiled in.")
        relations.append(related(own["SPDXID"], "STATIC_LINK", packages[package]["SPDXID"]))
    for path in embedded_files(assembler):
        package, entry = file_entry(path)
        packages.setdefault(package, package_entry(package, "Files of it are inside."))
        files.append(entry)
        relations += [related(own["SPDXID"], "CONTAINS", entry["SPDXID"]),
                      related(entry["SPDXID"], "GENERATED_FROM", packages[package]["SPDXID"])]
    return [own, *packages.values()], files, relations


def document(file, assembler, version, day):
    name = re.sub(r"\.so.*", "", pathlib.Path(file).name)
    packages, files, relations = contents(file, assembler, name, version)
    relations.insert(0, related("SPDXRef-DOCUMENT", "DESCRIBES", packages[0]["SPDXID"]))
    body = json.dumps([packages, files, relations], sort_keys=True).encode()
    return {
        "spdxVersion": "SPDX-2.3", "dataLicense": "CC0-1.0", "SPDXID": "SPDXRef-DOCUMENT",
        "name": f"{name}-{version}",
        "documentNamespace": f"urn:uuid:{uuid_of(body)}",
        "creationInfo": {"created": f"{day}T00:00:00Z",
                         "creators": [f"Tool: trialsheet-components-{version}"]},
        "packages": packages, "files": files, "relationships": relations,
    }


def uuid_of(body):
    """Of the contents: the same list has the same name."""
    digits = hashlib.sha256(body).hexdigest()
    return f"{digits[:8]}-{digits[8:12]}-8{digits[13:16]}-8{digits[17:20]}-{digits[20:32]}"


def main():
    file, assembler, version, day, output = sys.argv[1:]
    text = json.dumps(document(file, assembler, version, day), indent=1, ensure_ascii=False)
    pathlib.Path(output).write_text(text + "\n")


if __name__ == "__main__":
    main()
