"""Shares of a batch, and putting them together."""
import gzip
import json

from batches import BatchCase, broken, invented, lines_of, renumbered, SAMPLES

# What schedulers put into the environment: the share of the third of five tasks.
THIRD_OF_FIVE = {
    "Slurm": {"SLURM_ARRAY_TASK_ID": "2", "SLURM_ARRAY_TASK_COUNT": "5",
              "SLURM_ARRAY_TASK_MIN": "0", "SLURM_ARRAY_TASK_MAX": "4"},
    "AWS Batch": {"AWS_BATCH_JOB_ARRAY_INDEX": "2", "AWS_BATCH_JOB_ARRAY_SIZE": "5"},
    "Cloud Run": {"CLOUD_RUN_TASK_INDEX": "2", "CLOUD_RUN_TASK_COUNT": "5"},
}
THIRD = {
    "Slurm, a part of the array": {"SLURM_ARRAY_TASK_ID": "2", "SLURM_ARRAY_TASK_COUNT": "2",
                                   "SLURM_ARRAY_TASK_MIN": "2", "SLURM_ARRAY_TASK_MAX": "3"},
    "Kubernetes": {"JOB_COMPLETION_INDEX": "2"},
    "PBS": {"PBS_ARRAY_INDEX": "2"},
    "Torque": {"PBS_ARRAYID": "2"},
    "Grid Engine": {"SGE_TASK_ID": "3"},
    "GNU parallel in a task of Slurm": {"PARALLEL_SEQ": "3", "SLURM_ARRAY_TASK_ID": "0"},
}


class ShareTest(BatchCase):
    def assert_shares_are_all(self, source, count):
        self.batch(source, "wanted.tar")
        for index in range(count):
            run = self.batch(source, "shards", "--shard", f"{index}/{count}")
            self.assertEqual(run.returncode, 0, run.stderr)
        run = self.trialsheet("merge", "shards", "-o", "out.tar")
        self.assertEqual(run.returncode, 0, run.stderr)
        self.assertEqual(self.digest("out.tar"), self.digest("wanted.tar"))
        where = [[line["where"] for line in lines_of(self.folder / f"{name}.tar.report.jsonl")]
                 if (self.folder / f"{name}.tar.report.jsonl").exists() else []
                 for name in ("out", "wanted")]
        self.assertEqual(len(where[0]), len(where[1]))

    def test_of_lines(self):
        self.write_lines({**invented(30), **broken(5)})
        self.assert_shares_are_all("in.ndjson", 7)

    def test_of_fewer_lines_than_shares(self):
        self.write_lines(invented(2))
        self.assert_shares_are_all("in.ndjson", 5)

    def test_of_compressed_lines(self):
        self.write_lines(invented(10))
        (self.folder / "in.ndjson.gz").write_bytes(
            gzip.compress((self.folder / "in.ndjson").read_bytes()))
        self.assert_shares_are_all("in.ndjson.gz", 3)

    def test_of_a_folder_with_files_of_each_kind(self):
        self.write_folder({**invented(12), **broken(3)})
        self.write_lines({f"NCT8{i:07}": renumbered(SAMPLES[0].read_text(), f"NCT8{i:07}")
                          for i in range(9)}, "in/more.ndjson")
        self.assert_shares_are_all("in", 4)

    def test_auto(self):
        self.write_lines(invented(10))
        self.batch("in.ndjson", "shards", "--shard", "2/5")
        name = "shards/shard-00002-of-00005.tar"
        wanted = self.digest(name)
        for environments, count in ((THIRD_OF_FIVE, ()), (THIRD, ("--shards", "5"))):
            for scheduler, env in environments.items():
                (self.folder / name).unlink()
                run = self.batch("in.ndjson", "shards", "--shard", "auto", *count, env=env)
                self.assertEqual(run.returncode, 0, f"{scheduler}: {run.stderr}")
                self.assertEqual(self.digest(name), wanted, scheduler)
        self.assertEqual(len(self.names("shards")), 2)

    def test_auto_says_what_it_lacks(self):
        self.write_lines(invented(1))
        for env, problem in (
                ({}, "auto finds no scheduler; run it in an array of tasks, or give one such as 0/64"),
                (THIRD["Kubernetes"],
                 "Kubernetes does not say of how many shards this is one; give --shards"),
                (THIRD["Slurm, a part of the array"],
                 "Slurm does not say of how many shards this is one; give --shards")):
            run = self.batch("in.ndjson", "shards", "--shard", "auto", env=env)
            self.assert_fails(run, 64, f"--shard: {problem}")

    def test_what_is_no_share(self):
        self.write_lines(invented(1))
        for shard, problem in (("5/5", '"5/5" is no share; expected one such as 0/64, up to 63/64'),
                               ("x", '"x" is no share; expected one such as 0/64, or auto')):
            self.assert_fails(self.batch("in.ndjson", "s", "--shard", shard), 64,
                              f"--shard: {problem}")
        self.assert_fails(self.trialsheet("batch", "in.ndjson", "-o", "s", "--shard", "0/2"), 64,
                          "--date: is needed with --shard: tasks that begin on different days would "
                          "print different ones")


