"""A Slurm of four nodes on 127.0.0.1, without munge and without a service: for tests only."""
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import time
import typing

PROGRAMS = ("slurmctld", "slurmd", "sbatch", "squeue", "sinfo", "scontrol")
NODES = 4


class Task(typing.NamedTuple):
    """As squeue tells it."""
    number: str
    state: str  # R: it runs, PD: it waits, CG: it ends
    node: str   # empty while it waits
    reason: str


def path_of(program):
    return shutil.which(program) or shutil.which(program, path="/usr/sbin")


def is_installed():
    return all(path_of(program) for program in PROGRAMS)


def free_ports(count):
    sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [each.getsockname()[1] for each in sockets]
    for each in sockets:
        each.close()
    return ports


class Slurm:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.conf = self.folder / "slurm.conf"
        self.write_configuration()
        self.nodes = {}
        self.controller = self.start("slurmctld", "-D", "-i", "-c")
        for number in range(NODES):
            self.nodes[number] = self.start("slurmd", "-D", "-N", f"w{number}")

    def write_configuration(self):
        host = socket.gethostname().split(".")[0]
        controller, *ports = free_ports(NODES + 1)
        state = self.folder / "state"
        state.mkdir()
        nodes = "\n".join(f"NodeName=w{n} NodeHostname={host} NodeAddr=127.0.0.1 Port={port} "
                          "CPUs=1 State=UNKNOWN" for n, port in enumerate(ports))
        self.conf.write_text(f"""ClusterName=test
SlurmctldHost={host}(127.0.0.1)
SlurmUser=root
SlurmctldPort={controller}
AuthType=auth/none
CredType=cred/none
CommunicationParameters=NoCtldInAddrAny,NoInAddrAny
SlurmdParameters=config_overrides
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SchedulerParameters=sched_min_interval=100000,batch_sched_delay=0,sched_interval=1
ReturnToService=2
SlurmdTimeout=5
KillWait=2
MinJobAge=300
RequeueExit=75
MpiDefault=none
StateSaveLocation={state}
SlurmdSpoolDir={state}/%n
SlurmctldPidFile={state}/slurmctld.pid
SlurmdPidFile={state}/%n.pid
SlurmctldLogFile={state}/slurmctld.log
SlurmdLogFile={state}/%n.log
{nodes}
PartitionName=all Nodes=w[0-{NODES - 1}] Default=YES State=UP
""")
        (self.folder / "cgroup.conf").write_text("CgroupPlugin=cgroup/v1\nCgroupAutomount=no\n")

    def start(self, program, *arguments):
        return subprocess.Popen([path_of(program), *arguments, "-f", self.conf],
                                stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                stderr=subprocess.DEVNULL,
                                env={**os.environ, "SLURM_CONF": str(self.conf)})

    def run(self, program, *arguments, **environment):
        return subprocess.run([path_of(program), *map(str, arguments)], capture_output=True, text=True,
                              cwd=self.folder, timeout=60,
                              env={**os.environ, "SLURM_CONF": str(self.conf), **environment})

    def wait_until(self, is_so, seconds):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if is_so():
                return True
            time.sleep(0.2)
        return False

    def is_up(self, seconds=20):
        return self.wait_until(lambda: self.run("sinfo", "-h", "-o", "%D %t").stdout.strip()
                               == f"{NODES} idle", seconds)

    def waiting(self):
        """The tasks that have not ended."""
        lines = self.run("squeue", "-h", "-r", "-o", "%i|%t|%N|%r").stdout.splitlines()
        return [Task(*line.split("|")) for line in lines]

    def kill_node(self, number):
        """The node, its steps and what they have begun, all at once: as if it lost its power."""
        workers = [pid for pid in self.processes() if f"SLURMD_NODENAME=w{number}" in environ_of(pid)]
        steps = {parent for parent in map(parent_of, workers) if name_of(parent) == "slurmstepd"}
        for pid in (self.nodes[number].pid, *steps, *workers):
            kill(pid)
        self.nodes[number].wait()
        return len(workers)

    def processes(self):
        """All that were begun here: each has this folder in its environment, or is in it."""
        pids = [int(path.name) for path in pathlib.Path("/proc").iterdir() if path.name.isdigit()]
        return [pid for pid in pids if str(self.folder) in environ_of(pid)]

    def stop(self):
        for process in (self.controller, *self.nodes.values()):
            process.kill()
            process.wait()
        for pid in self.processes():
            kill(pid)


def environ_of(pid):
    try:
        return pathlib.Path(f"/proc/{pid}/environ").read_bytes().decode(errors="replace")
    except OSError:
        return ""


def parent_of(pid):
    try:
        return int(pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[1])
    except OSError:
        return 0


def name_of(pid):
    try:
        return pathlib.Path(f"/proc/{pid}/comm").read_text().strip()
    except OSError:
        return ""


def kill(pid):
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        pass
