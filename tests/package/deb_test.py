"""The Debian packages: what is in them, and the program out of them.

Each time: they are made, taken apart into a folder, and the program is run from there. With
--all: lintian, and in a fresh Debian (debootstrap) they are installed, used, removed, purged.
"""
import gzip
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
RELEASE = "bookworm"
MIRROR = "http://deb.debian.org/debian"


def run(*command, **options):
    done = subprocess.run(command, capture_output=True, text=True, **options)
    if done.returncode != 0:
        raise AssertionError(f"{command}: {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


@unittest.skipUnless(shutil.which("dpkg-shlibdeps"), "dpkg-dev is not installed")
class DebTest(unittest.TestCase):
    program = None
    all = False

    @classmethod
    def setUpClass(cls):
        cls.build = cls.program.parent
        scratch = tempfile.TemporaryDirectory(prefix="trialsheet-deb-")
        cls.addClassCleanup(scratch.cleanup)
        cls.folder = pathlib.Path(scratch.name)
        # What is built already; xz at its best takes long, and says nothing more.
        run("cmake", "--build", cls.build)
        run("cpack", "--config", "CPackConfig.cmake", "-B", cls.folder / "made",
            "-D", "CPACK_DEBIAN_COMPRESSION_TYPE=gzip", cwd=cls.build)
        cls.packages = {name.partition("_")[0]: cls.folder / "made" / name
                        for name in os.listdir(cls.folder / "made") if name.endswith(".deb")}
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
        depends = re.findall(r"(?:^|, )([\w.+-]+)", self.field("Depends"))
        for part in ("libc6", "libharfbuzz", "libicu", "libcurl", "libsqlite3", "libhpdf"):
            self.assertTrue(any(name.startswith(part) for name in depends), part)
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
                               "--suppress-tags", "initial-upload-closes-no-bugs,"
                               "no-manual-page,spelling-error-in-binary",
                               *self.packages.values()], capture_output=True, text=True)
        found = [line for line in said.stdout.splitlines() if line[:2] in ("E:", "W:")]
        self.assertEqual(found, [])

    # In a Debian of its own.

    def test_installed_used_removed_and_purged_in_a_fresh_debian(self):
        if not self.all or os.getuid() != 0 or not shutil.which("debootstrap"):
            self.skipTest("a fresh Debian takes minutes: with --all, as root, with debootstrap")
        root = self.folder / "debian"
        cached = pathlib.Path("/var/cache/apt/archives")
        run("debootstrap", "--variant=minbase", f"--cache-dir={cached}", RELEASE, root, MIRROR)
        # Nothing may start there.
        (root / "usr/sbin/policy-rc.d").write_text("#!/bin/sh\nexit 101\n")
        (root / "usr/sbin/policy-rc.d").chmod(0o755)
        for package in self.packages.values():
            shutil.copy(package, root / "tmp")
        shutil.copy(ROOT / "samples/NCT05153070.json", root / "tmp")

        def inside(command):
            return run("chroot", root, "sh", "-ec", command,
                       env={"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C.UTF-8",
                            "DEBIAN_FRONTEND": "noninteractive"})
        inside("apt-get update -q")
        before = inside("find / -xdev -not -path '/proc/*' -path '*trialsheet*' -not -path '/tmp/*'")
        self.assertEqual(before, "")
        inside("apt-get install -q -y --no-install-recommends /tmp/*.deb")
        inside("cd /tmp && trialsheet render -q NCT05153070.json --date 2026-07-14")
        sheet = (root / "tmp/NCT05153070.pdf").read_bytes()
        run(self.program, "render", "-q", ROOT / "samples/NCT05153070.json", "--date",
            "2026-07-14", "-o", self.folder / "here.pdf")
        self.assertEqual(sheet, (self.folder / "here.pdf").read_bytes())
        # Over itself, as an update.
        inside("dpkg -i /tmp/trialsheet_*.deb")
        inside("apt-get purge -q -y trialsheet 'libtrialsheet*'")
        after = inside("find / -xdev -not -path '/proc/*' -path '*trialsheet*' -not -path '/tmp/*'"
                       " -not -path '/var/log/*' -not -path '/var/cache/*'")
        self.assertEqual(after, "")
