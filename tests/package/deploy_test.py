"""samples/deploy: the systemd units, a socket that is handed over, nginx before it."""
import http.client
import json
import os
import pathlib
import re
import shutil
import signal
import socket
import ssl
import subprocess
import sys
import tempfile
import time
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
DEPLOY = ROOT / "samples/deploy"
RECORD = ROOT / "samples/NCT05153070.json"
NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
# As systemd does: descriptor 3, and whom it is for.
HANDED = 'LISTEN_FDS=1 LISTEN_PID=$$ exec "$@"'


class UnixConnection(http.client.HTTPConnection):
    def __init__(self, path):
        super().__init__("localhost", timeout=30)
        self.path = str(path)

    def connect(self):
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.settimeout(self.timeout)
        self.sock.connect(self.path)


def free_port():
    """One of two beside each other, below those that connecting may take by itself."""
    for port in range(20443, 30000, 2):
        try:
            with socket.create_server(("127.0.0.1", port)), \
                    socket.create_server(("127.0.0.1", port + 1)):
                return port
        except OSError:
            continue
    raise OSError("no port is free")


def answer_of(connection, method="GET", target="/healthz", body=None, **headers):
    headers = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request(method, target, body, headers)
    response = connection.getresponse()
    response.body = response.read()
    connection.close()
    return response


