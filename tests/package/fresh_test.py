"""In a fresh Debian: packages installed and purged, the steps of the image taken.

Only with --all, as root, with debootstrap: it takes minutes and the network.
"""
import http.client
import os
import pathlib
import re
import shutil
import socket
import subprocess
import tempfile
import unittest

from made import ROOT, packages_of, run

RELEASE = "bookworm"
INSIDE = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C.UTF-8",
          "DEBIAN_FRONTEND": "noninteractive"}
OURS = ("find / -xdev -path '*trialsheet*' -not -path '/tmp/*' -not -path '/proc/*' "
        "-not -path '/var/log/*' -not -path '/var/cache/*'")
BOOTED = """[Unit]
After=trialsheet.socket multi-user.target
[Service]
Type=oneshot
ExecStart=/srv/booted.sh
StandardOutput=file:/srv/booted.log
StandardError=file:/srv/booted.log
ExecStopPost=/bin/systemctl poweroff --force
[Install]
WantedBy=default.target
"""
CONTAINER = ROOT / "samples/deploy/container/Containerfile"


def instructions(text):
    """Each with its words, lines that go on put together."""
    text = re.sub(r"^#.*\n", "", text, flags=re.M).replace("\\\n", " ")
    for line in text.splitlines():
        if line.strip():
            name, _, rest = line.partition(" ")
            yield name, re.sub(r"\s+", " ", rest.strip())