class MergeTest(BatchCase):
    def setUp(self):
        super().setUp()
        self.records = invented(20)
        self.write_lines(self.records)
        self.make(*range(6))

    def make(self, *indices, **options):
        for index in indices:
            self.batch("in.ndjson", "shards", "--shard", f"{index}/6", *options.get("with_", ()))

    def shard(self, index, ending=""):
        return self.folder / f"shards/shard-{index:05}-of-00006.tar{ending}"

    def assert_missing(self, expression, *reasons):
        run = self.trialsheet("merge", "shards", "-o", "out.tar")
        self.assertEqual((run.returncode, run.stdout), (75, f"{expression}\n"))
        self.assertEqual(run.stderr.splitlines(), [f"trialsheet: {reason}" for reason in reasons])
        self.assertFalse((self.folder / "out.tar").exists())

    def test_what_is_missing_is_made_again(self):
        wanted = {index: self.digest(self.shard(index)) for index in range(6)}
        self.shard(1).unlink()
        self.shard(2, ".manifest.jsonl").unlink()
        damaged = bytearray(self.shard(3).read_bytes())
        damaged[len(damaged) // 2] ^= 1
        self.shard(3).write_bytes(damaged)
        self.make(5, with_=("--paper", "a4"))
        self.assert_missing(
            "1-3,5",
            "shard 1 is missing or damaged: it has not the hash that its manifest says; make it again",
            "shard 2 has no manifest: it has not ended; make it again",
            "shard 3 is missing or damaged: it has not the hash that its manifest says; make it again",
            "shard 5 was made of another input, or with other settings, than most; make it again")
        self.make(1, 2, 3, 5)
        self.assertEqual({index: self.digest(self.shard(index)) for index in range(6)}, wanted)
        self.assertEqual(self.trialsheet("merge", "shards").returncode, 0)

    def test_one_that_never_began(self):
        self.shard(4).unlink()
        self.shard(4, ".manifest.jsonl").unlink()
        self.assert_missing("4", "shard 4 is not there; make it again")

    def test_the_newer_of_two_shards_wins(self):
        text = SAMPLES[0].read_text()
        new, old = (renumbered(text, "NCT70000001", f"{year}-01-01") for year in (2026, 2020))
        self.write_lines({"a": new, **self.records, "b": old})
        for path in (self.folder / "shards").iterdir():
            path.unlink()
        self.make(*range(6))
        for output in ("out", "out.zip", "out.tar"):
            self.batch("in.ndjson", f"wanted-{output}")
            run = self.trialsheet("merge", "shards", "-o", output)
            self.assertIn("21 sheets, 0 records without one, 1 that gave way to a newer one", run.stderr)
            self.assertEqual(*(sorted(path.read_bytes() for path in (self.folder / name).rglob("*.pdf"))
                               if output == "out" else self.digest(name)
                               for name in (output, f"wanted-{output}")))

    def test_done_is_done(self):
        before = self.shard(0).stat()
        run = self.batch("in.ndjson", "shards", "--shard", "0/6")
        self.assertEqual(json.loads(run.stderr)["made"], 0)
        self.assertEqual(self.shard(0).stat().st_mtime_ns, before.st_mtime_ns)

    def test_shards_of_two_divisions(self):
        self.batch("in.ndjson", "shards", "--shard", "0/2")
        self.assert_fails(self.trialsheet("merge", "shards"), 65,
                          "shards: has shards of 2 and of 6 in it; remove those of one")

    def test_no_shards(self):
        (self.folder / "none").mkdir()
        self.assert_fails(self.trialsheet("merge", "none"), 66,
                          "none: has no shards in it; expected what trialsheet batch --shard makes")
