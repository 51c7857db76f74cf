"""The list of components, and the notices that go with them."""
import fnmatch
import hashlib
import json
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src/package"


def paragraphs_of(text):
    """Of a Debian copyright file, each as its fields."""
    for paragraph in re.split(r"\n{2,}", text):
        yield {name: value.strip() for name, value in
               re.findall(r"^([A-Z][\w-]*):((?:.*\n?(?: .*\n?)*))", paragraph, re.M)}


@unittest.skipUnless(shutil.which("dpkg-query"), "this is no Debian")
class ComponentsTest(unittest.TestCase):
    program = None

    @classmethod
    def setUpClass(cls):
        cls.build = cls.program.parent
        with tempfile.TemporaryDirectory() as folder:
            output = pathlib.Path(folder, "list.json")
            subprocess.run(["python3", PACKAGE / "components.py", cls.program,
                            cls.build / "embedded/trialsheet_objects/files.s", "0.1.0", "2026-11-23", output],
                           check=True)
            cls.list = json.loads(output.read_text())
        cls.by_name = {package["name"]: package for package in cls.list["packages"]}

    def test_each_library_that_the_program_asks_for_is_listed(self):
        dynamic = subprocess.run(["readelf", "-d", self.program], capture_output=True, text=True)
        needed = re.findall(r"NEEDED.*\[(.+)\]", dynamic.stdout)
        self.assertGreater(len(needed), 8)
        told = " ".join(package.get("comment", "") for package in self.by_name.values())
        listed = re.findall(r"[\w+.-]+\.so[\w.]*\b", told)
        # Asked for when they are first needed (base/loaded_library.hpp).
        for loaded in ("libcurl", "libsqlite3", "libzip", "libcrypto"):
            self.assertFalse([name for name in needed if name.startswith(loaded + ".")])
            held = re.search(rb"\b%s\.so\.\d+" % loaded.encode(), self.program.read_bytes())
            needed.append(held[0].decode())
        self.assertEqual(sorted(name for name in needed if not name.startswith("ld-linux")),
                         sorted(listed))

    def test_each_embedded_font_is_listed_as_it_is(self):
        fonts = json.loads((ROOT / "fonts/fonts.json").read_text())["fonts"]
        listed = {pathlib.Path(file["fileName"]).name: file for file in self.list["files"]}
        embedded = [font for font in fonts if font["embed"]]
        self.assertGreater(len(embedded), 1)
        for font in embedded:
            path = pathlib.Path(font["path"])
            file = listed.pop(path.name)
            self.assertEqual(file["licenseConcluded"], font["licence"])
            sums = {each["algorithm"]: each["checksumValue"] for each in file["checksums"]}
            self.assertEqual(sums["SHA256"], hashlib.sha256(path.read_bytes()).hexdigest())
            # And it is in the program to the byte.
            self.assertIn(path.read_bytes(), self.program.read_bytes())
        self.assertLessEqual(set(listed), {"cities.tsv"})

    def test_what_is_compiled_in_is_listed(self):
        inside = " ".join(self.by_name)
        for part in ("nlohmann-json3-dev", "libcli11-dev", "libboost", "libfmt"):
            self.assertIn(part, inside)

    def test_licences_are_those_that_the_packages_name(self):
        rows = json.loads((PACKAGE / "licences.json").read_text())["licences"]
        for name, package in self.by_name.items():
            if name == "trialsheet":
                continue
            with self.subTest(name):
                row = next((row for row in rows if fnmatch.fnmatch(name, row["package"])), None)
                self.assertIsNotNone(row, "licences.json has no line for it")
                self.assertEqual(package["licenseDeclared"], row["licence"])
                notice = pathlib.Path("/usr/share/doc", name, "copyright")
                self.assertIn(row["says"], notice.read_text(errors="replace"))
                self.assertRegex(package["versionInfo"], r"^\d")

    def test_the_notices_name_all_that_is_inside_and_have_the_texts(self):
        """Embedded and compiled in: SPDX names in the list, Debian's in the notices."""
        paragraphs = list(paragraphs_of((PACKAGE / "debian/copyright").read_text()))
        files = {p["Files"]: p["License"] for p in paragraphs if "Files" in p}
        texts = {p["License"].partition("\n")[0] for p in paragraphs
                 if "License" in p and "Files" not in p}
        self.assertEqual(set(files.values()), texts)
        debian = {"MIT": "Expat", "BSD-3-Clause": "BSD-3-clause"}
        inside = {"nlohmann-json3-dev": "nlohmann/*", "libcli11-dev": "CLI/*", "libfmt": "fmt/*",
                  "libboost": "boost/*", "fonts-noto": "fonts/NotoSans*",
                  "libgeonames": "geo/cities.tsv"}
        linked = {relation["relatedSpdxElement"] for relation in self.list["relationships"]
                  if relation["relationshipType"] == "DYNAMIC_LINK"}
        for name, package in self.by_name.items():
            if name == "trialsheet" or package["SPDXID"] in linked:
                continue
            with self.subTest(name):
                key = next(place for part, place in inside.items() if name.startswith(part))
                licence = package["licenseDeclared"]
                self.assertEqual(files[key], debian.get(licence, licence))

    def test_nothing_that_asks_for_sources_is_inside(self):
        """LGPL and GPL libraries are linked as shared libraries, and can be replaced."""
        for relation in self.list["relationships"]:
            package = next((p for p in self.list["packages"]
                            if p["SPDXID"] == relation["relatedSpdxElement"]), {})
            if "GPL" in package.get("licenseDeclared", ""):
                self.assertEqual(relation["relationshipType"], "DYNAMIC_LINK", package["name"])

    def test_it_is_spdx(self):
        """The fields that SPDX 2.3 asks for, and references that lead somewhere."""
        for field in ("spdxVersion", "dataLicense", "SPDXID", "name", "documentNamespace",
                      "creationInfo"):
            self.assertIn(field, self.list)
        ids = [each["SPDXID"] for each in [*self.list["packages"], *self.list["files"]]]
        self.assertEqual(len(ids), len(set(ids)))
        for each in ids:
            self.assertRegex(each, r"^SPDXRef-[A-Za-z0-9.-]+$")
        for relation in self.list["relationships"]:
            self.assertIn(relation["relatedSpdxElement"], ids)
            self.assertIn(relation["spdxElementId"], [*ids, "SPDXRef-DOCUMENT"])
