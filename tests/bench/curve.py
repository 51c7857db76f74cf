#!/usr/bin/env python3
"""How the cost of each step grows with the record: curve.py PROGRAM [RECORD].

Makes records that have once, ten times and a hundred times as much of something (rules,
places, groups, outcomes), renders each a few times with --timings, and shows the medians. A
step whose cost grows faster than the record has a quadratic part: "x10" and "x100" say by how
much more than the record itself it grew, and above 2 they are marked.
"""
import json
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
SCALES = (1, 10, 100)
RUNS = 5
STEPS = ("read", "criteria", "summarize", "fit", "explain", "list changes", "write: content",
         "write: fonts", "write: tags", "write: attachments", "write: objects", "clean up")
# What takes less than this is lost in the clock's noise, in milliseconds.
LEAST = 0.2
# 150 bytes: twenty of them are an average list.
RULE = ("Serum creatinine no more than {n}.5 times the upper limit of normal, or a history of "
        "stroke, of hepatitis {n} or of major surgery within {n} weeks before enrollment")


def with_rules(study, scale):
    """20 rules and 3 KB at scale 1; 2,000 rules and 300 KB at 100."""
    rules = [RULE.format(n=n) for n in range(20 * scale)]
    half = len(rules) // 2
    text = "Inclusion Criteria:\n\n{}\n\nExclusion Criteria:\n\n{}".format(
        *("\n".join("* " + rule for rule in part) for part in (rules[:half], rules[half:])))
    study["protocolSection"]["eligibilityModule"]["eligibilityCriteria"] = text


def with_prose(study, scale):
    """Criteria without one line break."""
    text = ". ".join(RULE.format(n=n) for n in range(20 * scale))
    study["protocolSection"]["eligibilityModule"]["eligibilityCriteria"] = text


def with_sites(study, scale):
    study["protocolSection"].setdefault("contactsLocationsModule", {})["locations"] = [
        {"facility": f"Hospital {n}", "city": f"City {n}", "state": f"State {n % 50}",
         "country": "United States" if n % 2 else "France", "status": "RECRUITING",
         "geoPoint": {"lat": n % 90, "lon": n % 180}} for n in range(50 * scale)]


def with_arms(study, scale):
    study["protocolSection"]["armsInterventionsModule"] = {
        "armGroups": [{"label": f"Arm {n}", "type": "EXPERIMENTAL",
                       "description": f"Drug {n} or drug {n + 1} for 6 weeks",
                       "interventionNames": [f"Drug: Drug {n}"]} for n in range(4 * scale)],
        "interventions": [{"type": "DRUG", "name": f"Drug {n}", "armGroupLabels": [f"Arm {n}"]}
                          for n in range(4 * scale)]}


def with_outcomes(study, scale):
    study["protocolSection"]["outcomesModule"] = {
        "primaryOutcomes": [{"measure": f"Survival at {n} months", "timeFrame": f"{n} months"}
                            for n in range(10 * scale)]}


KINDS = (("rules", with_rules, []), ("prose", with_prose, []), ("places", with_sites, []),
         ("places, nearest first", with_sites, ["--near", "45.7,4.8"]),
         ("groups", with_arms, []), ("outcomes", with_outcomes, []))


def timings(program, path, near):
    """The steps of one run in milliseconds."""
    run = subprocess.run([program, "render", path, "--timings", "-q", "--date", "none", "-o",
                          "/dev/null", *near], capture_output=True, text=True, timeout=300)
    if run.returncode != 0:
        raise SystemExit(f"{path}: {run.stderr}")
    return {name: float(time)
            for name, time in re.findall(r"^(\S.*?) +(\d+\.\d+) ms$", run.stderr, re.M)}


def medians(program, path, near):
    runs = [timings(program, path, near) for _ in range(RUNS)]
    return {step: statistics.median(run.get(step, 0) for run in runs) for step in STEPS}


def show(name, sizes, costs):
    print(f"\n{name}: " + ", ".join(f"{size / 1000:.0f} KB" for size in sizes))
    for step in STEPS:
        times = [cost[step] for cost in costs]
        line = f"  {step:<20}" + "".join(f"{time:11.3f} ms" for time in times)
        for scale, size, time in zip(SCALES[1:], sizes[1:], times[1:]):
            growth = time / max(times[0], LEAST) / (size / sizes[0])
            line += f"   x{scale} {growth:5.2f}{' !' if growth > 2 else '  '}"
        print(line, flush=True)


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    record = sys.argv[2] if len(sys.argv) > 2 else ROOT / "samples/NCT90000001.json"
    with tempfile.TemporaryDirectory() as folder:
        for name, scaled, near in KINDS:
            sizes, costs = [], []
            for scale in SCALES:
                study = json.loads(pathlib.Path(record).read_text(encoding="utf-8"))
                scaled(study, scale)
                path = pathlib.Path(folder, f"{scale}.json")
                path.write_text(json.dumps(study), encoding="utf-8")
                sizes.append(path.stat().st_size)
                costs.append(medians(program, str(path), near))
            show(name, sizes, costs)


if __name__ == "__main__":
    main()
