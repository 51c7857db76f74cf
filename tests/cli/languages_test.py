"""Languages on the command line: what --lang finds, and one's own texts with --words."""
import json
import shutil

from program import ROOT, ProgramTest


class LanguagesTest(ProgramTest):
    def explained(self, *options):
        run = self.trialsheet("explain", "record.json", "--json", *options)
        self.assertEqual((run.returncode, run.stderr), (0, b""))
        return json.loads(run.stdout)

    def own(self, tag="es", change=lambda sheet: None):
        """A copy of the built-in Spanish in the folder mine, changed."""
        folder = self.folder / "mine" / tag
        shutil.copytree(ROOT / "src/words/es", folder)
        sheet = json.loads((folder / "sheet.json").read_text())
        change(sheet)
        (folder / "sheet.json").write_text(json.dumps(sheet, indent=1))

    def test_lang(self):
        for typed, tag in (("es", "es"), ("ES", "es"), ("es-MX", "es"), ("zh", "zh-Hans"),
                           ("zh-CN", "zh-Hans"), ("vi", "vi"), ("ar_EG", "ar"), ("en-US", "en")):
            self.assertEqual(self.explained("--lang", typed)["lang"], tag)

    def test_lang_that_is_not_there(self):
        known = "there are: ar, en, es, vi, zh-Hans"
        self.assert_fails(self.trialsheet("render", "record.json", "--lang", "fr"), 64,
                          f'language "fr": there are no texts in this language; {known}')
        self.assert_fails(self.trialsheet("render", "record.json", "--lang", "zh-TW"), 64,
                          f'language "zh-TW": there are no texts in Traditional Chinese; {known}')

    def test_render_in_each(self):
        for tag in ("ar", "es", "vi", "zh-Hans"):
            run = self.trialsheet("render", "record.json", "--lang", tag, "-o", f"{tag}.pdf")
            self.assertEqual((run.returncode, run.stderr), (0, b""))
            self.assertIn(f"{tag}.pdf", self.files())

    def test_list(self):
        run = self.trialsheet("languages")
        self.assertEqual(run.returncode, 0)
        self.assertIn("es       Español  (no translator has checked it)\n", run.stdout.decode())
        self.assertIn("en       English\n", run.stdout.decode())

    def test_words_in_place_of_the_built_in(self):
        self.own()
        file = self.folder / "mine/es/question_texts.json"
        file.write_text(file.read_text().replace("¿", "Diga: ¿"))
        for question in self.explained("--lang", "es", "--words", "mine")["questions"]:
            self.assertTrue(question["text"].startswith("Diga: ¿"), question)

    def test_words_of_a_new_language(self):
        self.own("tlh", lambda sheet: [keep_other(sheet)])
        self.assertEqual(self.explained("--lang", "tlh", "--words", "mine")["lang"], "tlh")
        run = self.trialsheet("languages", "--words", "mine")
        self.assertIn("tlh      Español", run.stdout.decode())

    def test_check(self):
        self.own()
        run = self.trialsheet("languages", "check", "mine")
        self.assertEqual((run.returncode, run.stdout), (0, b"mine/es: good\n"))

    def test_broken(self):
        self.own(change=lambda sheet: sheet["label"].pop("yes"))
        message = "mine/es/sheet.json#/label/yes: is missing; English has this text"
        self.assert_fails(self.trialsheet("languages", "check", "mine"), 78, message)
        self.assert_fails(self.trialsheet("render", "record.json", "--lang", "es", "--words",
                                          "mine"), 78, message)
        # Who asks for English is not kept from it.
        self.assertEqual(self.explained("--words", "mine")["lang"], "en")

    def test_file_missing(self):
        self.own()
        (self.folder / "mine/es/glosses.json").unlink()
        self.assert_fails(self.trialsheet("languages", "check", "mine"), 66,
                          "mine/es/glosses.json: cannot be read: No such file or directory; "
                          "check the path")

    def test_no_folder_of_languages(self):
        self.own()
        for folder in ("mine/es", "nowhere"):
            run = self.trialsheet("languages", "check", folder)
            self.assertIn(run.returncode, (66, 78))
            self.assertTrue(run.stderr.decode().startswith(f"trialsheet: {folder}: "))


def keep_other(texts):
    """Of plural forms the one that every language has."""
    for name, text in texts.items():
        if isinstance(text, dict) and set(text) == {"one", "many", "other"}:
            texts[name] = {"other": text["other"]}
        elif isinstance(text, dict):
            keep_other(text)
