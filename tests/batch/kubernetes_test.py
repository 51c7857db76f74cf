"""samples/deploy/kubernetes, without a cluster: what the jobs say, and that it makes all sheets."""
import re
import unittest

from batches import BatchCase, broken, invented, ROOT

try:
    import yaml
except ImportError:
    yaml = None

JOBS = ROOT / "samples/deploy/kubernetes"
# What batch and merge promise not to do better the next time (--help, "Exit codes").
LASTING = {64, 65, 66, 78}


def job_of(name):
    """The one document of a file, of which no key stands twice."""
    class Strict(yaml.SafeLoader):
        def construct_mapping(self, node, deep=False):
            keys = [self.construct_object(key) for key, _ in node.value]
            if len(keys) != len(set(keys)):
                raise yaml.constructor.ConstructorError(None, None, "a key stands twice", node.start_mark)
            return super().construct_mapping(node, deep)

    (document,) = yaml.load_all((JOBS / name).read_text(), Strict)
    return document


def container_of(job):
    (container,) = job["spec"]["template"]["spec"]["containers"]
    return container


def value_of(arguments, option):
    return arguments[arguments.index(option) + 1]


@unittest.skipUnless(yaml, "python3-yaml is not installed")
class KubernetesTest(BatchCase):
    def test_both_are_jobs_that_share_a_claim(self):
        for name in ("job.yaml", "merge.yaml"):
            job = job_of(name)
            self.assertEqual((job["apiVersion"], job["kind"]), ("batch/v1", "Job"), name)
            pod = job["spec"]["template"]["spec"]
            self.assertEqual(pod["restartPolicy"], "Never")
            (volume,) = pod["volumes"]
            self.assertEqual(volume["persistentVolumeClaim"], {"claimName": "sheets"})
            self.assertEqual(container_of(job)["volumeMounts"],
                             [{"name": volume["name"], "mountPath": "/data"}])

    def test_there_is_a_pod_for_each_shard(self):
        spec = job_of("job.yaml")["spec"]
        arguments = container_of(job_of("job.yaml"))["args"]
        self.assertEqual(spec["completionMode"], "Indexed")
        self.assertEqual(value_of(arguments, "--shard"), "auto")
        self.assertEqual(value_of(arguments, "--shards"), str(spec["completions"]))
        self.assertLessEqual(spec["parallelism"], spec["completions"])
        self.assertLessEqual(spec["maxFailedIndexes"], spec["completions"])
        for argument in arguments:
            self.assertIsInstance(argument, str)  # else the job would be refused

    def test_only_what_lasts_fails_a_shard_at_once(self):
        """75, as after SIGTERM, is another pod's to go on with."""
        job = job_of("job.yaml")
        rules = {rule["action"]: rule for rule in job["spec"]["podFailurePolicy"]["rules"]}
        codes = rules["FailIndex"]["onExitCodes"]
        self.assertEqual(codes["containerName"], container_of(job)["name"])
        self.assertEqual((codes["operator"], set(codes["values"])), ("In", LASTING))
        self.assertEqual(rules["Ignore"]["onPodConditions"], [{"type": "DisruptionTarget"}])

    def test_the_commands_are_those_of_the_program(self):
        for name in ("job.yaml", "merge.yaml"):
            command, *arguments = container_of(job_of(name))["args"]
            known = re.findall(r"(?<![\w-])--?[a-z][\w-]*", self.trialsheet(command, "--help").stdout)
            for argument in arguments:
                if argument.startswith("-"):
                    self.assertIn(argument, known, name)

    def test_all_pods_and_the_merge_make_all_sheets(self):
        self.write_lines({**invented(150), **broken(3)}, "all.ndjson")
        job, merge = job_of("job.yaml"), job_of("merge.yaml")

        def run(job, **env):
            arguments = [argument.replace("/data", str(self.folder))
                         for argument in container_of(job)["args"]]
            self.assertEqual(self.trialsheet(*arguments, env=env).returncode, 0)

        for index in range(job["spec"]["completions"]):
            run(job, JOB_COMPLETION_INDEX=str(index))
        run(merge)
        self.batch("all.ndjson", "wanted.tar")
        self.assertEqual(self.digest("sheets.tar"), self.digest("wanted.tar"))
