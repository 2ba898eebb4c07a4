#!/usr/bin/env python3
"""Builds the kit's archives with Subrosa and with every peer that is installed, in turn within one run.

  bench/peers.py [--rounds N] [--program FILE] [--only NAME,NAME] [--json FILE] [S] [M] [L] [XL]      default: 3 rounds, S M

Needs the shared kit (../shared/bench); hugo and jekyll where they are installed, Eleventy and Pagefind where BENCH_PEERS names
a folder with their node_modules (`npm install @11ty/eleventy@3.1.7 pagefind@1.6.0` in any folder), else where the kit's
`setup.sh` put them. Per size and round: a full build of ours (--full, nothing kept from before), one of ours after the text of
one comment was changed, one that changes nothing, then each peer; Pagefind indexes Hugo's pages. CPU is user and system time of
the process and what it waited for, peak its largest memory. Prints a Markdown table (medians), ratios within the rounds, and the
growth of each over the comments. --json keeps the rows, adding to what the file holds of other sizes; `dotnet run -c Release --project bench -- plots FILE FOLDER` draws them.
The program is published first (ready-to-run for this machine) unless --program names one. Work lies in BENCH_WORK or /tmp.
BENCH_RUN is put before every command that is measured, for a machine that others share: BENCH_RUN="flock FILE".
"""
import argparse, json, math, os, pathlib, re, shlex, shutil, statistics, subprocess, sys, tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
KIT = ROOT.parent / "shared" / "bench"
SIZES = {"S": (500, 10_000), "M": (2_000, 40_000), "L": (5_000, 100_000), "XL": (20_000, 400_000)}
DAY = "2026-11-21"
BEFORE = shlex.split(os.environ.get("BENCH_RUN", ""))
NODE = pathlib.Path(os.environ.get("BENCH_PEERS", KIT / "node")) / "node_modules"
ELEVENTY, PAGEFIND = NODE / "@11ty/eleventy/cmd.cjs", NODE / ".bin/pagefind"
BOTH = "hugo and pagefind"


def run(command, env=None, cwd=None, codes=(0,)):
    """Runs a command; its CPU seconds and peak in MiB."""
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(BEFORE + [str(part) for part in command], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=said, env=env, cwd=cwd)
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
        command = {
            "hugo": ["hugo", "--quiet", "-d", self.out],
            "eleventy": ["node", ELEVENTY, "--quiet", "--output=%s" % self.out],
            "jekyll": ["jekyll", "build", "-q", "--disable-disk-cache", "-d", self.out],
        }[self.name]
        return run(command, cwd=self.archive / self.name)

    def weigh(self):
        return weigh(self.out)


def measure(size, options, peers, program, base):
    posts, comments = SIZES[size]
    archive = base / ("archive-" + size)
    forms = ["export", "docs"] + [peer for peer in peers if peer != "pagefind"]
    if not all((archive / form).exists() for form in forms if form != "docs"):
        shutil.rmtree(archive, ignore_errors=True)
        run([sys.executable, KIT / "make_archive.py", "--posts", posts, "--comments", comments, "--seed", 1, "--only", ",".join(forms), "--out", archive])
    rows, weights = {}, {}
    with tempfile.TemporaryDirectory(dir=base) as folder:
        work = pathlib.Path(folder)
        ours = Subrosa(program, work, archive)
        others = [Peer(name, work, archive) for name in peers if name != "pagefind"]
        for _ in range(options.rounds):
            rows.setdefault("Subrosa, all of it", []).append(ours.full())
            weights["Subrosa, all of it"] = ours.weigh()
            rows.setdefault("Subrosa, one comment changed", []).append(ours.edited())
            rows.setdefault("Subrosa, nothing changed", []).append(ours.build())
            for peer in others:
                rows.setdefault(peer.name, []).append(peer.full())
                weights[peer.name] = peer.weigh()
            if "pagefind" in peers:
                index = run([PAGEFIND, "--site", work / "hugo", "--quiet"])
                rows.setdefault("pagefind on hugo's pages", []).append(index)
                pages = rows["hugo"][-1]
                rows.setdefault(BOTH, []).append((pages[0] + index[0], max(pages[1], index[1])))
                weights[BOTH] = weigh(work / "hugo")
    return rows, weights


def print_rows(size, rows, weights):
    """Rows of one size as a table; a ratio is the median of those of the rounds."""
    against = [[row[0] for row in rows.get(name, [])] for name in ("hugo", BOTH)]
    for name, row in rows.items():
        seconds = [each[0] for each in row]
        files, megabytes = weights.get(name, (None, None))
        ratios = ["%.2f" % statistics.median(a / b for a, b in zip(seconds, other)) if other else "" for other in against]
        print("| %s | %s | %.1f (%.1f to %.1f) | %.0f | %s | %s | %s |" % (size, name, statistics.median(seconds), min(seconds), max(seconds),
              statistics.median(each[1] for each in row), "" if files is None else f"{files:,}", "" if megabytes is None else "%.1f" % megabytes, " | ".join(ratios)), flush=True)


def exponent(points):
    """Slope of a line through the logarithms: cost grows as size to this power."""
    xs, ys = [math.log(point[0]) for point in points], [math.log(point[1]) for point in points]
    mx, my = statistics.mean(xs), statistics.mean(ys)
    return sum((x - mx) * (y - my) for x, y in zip(xs, ys)) / sum((x - mx) ** 2 for x in xs)


def keep(file, size, rows, weights):
    """Puts the rows of a size into the file, in place of those it held of that size."""
    old = json.loads(file.read_text()) if file.exists() else []
    new = [{"size": size, "comments": SIZES[size][1], "build": name, "cpu": [each[0] for each in row], "peakMiB": [each[1] for each in row],
            "files": weights.get(name, (None, None))[0], "megabytes": weights.get(name, (None, None))[1]} for name, row in rows.items()]
    kept = [row for row in old if (row["size"], row["build"]) not in {(row["size"], row["build"]) for row in new}]
    file.write_text(json.dumps(sorted(kept + new, key=lambda row: (row["comments"], row["build"])), indent=1) + "\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--program", type=pathlib.Path)
    parser.add_argument("--only", help="peers to build with, comma-separated (default: every one that is here); \"none\" for ours alone")
    parser.add_argument("--json", type=pathlib.Path)
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
    hugo, jekyll = shutil.which("hugo"), shutil.which("jekyll")
    here = [name for name, there in (("hugo", hugo), ("eleventy", ELEVENTY.exists()), ("jekyll", jekyll), ("pagefind", hugo and PAGEFIND.exists())) if there]
    peers = here if options.only is None else [name for name in here if name in options.only.split(",")]
    print("| size | build | CPU s (median, least to most) | peak MiB | files | MB | to hugo | to hugo and pagefind |")
    print("|---|---|---:|---:|---:|---:|---:|---:|")
    points = {}
    for size in options.sizes:
        rows, weights = measure(size, options, peers, program, base)
        print_rows(size, rows, weights)
        for name, row in rows.items():
            points.setdefault(name, []).append((SIZES[size][1], statistics.median(each[0] for each in row), statistics.median(each[1] for each in row)))
        if options.json:
            keep(options.json, size, rows, weights)
    for name, all in points.items():
        if len(all) > 1:
            print("growth of %s over comments: CPU exponent %.2f, memory %.2f" % (name, exponent([point[:2] for point in all]), exponent([(point[0], point[2]) for point in all])))


main()
