"""Brands, as a clinic that makes one meets them."""
import json
import shutil

from program import ROOT, ProgramTest

BRANDS = ROOT / "samples/brands"
PICTURES = ROOT / "tests/pictures"
SMALL = {"language": "en", "name": "A Clinic"}


class BrandTest(ProgramTest):
    def brand(self, **more):
        (self.folder / "clinic.json").write_text(json.dumps({**SMALL, **more}))
        return "clinic.json"

    def explained(self, *arguments):
        run = self.trialsheet("explain", "record.json", "--json", *arguments)
        self.assertEqual(run.returncode, 0, run.stderr)
        return json.loads(run.stdout)

    def test_samples_are_good(self):
        for file in sorted(BRANDS.glob("[!b]*.json")):
            run = self.trialsheet("brands", "check", str(file))
            self.assertEqual((run.returncode, run.stdout.decode(), run.stderr),
                             (0, f"{file}: good\n", b""))

    def test_the_schema_says_what_the_program_says(self):
        try:
            import jsonschema
        except ImportError:
            self.skipTest("python3-jsonschema is not installed")
        schema = jsonschema.Draft202012Validator(
            json.loads((BRANDS / "brand.schema.json").read_text()))
        texts = {"department": 80, "address": 140, "phone": 40, "hours": 80, "footer": 140}
        section = {"language": "en", "heading": "Help", "paragraphs": ["Call us."]}
        notice = {"language": "es", "text": "Hola"}
        cases = [
            (True, {}),
            (False, {"name": ""}),
            (False, {"name": "a" * 81}),
            (False, {"language": "plain English"}),
            (False, {"adress": "x"}),
            (False, {"accent": "teal"}),
            (False, {"logo": {"file": "a.png"}}),
            (True, {"language_assistance": {"notice": [notice] * 4}}),
            (False, {"language_assistance": {"notice": [notice] * 5}}),
            (False, {"language_assistance": {"page": [section]}}),
            (True, {"language_assistance": {"notice": [notice], "page": [section] * 40}}),
            (False, {"language_assistance": {"notice": [notice], "page": [section] * 41}}),
            (False, {"defaults": {"date": "none"}}),
            (True, {"defaults": {"near": "Lyon, France"}}),
            *((True, {key: "a" * most}) for key, most in texts.items()),
            *((False, {key: "a" * (most + 1)}) for key, most in texts.items()),
        ]
        for good, more in cases:
            file = self.brand(**more)
            self.assertEqual(schema.is_valid({**SMALL, **more}), good, more)
            run = self.trialsheet("brands", "check", file)
            self.assertEqual(run.returncode, 0 if good else 78, more)

    def test_a_logo_lies_beside_its_brand(self):
        (self.folder / "mine").mkdir()
        shutil.copy(PICTURES / "alpha.png", self.folder / "mine/logo.png")
        (self.folder / "mine/clinic.json").write_text(json.dumps(
            {**SMALL, "logo": {"file": "logo.png", "alt": "A square"}}))
        run = self.trialsheet("render", "record.json", "--brand", "mine/clinic.json", "-o", "a.pdf")
        self.assertEqual((run.returncode, run.stderr), (0, b""))
        self.assert_sheet("a.pdf")
        self.assertIn(b"/Subtype/Image", (self.folder / "a.pdf").read_bytes())

    def test_what_is_wrong_is_told_with_its_place(self):
        for command in (["brands", "check"], ["render", "record.json", "--brand"],
                        ["explain", "record.json", "--brand"]):
            self.assert_fails(self.trialsheet(*command, self.brand(accent="#00A0E0")), 78,
                              "clinic.json:1:50 /accent: has a contrast of 2.9:1 on white, and 7:1 "
                              'is needed; "#005F85" is the nearest that has it')
            self.assert_fails(self.trialsheet(*command, "nowhere.json"), 66,
                              "nowhere.json: cannot be read: No such file or directory; check the "
                              "path")
        file = self.brand(logo={"file": "logo.png", "alt": "A square"})
        self.assert_fails(self.trialsheet("render", "record.json", "--brand", file), 66,
                          "logo.png: cannot be read: No such file or directory; check the path")
        (self.folder / "logo.png").write_bytes((PICTURES / "alpha.png").read_bytes()[:80])
        run = self.trialsheet("render", "record.json", "--brand", file)
        self.assertRegex(run.stderr.decode(), r"^trialsheet: clinic.json:1:57 /logo/file: logo\.png "
                                              r"is a damaged PNG \(.*\); export it again\n$")
        self.assertEqual(run.returncode, 78)
        self.assertEqual(self.files(), ["clinic.json", "logo.png", "record.json"])

    def test_defaults_hold_where_nothing_is_typed(self):
        file = self.brand(defaults={"paper": "a4", "lang": "es", "layout": "self-check"})
        made = self.explained("--brand", file)
        self.assertEqual((made["paper"], made["lang"], made["layout"]), ("a4", "es", "self-check"))
        made = self.explained("--brand", file, "--paper", "letter", "--lang", "en",
                              "--layout", "standard")
        self.assertEqual((made["paper"], made["lang"], made["layout"]),
                         ("letter", "en", "standard"))
        wrong = self.brand(defaults={"lang": "tlh"})
        self.assertEqual(self.trialsheet("render", "record.json", "--brand", wrong).returncode, 64)

    def test_the_clinics_words_are_told_apart(self):
        made = self.explained("--brand", self.brand(footer="Ask us."))
        self.assertEqual(made["clinic"], [{"source": "/name", "text": "A Clinic", "shown": True},
                                          {"source": "/footer", "text": "Ask us.", "shown": True}])
        self.assertNotIn("clinic", self.explained())
