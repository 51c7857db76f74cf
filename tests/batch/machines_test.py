#!/usr/bin/env python3
"""Batches on many machines, one of which dies: machines_test.py PROGRAM [--all].

A real Slurm of four nodes on 127.0.0.1, and GNU parallel, each where it is installed; and what
samples/deploy has for Kubernetes, run without it.
"""
import os
import pathlib
import shutil
import subprocess
import sys
import time
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "check"))
import slurm  # noqa: E402
from batches import BatchCase, broken, environment_of, invented, lines_of, DAY, PROGRAM, ROOT  # noqa: E402
from kubernetes_test import KubernetesTest  # noqa: E402
from tally import Tally  # noqa: E402

ALL = "--all" in sys.argv
DEPLOY = ROOT / "samples/deploy"


class MachinesCase(BatchCase):
    def setUp(self):
        super().setUp()
        (self.folder / "bin").mkdir()
        (self.folder / "bin/trialsheet").symlink_to(PROGRAM)
        self.path = f"{self.folder}/bin:{os.environ['PATH']}"

    def write_input(self, records):
        self.write_lines({**invented(records), **broken(records // 100)})
        self.batch("in.ndjson", "wanted.tar")

    def assert_all_is_there(self):
        run = self.trialsheet("merge", "shards", "-o", "out.tar")
        self.assertEqual(run.returncode, 0, run.stderr)
        self.assertEqual(self.digest("out.tar"), self.digest("wanted.tar"))


@unittest.skipUnless(slurm.is_installed() and os.geteuid() == 0, "Slurm is not installed")
class SlurmTest(MachinesCase):
    SHARDS = 64 if ALL else 8
    RECORDS = 20_000 if ALL else 1600

    def test_a_node_dies(self):
        self.write_input(self.RECORDS)
        cluster = slurm.Slurm(self.folder)
        self.addCleanup(cluster.stop)
        if not cluster.is_up():
            self.skipTest("Slurm does not start here")
        environment = environment_of(PATH=self.path, INPUT=str(self.folder / "in.ndjson"), DAY=DAY,
                                     OUT=str(self.folder / "shards"), SHARDS=str(self.SHARDS))
        run = cluster.run("sbatch", f"--array=0-{self.SHARDS - 1}", "--cpus-per-task=1",
                          DEPLOY / "slurm/sheets.sbatch", **environment)
        self.assertIn("Submitted batch job", run.stdout, run.stderr)
        self.assertTrue(cluster.wait_until(
            lambda: any((task.state, task.node) == ("R", "w1") for task in cluster.waiting()), 30))
        self.assertTrue(cluster.wait_until(lambda: cluster.kill_node(1) > 0, 1))
        # What the dead node had is begun again by another after minutes, or is made anew as merge
        # says: with --all the one, else the other.
        left = cluster.waiting if ALL else lambda: self.without_delayed(cluster)
        self.assertTrue(cluster.wait_until(lambda: not left(), 900 if ALL else 240))
        run = self.trialsheet("merge", "shards", "-o", "out.tar")
        if run.returncode == 75 and not ALL:
            again = cluster.run("sbatch", f"--array={run.stdout.strip()}", "--cpus-per-task=1",
                                DEPLOY / "slurm/sheets.sbatch", **environment)
            self.assertIn("Submitted batch job", again.stdout, again.stderr)
            self.assertTrue(cluster.wait_until(lambda: not self.without_delayed(cluster), 120))
        self.assert_all_is_there()

    def without_delayed(self, cluster):
        """Tasks that will end soon: not those of the dead node, which Slurm puts off for minutes."""
        return [task for task in cluster.waiting()
                if not (task.state == "R" and task.node == "w1") and task.reason != "BeginTime"]


@unittest.skipUnless(shutil.which("parallel"), "GNU parallel is not installed")
class ParallelTest(MachinesCase):
    def sheets(self):
        return subprocess.Popen([DEPLOY / "parallel/sheets", "in.ndjson", "shards", DAY, "--jobs", "2"],
                                cwd=self.folder, env=environment_of(PATH=self.path, SHARDS="8"),
                                stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                stdout=subprocess.DEVNULL)

    def test_the_driver_dies(self):
        self.write_input(6400 if ALL else 400)
        with self.sheets() as driver:
            until = time.monotonic() + 30
            while not list(self.folder.glob("shards/*.manifest.jsonl")):
                self.assertLess(time.monotonic(), until)
                time.sleep(0.05)
            # The shell, and parallel; their workers go on alone, as when a terminal is closed.
            for pid in self.processes_of("perl") + self.processes_of("parallel"):
                slurm.kill(pid)
            driver.kill()
        self.assertEqual(self.trialsheet("merge", "shards").returncode, 75)
        with self.sheets() as driver:
            self.assertEqual(driver.wait(120), 0)
        self.assert_all_is_there()

    def processes_of(self, name):
        pids = [int(path.name) for path in pathlib.Path("/proc").iterdir() if path.name.isdigit()]
        return [pid for pid in pids if slurm.name_of(pid) == name
                and str(self.folder) in slurm.environ_of(pid)]


if __name__ == "__main__":
    load = unittest.defaultTestLoader.loadTestsFromTestCase
    tests = unittest.TestSuite(load(case) for case in (KubernetesTest, ParallelTest, SlurmTest))
    result = unittest.TextTestRunner(stream=sys.stdout, verbosity=0).run(tests)
    bad = len(result.failures) + len(result.errors)
    Tally(result.testsRun - bad - len(result.skipped), bad, len(result.skipped)).finish()
