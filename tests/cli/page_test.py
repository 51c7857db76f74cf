"""Layouts, explanations and fonts, as a user asks for them."""
import json

from program import ROOT, RECORD, STANDARD, ProgramTest, changed


class PageTest(ProgramTest):
    # Layouts.

    def test_layouts_are_listed(self):
        run = self.trialsheet("layouts")
        self.assertEqual((run.returncode, run.stderr), (0, b""))
        self.assertIn(f"standard (letter, a4)\n    {STANDARD['description']}\n", run.stdout.decode())

    def test_a_layout_file(self):
        (self.folder / "mine.json").write_text(changed("/name", "mine"))
        (self.folder / "mine").write_text(changed("/name", "mine"))
        run = self.trialsheet("layouts", "check", "mine.json")
        self.assertEqual((run.returncode, run.stdout, run.stderr), (0, b"mine.json: good\n", b""))
        for name in ("mine.json", "./mine", str(self.folder / "mine")):
            run = self.trialsheet("explain", "record.json", "--json", "--layout", name)
            self.assertEqual(json.loads(run.stdout)["layout"], "mine")
            run = self.trialsheet("render", "record.json", "--layout", name)
            self.assertEqual(run.returncode, 0, run.stderr)
        self.assert_fails(self.trialsheet("render", "record.json", "--layout", "mine"), 64,
                          'layout: "mine" is none of the layouts: large-print, self-check, standard')

    def test_a_broken_layout(self):
        broken = changed("/styles/detail/size", 9)
        (self.folder / "mine.json").write_text(broken)
        line = next(n for n, text in enumerate(broken.splitlines(), 1) if text == '   "size": 9,')
        for command in (["layouts", "check", "mine.json"],
                        ["render", "record.json", "--layout", "mine.json"],
                        ["render", "record.json", "record.json", "--layout", "mine.json"]):
            self.assert_fails(self.trialsheet(*command), 78,
                              f"mine.json:{line}:12 /styles/detail/size: should be 10 points or "
                              "more: smaller type is not printed")
        (self.folder / "mine.json").write_text("")
        for command in (["layouts", "check", "mine.json"],
                        ["render", "record.json", "--layout", "mine.json"]):
            self.assert_fails(self.trialsheet(*command), 78,
                              "mine.json:1:1: the JSON text ends too early; the file may have been "
                              "cut off")
        self.assert_fails(self.trialsheet("layouts", "check", "nowhere.json"), 66,
                          "nowhere.json: cannot be read: No such file or directory; check the path")
        self.assertEqual(self.files(), ["mine.json", "record.json"])

    def test_a_layout_with_too_little_room(self):
        (self.folder / "low.json").write_text(changed("/papers/letter/text_height", 300))
        run = self.trialsheet("render", "record.json", "--layout", "low.json")
        self.assertRegex(run.stderr.decode(),
                         r'^trialsheet: record\.json: layout "standard": what must stand beside the '
                         r"rules needs \d+\.\d pt more than the page has; a layout with a wider "
                         r"column would hold it\n$")
        self.assertEqual(run.returncode, 65)
        self.assertEqual(self.files(), ["low.json", "record.json"])

    def test_the_schema_says_what_the_program_says(self):
        try:
            import jsonschema
        except ImportError:
            self.skipTest("python3-jsonschema is not installed")
        schema = json.loads((ROOT / "layouts/layout.schema.json").read_text())
        jsonschema.Draft202012Validator.check_schema(schema)
        validator = jsonschema.Draft202012Validator(schema)
        for file in sorted((ROOT / "layouts").glob("*.json")):
            if ".schema." not in file.name:
                self.assertEqual(list(validator.iter_errors(json.loads(file.read_text()))), [])
                run = self.trialsheet("layouts", "check", str(file))
                self.assertEqual(run.returncode, 0, run.stderr)
        for pointer, value in (("/pages", 2), ("/zoom", 1), ("/name", ""), ("/wait", -1),
                               ("/styles/body/size", 11), ("/styles/body/weight", "heavy"),
                               ("/styles/body/siez", 12), ("/colors/ink", "black"),
                               ("/colors", {"accent": "#000000"}), ("/bodies", []),
                               ("/columns", {"all": {"left": 0, "width": 500}}),
                               ("/papers/letter/left", 35), ("/measures/fact_gap", [1]),
                               ("/blocks", STANDARD["blocks"][1:]), ("/questions/least", 4),
                               ("/notes/line", "wide"), ("/what_lines", 1.5),
                               ("/rule_rows", {"answer": "wide"}), ("/columns/talk/row", 10),
                               ("/pages", "any")):
            with self.subTest(pointer):
                text = changed(pointer, value)
                (self.folder / "mine.json").write_text(text)
                self.assertEqual(self.trialsheet("layouts", "check", "mine.json").returncode, 78)
                self.assertFalse(validator.is_valid(json.loads(text)))

    def test_the_readme_of_layouts_names_every_key(self):
        readme = (ROOT / "layouts/README.md").read_text()
        def keys(value):
            if isinstance(value, dict):
                for key, child in value.get("properties", {}).items():
                    yield key
                for child in value.values():
                    yield from keys(child)
            elif isinstance(value, list):
                for child in value:
                    yield from keys(child)
        for key in set(keys(json.loads((ROOT / "layouts/layout.schema.json").read_text()))):
            self.assertRegex(readme, rf"[`/]{key}`", key)

    # Looking behind the page.

    def test_explain(self):
        run = self.trialsheet("explain", "record.json", "--date", "none")
        self.assertEqual((run.returncode, run.stderr), (0, b""))
        self.assertIn("Inclusion rules: 1 of 1 shown\n", run.stdout.decode())
        explained = json.loads(self.trialsheet("explain", "record.json", "--json").stdout)
        self.assertEqual(list(explained), ["nct", "layout", "paper", "lang", "fit", "criteria",
                                           "questions", "counts", "notes"])
        self.assertEqual(explained["criteria"][0]["source"], "Can read")
        with open("/dev/full", "wb") as full:
            run = self.trialsheet("explain", "record.json", stdout=full)
        self.assert_fails(run, 74, "standard output: cannot be written: No space left on device; "
                                   "make room or choose another place")

    def test_fonts(self):
        faces = json.loads((ROOT / "fonts/fonts.json").read_text())["fonts"]
        lines = self.trialsheet("fonts").stdout.decode().splitlines()
        self.assertEqual(len(lines), len(faces))
        for face, line in zip(faces, lines):
            self.assertTrue(line.startswith(face["name"] + "  "), line)
            self.assertIn(face["package"], line)
        self.assertRegex(lines[0], r"in the program .* Latin, Greek, Cyrillic$")
        (self.folder / "odd.json").write_text(RECORD.replace("Can read", "Level ≥ \uf0d2 2"))
        used = self.trialsheet("fonts", "odd.json").stdout.decode()
        self.assertRegex(used, r"(?m)^Noto Sans Math +≥$")
        self.assertIn("No face: no font has the character; it is printed as [U+F0D2]\n", used)
