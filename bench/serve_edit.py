#!/usr/bin/env python3
"""How long `serve` takes to show an edit: from the write of a thread file until the page that is served has the new words.

  bench/serve_edit.py [--program FILE] [--blog FOLDER] [--edits N] [--drafts]

Default: the sample blog of this repository, 20 edits of one comment, on a copy. The page is asked for every 2 ms over one
connection. Prints wall milliseconds (an editor waits for the clock, not the processor), and the CPU of the server an edit. Linux only (/proc).
"""
import argparse, http.client, os, pathlib, re, shutil, statistics, subprocess, sys, tempfile, time

ROOT = pathlib.Path(__file__).resolve().parent.parent
TICK = os.sysconf("SC_CLK_TCK")


def cpu_of(pid):
    fields = pathlib.Path("/proc/%d/stat" % pid).read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICK


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", type=pathlib.Path)
    parser.add_argument("--blog", type=pathlib.Path, default=ROOT)
    parser.add_argument("--edits", type=int, default=20)
    parser.add_argument("--drafts", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=os.environ.get("BENCH_WORK")) as folder:
        work = pathlib.Path(folder)
        program = options.program
        if program is None:
            program = work / "program" / "Blog"
            subprocess.run(["dotnet", "publish", ROOT / "Blog.csproj", "-c", "Release", "-r", "linux-x64", "--no-self-contained", "-v", "quiet", "--tl:off", "-o", program.parent], check=True, stdout=sys.stderr)
        shutil.copytree(options.blog / "input", work / "blog" / "input")
        thread = max((work / "blog" / "input" / "posts").rglob("*.thread.md"), key=lambda path: path.stat().st_size)
        post = thread.with_name(thread.name.replace(".thread.md", ".md")).read_text(encoding="utf-8")
        address = re.search(r"^url: (\S+)", post, re.M)[1]
        server = subprocess.Popen([str(program), "serve", "--port", "0", "--blog", str(work / "blog")] + (["--drafts"] if options.drafts else []),
                                  stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=(work / "log").open("w"), text=True, env=dict(os.environ, BLOG_VAULT=str(work / "vault")))
        try:
            said = server.stdout.readline()
            if not said:
                sys.exit("serve ended: " + (work / "log").read_text()[-500:])
            host = re.search(r"http://(127\.0\.0\.1:\d+)", said)[1]
            connection = http.client.HTTPConnection(host)
            text = thread.read_text(encoding="utf-8").rstrip("\n")
            times, before = [], 0
            for edit in range(options.edits + 1):
                time.sleep(.5)
                words = "Edit%06dend" % edit
                if edit == 1:
                    before = cpu_of(server.pid)  # the first build after the start compiles what the others use
                started = time.monotonic()
                thread.write_text("%s %s\n" % (text, words), encoding="utf-8")
                while True:
                    connection.request("GET", address)
                    if words.encode() in connection.getresponse().read():
                        break
                    if time.monotonic() - started > 60:
                        sys.exit("the edit was not shown within a minute: " + (work / "log").read_text()[-500:])
                    time.sleep(.002)
                times.append((time.monotonic() - started) * 1000)
            spent = (cpu_of(server.pid) - before) / options.edits
        finally:
            server.terminate()
            server.wait()
        rest = sorted(times[1:])
        print("first edit %.0f ms; %d more: median %.0f ms, least %.0f, most %.0f; server's CPU an edit %.0f ms (with the asking)" % (times[0], len(rest), statistics.median(rest), rest[0], rest[-1], spent * 1000))
        print("the program's own count: " + re.sub(r"\s+", " ", "; ".join(re.findall(r"in ([\d.]+ s)", (work / "log").read_text())[-5:])))


main()