class DeployTest(unittest.TestCase):
    program = None

    def setUp(self):
        scratch = tempfile.TemporaryDirectory(prefix="trialsheet-deploy-")
        self.addCleanup(scratch.cleanup)
        self.folder = pathlib.Path(scratch.name)

    # The units.

    @unittest.skipUnless(shutil.which("systemd-analyze"), "systemd is not installed")
    def test_the_service_is_shut_in(self):
        run = subprocess.run(["systemd-analyze", "security", "--offline=true", "--no-pager",
                              DEPLOY / "systemd/trialsheet.service"],
                             capture_output=True, text=True)
        level = float(re.search(r"exposure level.*: (\d+\.\d+)", run.stdout)[1])
        self.assertLessEqual(level, 1.5, run.stdout)

    @unittest.skipUnless(shutil.which("systemd-analyze"), "systemd is not installed")
    def test_systemd_takes_the_units(self):
        for name in ("trialsheet.service", "trialsheet.socket"):
            text = (DEPLOY / "systemd" / name).read_text()
            text = text.replace("ExecStart=trialsheet", f"ExecStart={self.program}")
            # Pages that are not installed yet are read in package_files_test.py.
            text = re.sub(r"^Documentation=.*\n", "", text, flags=re.M)
            (self.folder / name).write_text(text)
        drop_in = self.folder / "trialsheet.service.d"
        drop_in.mkdir()
        shutil.copy(DEPLOY / "systemd/offline.conf", drop_in)
        run = subprocess.run(["systemd-analyze", "verify", "--man=no",
                              self.folder / "trialsheet.service",
                              self.folder / "trialsheet.socket"],
                             capture_output=True, text=True,
                             env={**os.environ, "SYSTEMD_LOG_LEVEL": "notice"})
        complaints = [line for line in run.stderr.splitlines() if "trialsheet" in line]
        self.assertEqual((run.returncode, complaints), (0, []))

    def test_options_of_the_unit_are_options_of_the_program(self):
        text = (DEPLOY / "systemd/trialsheet.service").read_text()
        told = re.findall(r"(?<!\w)--[a-z-]+", " ".join(
            line for line in text.splitlines() if "OPTIONS=" in line or "ExecStart" in line))
        helped = subprocess.run([self.program, "serve", "--help"], capture_output=True, text=True)
        for option in told:
            self.assertIn(option, helped.stdout)

    # A socket from systemd.

    def serve(self, descriptor, *arguments):
        """Serves at what lies at the descriptor, until the test ends."""
        process = subprocess.Popen(
            ["sh", "-c", f"{HANDED} 3<&{descriptor}", "sh", self.program, "serve", *arguments],
            pass_fds=(descriptor,), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            cwd=self.folder, env={**os.environ, "XDG_DATA_HOME": str(self.folder)})
        self.addCleanup(process.communicate)
        self.addCleanup(process.terminate)
        return process, process.stderr.readline()

    def unix_socket(self):
        listening = socket.socket(socket.AF_UNIX)
        self.addCleanup(listening.close)
        listening.bind(str(self.folder / "sheets.sock"))
        listening.listen(64)
        return listening

    def test_a_socket_that_is_handed_over_is_served_and_left_where_it_is(self):
        listening = self.unix_socket()
        path = self.folder / "sheets.sock"
        for _ in range(2):  # it goes on after an update
            process, said = self.serve(listening.fileno())
            self.assertEqual(said, f"trialsheet: listening at unix:{path}\n")
            answer = answer_of(UnixConnection(path), "POST", "/v1/sheet", RECORD.read_bytes(),
                               Content_Type="application/json")
            self.assertEqual((answer.status, answer.body[:5]), (200, b"%PDF-"))
            process.terminate()
            self.assertEqual(process.wait(30), 0)
            self.assertTrue(path.exists())

    def test_a_request_that_comes_during_a_restart_waits(self):
        listening = self.unix_socket()
        connection = UnixConnection(self.folder / "sheets.sock")
        connection.request("GET", "/healthz")
        self.serve(listening.fileno())
        self.assertEqual(connection.getresponse().status, 200)
        connection.close()

    def test_a_tcp_socket_too(self):
        with socket.create_server(("127.0.0.1", 0)) as listening:
            port = listening.getsockname()[1]
            _, said = self.serve(listening.fileno())
            self.assertEqual(said, f"trialsheet: listening at 127.0.0.1:{port}\n")
            self.assertEqual(answer_of(http.client.HTTPConnection("127.0.0.1", port)).body, b"ok\n")

    def test_what_is_no_socket_or_too_much_is_said(self):
        with open(os.devnull) as nothing:
            _, said = self.serve(nothing.fileno())
        self.assertEqual(said, "trialsheet: descriptor 3: cannot be listened at: it is no socket "
                               "that listens\n")
        _, said = self.serve(self.unix_socket().fileno(), "--listen", "127.0.0.1:0")
        self.assertEqual(said, "trialsheet: --listen: systemd hands over a socket; leave --listen "
                               "out, or disable trialsheet.socket\n")

    def test_a_socket_for_another_process_is_none_of_ours(self):
        run = subprocess.Popen([self.program, "serve", "--listen", "127.0.0.1:0"],
                               stderr=subprocess.PIPE, text=True, cwd=self.folder,
                               env={**os.environ, "LISTEN_FDS": "1", "LISTEN_PID": "1"})
        self.assertRegex(run.stderr.readline(), r"listening at 127\.0\.0\.1:\d+")
        run.send_signal(signal.SIGTERM)
        run.communicate(timeout=30)

    # nginx before it.

    def nginx_settings(self, port):
        """The sample as it is, but for names, places and ports."""
        text = (DEPLOY / "nginx/trialsheet.conf").read_text()
        for old, new in (
                ("/run/trialsheet.sock", str(self.folder / "sheets.sock")),
                ("/etc/ssl/certs/sheets.example.org.pem", str(self.folder / "cert.pem")),
                ("/etc/ssl/private/sheets.example.org.key", str(self.folder / "key.pem")),
                ("/var/log/nginx", str(self.folder)),
                ("listen 80;", f"listen 127.0.0.1:{port + 1};"),
                ("listen [::]:80;", ""), ("listen [::]:443 ssl http2;", ""),
                ("listen 443 ssl http2;", f"listen 127.0.0.1:{port} ssl http2;")):
            self.assertIn(old, text)
            text = text.replace(old, new)
        user = "user root;" if os.getuid() == 0 else ""
        places = "".join(f"{kind}_temp_path {self.folder}/{kind};\n" for kind in
                         ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
        return (f"{user} pid {self.folder}/pid; error_log {self.folder}/error.log; daemon off;\n"
                f"events {{}}\nhttp {{\n{places}{text}}}\n")

    def make_certificate(self):
        subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt",
                        "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2", "-subj",
                        "/CN=sheets.example.org", "-keyout", self.folder / "key.pem",
                        "-out", self.folder / "cert.pem"], check=True, capture_output=True)

    @unittest.skipUnless(NGINX and shutil.which("openssl"), "nginx is not installed")
    def test_nginx_takes_the_sample_and_passes_on(self):
        port = free_port()
        self.make_certificate()
        settings = self.folder / "nginx.conf"
        settings.write_text(self.nginx_settings(port))
        run = subprocess.run([NGINX, "-t", "-p", self.folder, "-c", settings],
                             capture_output=True, text=True)
        self.assertEqual(run.returncode, 0, run.stderr)
        self.assertNotIn("[warn]", run.stderr)
        self.serve(self.unix_socket().fileno())
        nginx = subprocess.Popen([NGINX, "-p", self.folder, "-c", settings],
                                 stderr=subprocess.DEVNULL)
        self.addCleanup(nginx.wait)
        self.addCleanup(nginx.terminate)
        self.await_port(port)
        context = ssl.create_default_context(cafile=self.folder / "cert.pem")
        context.check_hostname = False

        def ask(*arguments, **headers):
            return answer_of(http.client.HTTPSConnection("127.0.0.1", port, context=context),
                             *arguments, **headers)
        sheet = ask("POST", "/v1/sheet", RECORD.read_bytes(), Content_Type="application/json")
        self.assertEqual((sheet.status, sheet.body[:5]), (200, b"%PDF-"))
        self.assertIn("max-age", sheet.headers["Strict-Transport-Security"])
        self.assertEqual(sheet.headers.get_all("Cache-Control"), ["private, no-store"])
        self.assertIn(b"<form", ask("GET", "/").body)
        self.assertEqual(ask("POST", "/v1/sheet", b" " * ((8 << 20) + 1)).status, 413)
        self.assertIn(429, {ask().status for _ in range(80)})
        # Nobody can read from nginx who asked for what.
        written = "".join(file.read_text(errors="replace") for file in self.folder.glob("*.log"))
        self.assertNotIn("NCT05153070", written)

    def await_port(self, port):
        for _ in range(100):
            try:
                return socket.create_connection(("127.0.0.1", port), 1).close()
            except OSError:
                time.sleep(0.05)
        self.fail("nginx does not listen")
