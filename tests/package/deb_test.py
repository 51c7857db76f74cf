"""The Debian packages: what is in them, and the program out of them.

They are made, taken apart into a folder, and the program is run from there; with --all lintian
reads them. fresh_test.py installs them.
"""
import gzip
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

from made import ROOT, packages_of, run


@unittest.skipUnless(shutil.which("dpkg-shlibdeps"), "dpkg-dev is not installed")
class DebTest(unittest.TestCase):
    program = None
    all = False

    @classmethod
    def setUpClass(cls):
        scratch = tempfile.TemporaryDirectory(prefix="trialsheet-deb-")
        cls.addClassCleanup(scratch.cleanup)
        cls.folder = pathlib.Path(scratch.name)
        cls.packages = packages_of(cls.program.parent)
        cls.root = cls.folder / "root"
        for package in cls.packages.values():
            run("dpkg-deb", "-x", package, cls.root)

    def field(self, name, package="trialsheet"):
        return run("dpkg-deb", "-f", self.packages[package], name).strip()

    def test_the_program_runs_out_of_its_package(self):
        record = ROOT / "samples/NCT05153070.json"
        outputs = [run(program, "explain", record, "--json", "--date", "2026-07-14")
                   for program in (self.root / "usr/bin/trialsheet", self.program)]
        self.assertEqual(*outputs)
        run(self.root / "usr/bin/trialsheet", "render", record, "-q", cwd=self.folder)
        self.assertEqual((self.folder / "NCT05153070.pdf").read_bytes()[:5], b"%PDF-")

    def test_it_depends_on_the_packages_of_what_it_is_linked_to(self):
        engine = ("libc6", "libharfbuzz", "libicu", "libhpdf", "libpng", "libjpeg")
        for package, parts in (("trialsheet", (*engine, "libcurl", "libsqlite3", "libzip", "libssl")),
                               ("libtrialsheet0", engine)):
            depends = re.findall(r"(?:^|, )([\w.+-]+)", self.field("Depends", package))
            for part in parts:
                self.assertTrue(any(name.startswith(part) for name in depends), (package, part))
            self.assertFalse([name for name in depends if name.endswith("-dev")])

    def test_it_brings_what_belongs_to_it(self):
        commands = re.findall(r"^  trialsheet ([a-z]+) ", run(self.program, "--help"), re.M)
        share = self.root / "usr/share"
        for name in ("trialsheet", *(f"trialsheet-{command}" for command in commands)):
            with gzip.open(share / f"man/man1/{name}.1.gz", "rt") as page:
                self.assertIn(".TH TRIALSHEET", page.read())
        for name in ("bash-completion/completions/trialsheet", "zsh/vendor-completions/_trialsheet",
                     "fish/vendor_completions.d/trialsheet.fish", "doc/trialsheet/copyright",
                     "doc/trialsheet/changelog.gz", "doc/trialsheet/components.spdx.json",
                     "doc/trialsheet/examples/trialsheet.conf"):
            self.assertTrue((share / name).is_file(), name)
        for name in ("trialsheet.service", "trialsheet.socket"):
            self.assertTrue((self.root / "usr/lib/systemd/system" / name).is_file(), name)

    def test_nothing_tells_where_it_was_built_and_all_is_roots(self):
        for package in self.packages.values():
            listed = run("dpkg-deb", "-c", package)
            for line in listed.splitlines():
                self.assertRegex(line, r"^[dl-]rwxr.xr.x root/root|^-rw-r--r-- root/root|^l")
            self.assertNotIn("./etc/", listed)
        for file in self.root.rglob("*"):
            if file.is_file() and file.suffix != ".a":
                self.assertNotIn(str(ROOT).encode(), file.read_bytes(), file)

    def test_the_version_is_everywhere_the_same(self):
        version = run(self.program, "--version").split()[1]
        for name in self.packages:
            self.assertEqual(self.field("Version", name), version)
        changelog = (ROOT / "src/package/debian/changelog").read_text()
        self.assertTrue(changelog.startswith(f"trialsheet ({version}) "))

    def test_scripts_of_the_package_are_shell(self):
        for name in ("postinst", "prerm", "postrm"):
            run("dash", "-n", ROOT / "src/package/debian" / name)

    def test_lintian(self):
        if not self.all or not shutil.which("lintian"):
            self.skipTest("lintian takes half a minute: with --all, where it is installed")
        said = subprocess.run(["lintian", "--allow-root", "--fail-on", "none",
                               *self.packages.values()], capture_output=True, text=True)
        found = [line for line in said.stdout.splitlines() if line[:2] in ("E:", "W:")]
        self.assertEqual(found, [])
