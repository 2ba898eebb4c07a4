#!/usr/bin/env python3
"""CPU seconds of a build, stage by stage: reads its progress lines and, at each, what the process has used so far.

  bench/stages.py BLOG [--program FILE] [--rounds N] [--hugo FOLDER] [--again]

BLOG is a blog folder with its `input/` (BLOG_VAULT names its private store, whose secrets the safety check looks for). Each round
builds with --full into an empty `output/` and `.build/`; --again measures a build on top of the last one instead (nothing changed).
--hugo FOLDER builds that Hugo site in turn within the same rounds, for ratios. Linux only (/proc). Rows add up to the whole
process: "start" is until the first line, "swap in" after the last. "render alone", "+ index" and "+ gate" are the same rows added up.
Medians of the rounds; the rows are those of one run, the middle one.
"""
import argparse, os, pathlib, re, shutil, statistics, subprocess, sys, tempfile, time

DAY = "2026-11-21"
TICK = os.sysconf("SC_CLK_TCK")
GROUPS = [("render alone", lambda stage: stage not in ("Search index", "Safety check")), ("+ index", lambda stage: stage == "Search index"), ("+ gate", lambda stage: stage == "Safety check")]


def cpu_of(pid):
    """CPU seconds that a process has used until now; None when it has ended."""
    try:
        fields = pathlib.Path("/proc/%d/stat" % pid).read_text().rsplit(")", 1)[1].split()
    except OSError:
        return None
    return (int(fields[11]) + int(fields[12])) / TICK


def build(program, blog, full):
    """One build: seconds a stage in order, the whole, wall, peak MiB."""
    if full:
        for old in ("output", ".build"):
            shutil.rmtree(blog / old, ignore_errors=True)
    started = time.monotonic()
    process = subprocess.Popen([str(program), "build", "--blog", str(blog), "--as-of", DAY] + (["--full"] if full else []),
                               stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    stages, stage, before = {}, "start", 0.0
    for line in process.stderr:
        said = re.match(r"([A-Z][a-z ]+)(: [\d,]+( of [\d,]+)?)?$", line.strip())
        now = cpu_of(process.pid)
        if said is None or now is None:
            continue
        stages[stage] = stages.get(stage, 0) + now - before
        done = re.match(r".*: ([\d,]+) of ([\d,]+)$", line.strip())
        before, stage = now, "swap in" if said[1] == "Safety check" and done and done[1] == done[2] else said[1]
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit("the build ended with %d" % process.returncode)
    whole = usage.ru_utime + usage.ru_stime
    stages[stage] = stages.get(stage, 0) + whole - before
    return stages, whole, time.monotonic() - started, usage.ru_maxrss / 1024


def hugo(site):
    with tempfile.TemporaryDirectory(dir=site.parent) as out:
        process = subprocess.Popen(["hugo", "--quiet", "-d", out], cwd=site, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            sys.exit("hugo ended with %d" % process.returncode)
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("blog", type=pathlib.Path)
    parser.add_argument("--program", type=pathlib.Path)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--hugo", type=pathlib.Path)
    parser.add_argument("--again", action="store_true")
    options = parser.parse_args()
    root = pathlib.Path(__file__).resolve().parent.parent
    program = options.program
    if program is None:
        program = pathlib.Path(os.environ.get("BENCH_WORK", tempfile.gettempdir())) / "subrosa-stages" / "Blog"
        subprocess.run(["dotnet", "publish", root / "Blog.csproj", "-c", "Release", "-r", "linux-x64", "--no-self-contained", "-v", "quiet", "--tl:off", "-o", program.parent], check=True, stdout=sys.stderr)
    runs, peers = [], []
    for _ in range(options.rounds):
        if options.again and not runs:
            build(program, options.blog, True)
        runs.append(build(program, options.blog, not options.again))
        if options.hugo:
            peers.append(hugo(options.hugo))
    order = sorted({stage for run in runs for stage in run[0]}, key=lambda stage: list(runs[0][0]).index(stage) if stage in runs[0][0] else 99)
    middle = sorted(runs, key=lambda run: run[1])[len(runs) // 2]  # one whole run, so that its rows add up
    compared = statistics.median(peer[0] for peer in peers) if peers else None
    share = lambda seconds: "%.2f" % (seconds / compared) if compared else "%.0f %%" % (100 * seconds / middle[1])
    print("| stage | CPU s | %s | least to most |" % ("to Hugo" if compared else "share"))
    print("|---|---:|---:|---:|")
    for stage in order:
        all = [run[0].get(stage, 0) for run in runs]
        print("| %s | %.2f | %s | %.2f to %.2f |" % (stage, middle[0].get(stage, 0), share(middle[0].get(stage, 0)), min(all), max(all)))
    total = 0
    for name, takes in GROUPS:
        total += sum(seconds for stage, seconds in middle[0].items() if takes(stage))
        all = [sum(seconds for stage, seconds in run[0].items() if takes(stage)) for run in runs]
        print("| **%s** | %.2f | %s | alone %.2f to %.2f |" % (name, total, share(total), min(all), max(all)))
    print("| **whole process** | %.2f | %s | %.2f to %.2f |" % (middle[1], share(middle[1]), min(run[1] for run in runs), max(run[1] for run in runs)))
    print("wall %.1f s, peak %.0f MiB (%.0f to %.0f)" % (middle[2], middle[3], min(run[3] for run in runs), max(run[3] for run in runs)))
    if peers:
        print("Hugo in the same rounds: %.2f CPU s (%.2f to %.2f), peak %.0f MiB" % (compared, min(peer[0] for peer in peers), max(peer[0] for peer in peers), statistics.median(peer[1] for peer in peers)))


main()
