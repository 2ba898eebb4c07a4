#!/usr/bin/env python3
"""Times the answers of the moderation console over a private store that is there already.

  bench/console.py PROGRAM BLOG VAULT

PROGRAM is a published build (dotnet publish -c Release), BLOG and VAULT the folders of a blog of invented texts, as bench/archive.sh makes
them. It decides on places and takes the decisions back, so the store's history grows; use a copy. Times are those of the whole HTTP
answer on this machine, in milliseconds.
"""
import http.client
import json
import os
import re
import statistics
import subprocess
import sys
import time
import urllib.parse


def main(program, blog, vault):
    process = subprocess.Popen([program, "moderate", "--blog", blog], stdout=subprocess.PIPE, stdin=subprocess.PIPE, text=True, env=dict(os.environ, BLOG_VAULT=vault))
    started = time.perf_counter()
    link = urllib.parse.urlparse(re.search(r"http[^ ]+", process.stdout.readline()).group(0))
    print(f"ready after {time.perf_counter() - started:.1f} s")
    try:
        measure(Console(link), process.pid)
    finally:
        process.terminate()
        process.wait()


class Console:
    def __init__(self, link):
        self.host = link.netloc
        self.connection = http.client.HTTPConnection(self.host)
        self.headers = {}
        self.connection.request("GET", f"{link.path}?{link.query}")
        answer = self.connection.getresponse()
        answer.read()
        self.headers = {"Cookie": answer.getheader("Set-Cookie").split(";")[0]}
        self.proof = re.search('data-proof="([^"]+)', self.get("/keys")[0]).group(1)

    def get(self, path):
        return self.send("GET", path, None, {})

    def post(self, path, **fields):
        body = urllib.parse.urlencode(dict(fields, proof=self.proof))
        return self.send("POST", path, body, {"Origin": "http://" + self.host, "Content-Type": "application/x-www-form-urlencoded", "Accept": "application/json"})

    def send(self, method, path, body, more):
        begun = time.perf_counter()
        self.connection.request(method, path, body, dict(self.headers, **more))
        answer = self.connection.getresponse()
        text = answer.read().decode()
        assert answer.status in (200, 303), (path, answer.status, text[:200])
        return text, (time.perf_counter() - begun) * 1000


def measure(console, pid):
    begun = time.perf_counter()
    while re.search(r"are still being", console.get("/threads?list=all")[0]):
        time.sleep(0.5)
    print(f"lists complete after {time.perf_counter() - begun:.1f} s")
    print(re.search(r"VmHWM:\s+(\d+)", open(f"/proc/{pid}/status").read()).group(0))
    print(*re.findall(r"About [^<]+|[\d,]+ texts can[^<]+", console.get("/")[0]), sep="\n")
    for path in ["/", "/terms", "/terms?list=facts", "/held", "/threads?list=all", "/history", "/audit"]:
        console.get(path)
        print(f"{path:20} {statistics.median(console.get(path)[1] for _ in range(5)):6.0f} ms")
    for words in ["probation", "probation office", '"the office"', "prob*", "nothingofthekind"]:
        console.post("/search", q=words)
        print(f"search {words:18} {statistics.median(console.post('/search', q=words)[1] for _ in range(5)):6.0f} ms")
    threads = []
    for page in range(1, 1000):
        rows = re.findall(r'<a href="/thread/([0-9a-f]{32})[^>]*>.*?</td>\s*<td[^>]*>[^<]*</td>\s*' + r'<td class="n[^"]*">([\d,]*)</td>\s*' * 4, console.get(f"/threads?list=all&page={page}")[0], re.S)
        if not rows:
            break
        threads += [(sum(int(cell.replace(",", "") or 0) for cell in row[1:]), row[0]) for row in rows]
    threads.sort()
    for name, (texts, post) in [("median", threads[len(threads) // 2]), ("95 %", threads[len(threads) * 95 // 100]), ("largest", threads[-1])]:
        first = console.get(f"/thread/{post}?texts=all&show=all")
        units = re.findall(r'id="u-([0-9a-f]{32})"', first[0])
        decide = [console.post("/decide", unit=units[i % len(units)], field="body", start=0, length=4 + i % 3, kind="", do="redact")[1] for i in range(30)]
        undo = [console.post("/undo")[1] for _ in range(30)]
        said, wide = console.post("/decide", unit=units[0], field="body", start=0, length=7, kind="person", do="redact", scope="thread")
        after = console.get(f"/thread/{post}?texts=all&show=all")[1]
        console.post("/undo")
        print(f"{name} thread, {texts} texts: open {first[1]:.0f} ms; decide at a place {statistics.median(decide):.1f} ms (longest {max(decide):.0f}); undo {statistics.median(undo):.1f} ms; "
              f"in the thread {wide:.0f} ms, its screen {after:.0f} ms ({json.loads(said)['said']})")
    text, wait = console.get(f"/rehearse?do=redact&unit={units[0]}&field=body&start=0&length=9&kind=person")
    print(f"rehearse everywhere {wait:.0f} ms: {re.search(r'[0-9,]+ places? in [^<]+', text).group(0)}")


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