class FreshTest(unittest.TestCase):
    program = None
    all = False

    @classmethod
    def setUpClass(cls):
        if not cls.all or os.getuid() != 0 or not shutil.which("debootstrap"):
            raise unittest.SkipTest("a fresh Debian takes minutes: with --all, as root, with "
                                    "debootstrap")
        scratch = tempfile.TemporaryDirectory(prefix="trialsheet-fresh-")
        cls.addClassCleanup(scratch.cleanup)
        cls.folder = pathlib.Path(scratch.name)
        cls.packages = packages_of(cls.program.parent)
        run("debootstrap", "--variant=minbase",
            "--include=systemd,systemd-sysv,dbus,curl", RELEASE, cls.folder / "fresh")
        # Nothing may start there.
        policy = cls.folder / "fresh/usr/sbin/policy-rc.d"
        policy.write_text("#!/bin/sh\nexit 101\n")
        policy.chmod(0o755)

    def new_root(self, name):
        root = self.folder / name
        run("cp", "-a", self.folder / "fresh", root)
        self.addCleanup(shutil.rmtree, root)
        return root

    def inside(self, root, command, **environment):
        return run("chroot", root, "sh", "-ec", command, env={**INSIDE, **environment})

    def test_installed_used_updated_and_purged(self):
        root = self.new_root("debian")
        for package in self.packages.values():
            shutil.copy(package, root / "tmp")
        shutil.copy(ROOT / "samples/NCT05153070.json", root / "tmp")
        self.inside(root, "apt-get update -q")
        self.assertEqual(self.inside(root, OURS), "")
        self.inside(root, "apt-get install -q -y --no-install-recommends /tmp/*.deb")
        render = "render -q NCT05153070.json --date 2026-07-14 -o"
        self.inside(root, f"cd /tmp && trialsheet {render} sheet.pdf")
        run(self.program, *render.split(), self.folder / "here.pdf", cwd=ROOT / "samples")
        self.assertEqual((root / "tmp/sheet.pdf").read_bytes(),
                         (self.folder / "here.pdf").read_bytes())
        self.inside(root, "dpkg -i /tmp/trialsheet_*.deb")  # an update
        self.inside(root, "apt-get remove -q -y trialsheet && test ! -e /usr/bin/trialsheet")
        self.inside(root, f"apt-get purge -q -y {' '.join(self.packages)}")
        self.assertEqual(self.inside(root, OURS), "")

    @unittest.skipUnless(shutil.which("systemd-nspawn"), "systemd-container is not installed")
    def test_systemd_starts_it_shuts_it_in_and_updates_it(self):
        """What booted.sh says, in a Debian that boots."""
        root = self.new_root("booted")
        for file in (self.packages["trialsheet"], ROOT / "tests/package/booted.sh"):
            shutil.copy(file, root / "srv")
        shutil.copy(ROOT / "samples/NCT05153070.json", root / "srv/record.json")
        self.inside(root, "apt-get update -q && apt-get install -q -y --no-install-recommends "
                          "/srv/trialsheet_*.deb && systemctl enable trialsheet.socket && "
                          "rm /usr/sbin/policy-rc.d")
        (root / "etc/systemd/system/booted.service").write_text(BOOTED)
        self.inside(root, "systemctl enable booted.service")
        subprocess.run(["systemd-nspawn", "-q", "-D", root, "-b", "--register=no",
                        "--keep-unit"], timeout=300, stdin=subprocess.DEVNULL,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        said = (root / "srv/booted.log").read_text()
        self.assertEqual(said.rstrip().rpartition("\n")[2], "done", said)

    def test_the_first_steps_of_the_image_make_the_package(self):
        root = self.new_root("builder")
        names = run("git", "-C", ROOT, "ls-files", "-co", "--exclude-standard").splitlines()
        text = CONTAINER.read_text()
        folder = root
        for name, rest in instructions(text[:text.rindex("\nFROM ")]):
            if name == "WORKDIR":
                folder = root / rest.strip("/")
                folder.mkdir()
            elif name == "COPY":
                self.assertEqual(rest, ". .")
                for file in names:
                    (folder / file).parent.mkdir(parents=True, exist_ok=True)
                    shutil.copy(ROOT / file, folder / file)
            elif name == "RUN":
                self.inside(root, f"cd /{folder.relative_to(root)}; {rest}")
            else:
                self.assertEqual(name, "FROM")
        made = [file.name for file in (folder / "build/packages").glob("trialsheet_*.deb")]
        self.assertEqual(made, [self.packages["trialsheet"].name])

    def test_the_last_steps_of_the_image_lead_to_a_service(self):
        root = self.new_root("image")
        text = CONTAINER.read_text()
        last = list(instructions(text[text.rindex("\nFROM "):]))
        environment, user, words = {}, "root", {}
        for name, rest in last:
            if name == "RUN":
                self.inside(root, rest, **environment)
            elif name == "COPY":
                source, place = rest.split()[1:]
                self.assertEqual(source, "/src/build/packages/trialsheet_*.deb")
                shutil.copy(self.packages["trialsheet"], root / place.strip("/"))
            elif name == "ENV":
                environment[rest.partition("=")[0]] = rest.partition("=")[2]
            elif name == "USER":
                user = rest
            elif name in ("ENTRYPOINT", "CMD"):
                words[name] = [word.strip('"') for word in rest.strip("[]").split(", ")]
            else:
                self.assertIn(name, {"FROM", "VOLUME", "EXPOSE"})
        command = [*words["ENTRYPOINT"], *words["CMD"]]
        self.assertIn("0.0.0.0:8080", command)  # of the container; here on this machine alone
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        command[command.index("0.0.0.0:8080")] = f"127.0.0.1:{port}"
        service = subprocess.Popen(["chroot", f"--userspec={user}", root, *command],
                                   env={**INSIDE, **environment}, stderr=subprocess.PIPE,
                                   stdout=subprocess.DEVNULL)
        try:
            self.assertIn(b"listening", service.stderr.readline())
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
            connection.request("POST", "/v1/sheet?lang=zh",
                               (ROOT / "samples/NCT05153070.json").read_bytes(),
                               {"Content-Type": "application/json"})
            answer = connection.getresponse()
            self.assertEqual((answer.status, answer.read()[:5]), (200, b"%PDF-"))
            status = pathlib.Path(f"/proc/{service.pid}/status").read_text()
            self.assertNotEqual(re.search(r"Uid:\s+(\d+)", status)[1], "0")
        finally:
            service.terminate()
            service.communicate(timeout=60)
