#!/usr/bin/env python3
"""Builds the kit's archives with Subrosa and with every peer that is installed, in turn within one run.

  bench/peers.py [--rounds N] [--program FILE] [S] [M] [L] [XL]      default: 3 rounds, S M

Needs the shared kit (../shared/bench); hugo where it is installed, Eleventy and Pagefind where the kit's `setup.sh` put them.
Per size and round: a full build of ours (--full, nothing kept from before), one of ours after the text of one comment was
changed, one that changes nothing, then each peer. CPU is user and system time of the process and what it waited for, peak its
largest memory. Prints a Markdown table (medians), ratios within the rounds, and the growth of each over the comments.
The program is published first (ready-to-run for this machine) unless --program names one. Work lies in BENCH_WORK or /tmp.
"""
import argparse, math, os, pathlib, re, shutil, statistics, subprocess, sys, tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
KIT = ROOT.parent / "shared" / "bench"
SIZES = {"S": (500, 10_000), "M": (2_000, 40_000), "L": (5_000, 100_000), "XL": (20_000, 400_000)}
DAY = "2026-11-21"


def run(command, env=None, cwd=None, codes=(0,)):
    """Runs a command; its CPU seconds and peak in MiB."""
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen([str(part) for part in command], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=said, env=env, cwd=cwd)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in codes:
            said.seek(0)
            sys.exit("%s ended with %d: %s" % (command[0], process.returncode, said.read()[-500:].decode(errors="replace")))
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def weigh(folder):
    files = [path for path in pathlib.Path(folder).rglob("*") if path.is_file()]
    return len(files), sum(path.stat().st_size for path in files) / 1e6


class Subrosa:
    """One archive, imported and released once; every build of it is measured."""

    def __init__(self, program, work, archive):
        self.program, self.blog = program, work / "blog"
        self.env = dict(os.environ, BLOG_VAULT=str(work / "vault"))
        run([program, "init", self.blog, "--title", "Archive", "--address", "https://archive.example", "--no-git"], self.env)
        run([program, "import", archive / "export" / "feed.atom", "--blog", self.blog], self.env, codes=(0, 1))
        run([program, "release", "--as-it-was", "--yes", "--blog", self.blog], self.env, codes=(0, 1))
        self.thread = max((self.blog / "input" / "posts").rglob("*.thread.md"), key=lambda path: path.stat().st_size)
        self.edits = 0

    def full(self):
        for old in ("output", ".build"):
            shutil.rmtree(self.blog / old, ignore_errors=True)
        return self.build("--full")

    def edited(self):
        self.edits += 1
        text = self.thread.read_text(encoding="utf-8")
        place = text.rstrip("\n")
        self.thread.write_text(re.sub(r" Edited \d+ times\.$", "", place) + " Edited %d times.\n" % self.edits, encoding="utf-8")
        return self.build()

    def build(self, *more):
        return run([self.program, "build", "--blog", self.blog, "--as-of", DAY, *more], self.env)

    def weigh(self):
        return weigh(self.blog / "output")


class Peer:
    def __init__(self, name, work, archive):
        self.name, self.archive, self.out = name, archive, work / name

    def full(self):
        shutil.rmtree(self.out, ignore_errors=True)
        if self.name == "hugo":
            return run(["hugo", "--quiet", "-d", self.out], cwd=self.archive / "hugo")
        return run(["node", KIT / "node/node_modules/@11ty/eleventy/cmd.cjs", "--quiet", "--output=%s" % self.out], cwd=self.archive / "eleventy")

    def weigh(self):
        return weigh(self.out)


def pagefind():
    found = KIT / "node/node_modules/.bin/pagefind"
    return found if found.exists() else None


def measure(size, options, peers, program, base):
    posts, comments = SIZES[size]
    archive = base / ("archive-" + size)
    forms = ",".join(["export", "docs"] + peers)
    if not archive.exists():
        run([sys.executable, KIT / "make_archive.py", "--posts", posts, "--comments", comments, "--seed", 1, "--only", forms, "--out", archive])
    rows, weights = {}, {}
    with tempfile.TemporaryDirectory(dir=base) as folder:
        work = pathlib.Path(folder)
        ours = Subrosa(program, work, archive)
        others = [Peer(name, work, archive) for name in peers]
        for _ in range(options.rounds):
            rows.setdefault("Subrosa, all of it", []).append(ours.full())
            weights["Subrosa, all of it"] = ours.weigh()
            rows.setdefault("Subrosa, one comment changed", []).append(ours.edited())
            rows.setdefault("Subrosa, nothing changed", []).append(ours.build())
            for peer in others:
                rows.setdefault(peer.name, []).append(peer.full())
                weights[peer.name] = peer.weigh()
            if pagefind() and "hugo" in peers:
                rows.setdefault("pagefind on hugo's pages", []).append(run([pagefind(), "--site", work / "hugo", "--quiet"]))
    return rows, weights


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--program", type=pathlib.Path)
    parser.add_argument("sizes", nargs="*", default=["S", "M"])
    options = parser.parse_args()
    if not (KIT / "make_archive.py").exists():
        sys.exit("The generator of the shared kit is missing: %s" % (KIT / "make_archive.py"))
    base = pathlib.Path(os.environ.get("BENCH_WORK", tempfile.gettempdir())) / "subrosa-peers"
    base.mkdir(parents=True, exist_ok=True)
    program = options.program
    if program is None:
        run(["dotnet", "publish", ROOT / "Blog.csproj", "-c", "Release", "-r", "linux-x64", "--no-self-contained", "-v", "quiet", "--tl:off", "-o", base / "program"])
        program = base / "program" / "Blog"
    peers = [name for name, there in (("hugo", shutil.which("hugo")), ("eleventy", (KIT / "node/node_modules/@11ty/eleventy/cmd.cjs").exists())) if there]
    cpu = {}
    print("| size | build | CPU s (median, least to most) | peak MiB | files | MB | to hugo |")
    print("|---|---|---:|---:|---:|---:|---:|")
    for size in options.sizes:
        rows, weights = measure(size, options, peers, program, base)
        hugo = [row[0] for row in rows.get("hugo", [])]
        for name, row in rows.items():
            seconds = [each[0] for each in row]
            cpu.setdefault(name, []).append((SIZES[size][1], statistics.median(seconds)))
            files, megabytes = weights.get(name, (None, None))
            ratio = "%.2f" % statistics.median(a / b for a, b in zip(seconds, hugo)) if hugo else ""
            print("| %s | %s | %.1f (%.1f to %.1f) | %.0f | %s | %s | %s |" % (size, name, statistics.median(seconds), min(seconds), max(seconds),
                  statistics.median(each[1] for each in row), "" if files is None else f"{files:,}", "" if megabytes is None else "%.1f" % megabytes, ratio), flush=True)
    for name, points in cpu.items():
        if len(points) > 1:
            xs, ys = [math.log(point[0]) for point in points], [math.log(point[1]) for point in points]
            mx, my = statistics.mean(xs), statistics.mean(ys)
            print("growth of %s over comments: exponent %.2f" % (name, sum((x - mx) * (y - my) for x, y in zip(xs, ys)) / sum((x - mx) ** 2 for x in xs)))


main()
