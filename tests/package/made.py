"""The Debian packages, made once for all tests; and running commands."""
import atexit
import functools
import os
import pathlib
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]


def run(*command, **options):
    done = subprocess.run(command, capture_output=True, text=True, **options)
    if done.returncode != 0:
        raise AssertionError(f"{command}: {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


@functools.cache
def packages_of(build):
    """Each package of a build by its name; the files go when the tests end."""
    scratch = tempfile.TemporaryDirectory(prefix="trialsheet-deb-")
    atexit.register(scratch.cleanup)
    run("cmake", "--build", build)
    # xz at its best takes long, and says nothing more.
    run("cpack", "--config", "CPackConfig.cmake", "-B", scratch.name,
        "-D", "CPACK_DEBIAN_COMPRESSION_TYPE=gzip", cwd=build)
    return {name.partition("_")[0]: pathlib.Path(scratch.name, name)
            for name in sorted(os.listdir(scratch.name)) if name.endswith(".deb")}
