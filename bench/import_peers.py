#!/usr/bin/env python3
"""Items in, items out: this program and three others on the same exports, as a Markdown table.

Usage: import_peers.py EXPORTS PROGRAM PEERS
  EXPORTS  folder with blogger-classic/, wxr/, blogger-takeout/, disqus/, mt/
  PROGRAM  Blog.dll of a build
  PEERS    folder in which `npm install wordpress-export-to-markdown blogger2jekyll` was run;
           pelican-import and pandoc are taken from the path (Debian: pelican pandoc python3-bs4 python3-lxml)

What is public in a file is counted here by itself, with regular expressions, so that no program is its own judge: entries
that are not drafts, comments that are approved (or live) and nobody's removed ones, without pingbacks. A post or comment
counts as out where the program wrote it; what it wrote of drafts or hidden comments counts as "not public".
"""
import os, re, shutil, subprocess, sys, tempfile
from html import unescape

exports, program, peers = (os.path.abspath(path) for path in sys.argv[1:4])
work = tempfile.mkdtemp(prefix="blog-peers-")


def text(path):
    with open(path, "rb") as file:
        return file.read().decode("utf-8", "replace")


def run(*command, limit=120):
    try:
        done = subprocess.run(command, cwd=work, stdin=subprocess.DEVNULL, capture_output=True, timeout=limit,
                              env={**os.environ, "BLOG_VAULT": os.path.join(work, "vault")})
        return done.returncode
    except subprocess.TimeoutExpired:
        return "no end"


def public_items(kind, path):
    """Public posts and pages, and public comments, of a file."""
    whole = text(path)
    if kind == "wxr":
        items = re.findall(r"<item>.*?</item>", whole, re.S)
        posts = [i for i in items if re.search(r"<wp:post_type>(?:<!\[CDATA\[)?(post|page)\b", i)
                 and re.search(r"<wp:status>(?:<!\[CDATA\[)?publish\b", i) and not re.search(r"<wp:post_password>(?:<!\[CDATA\[)?[^<\]]", i)]
        comments = [c for i in posts for c in re.findall(r"<wp:comment>.*?</wp:comment>", i, re.S)
                    if re.search(r"<wp:comment_approved>(?:<!\[CDATA\[)?1", c) and not re.search(r"<wp:comment_type>(?:<!\[CDATA\[)?(pingback|trackback)", c)]
        return len(posts), len(comments)
    if kind == "blogger-takeout":
        entries = re.findall(r"<entry>.*?</entry>", whole, re.S)
        live = [e for e in entries if "<blogger:status>LIVE<" in e]
        return len([e for e in live if re.search(r"<blogger:type>(POST|PAGE)<", e)]), len([e for e in live if "<blogger:type>COMMENT<" in e])
    if kind == "mt":
        entries = [e for e in re.split(r"^--------\r?$", whole, flags=re.M) if e.strip()]
        public = [e for e in entries if re.search(r"^STATUS: Publish", e, re.M | re.I)]
        return len(public), sum(len(re.findall(r"^COMMENT:\s*$", e, re.M)) for e in public)
    if kind == "disqus":
        posts = re.findall(r"<post [^>]*>.*?</post>", whole, re.S)
        return 0, len([p for p in posts if "<isDeleted>false" in p and "<isSpam>false" in p])
    entries = re.findall(r"<entry\b.*?</entry>", whole, re.S)
    posts = [e for e in entries if re.search(r"kind#(post|page)", e) and not re.search(r"<app:draft[^>]*>\s*yes", e)]
    comments = [e for e in entries if "kind#comment" in e and "contentRemoved" not in e]
    return len(posts), len(comments)


def clean(*names):
    for name in names:
        shutil.rmtree(os.path.join(work, name), ignore_errors=True)
        os.makedirs(os.path.join(work, name))


def files(folder, *suffixes):
    return [os.path.join(path, name) for path, _, names in os.walk(os.path.join(work, folder)) for name in names if name.endswith(suffixes)]


def ours(path):
    for name in ("blog", "vault"):
        shutil.rmtree(os.path.join(work, name), ignore_errors=True)
    run("dotnet", "exec", program, "init", "blog", "--title", "Peers", "--address", "https://peers.example", "--no-git")
    code = run("dotnet", "exec", program, "import", path, "--blog", "blog")
    run("dotnet", "exec", program, "release", "--blog", "blog", "--as-it-was", "--yes")
    posts = [f for f in files("blog/input", ".md") if not f.endswith(".thread.md") and re.search("/input/(posts|pages)/", f) and not f.endswith("/input/pages/about.md")]  # that page is made by init
    comments = sum(len(re.findall(r"^--- comment\n(?:.+\n)*?state: published$", text(f), re.M)) for f in files("blog/input", ".thread.md"))
    return code, len(posts), comments


def to_markdown(path):
    clean("peer")
    code = run("node", os.path.join(peers, "node_modules/.bin/wordpress-export-to-markdown"), "--wizard", "false", "--input", path, "--output", os.path.join(work, "peer"),
               "--save-attached-images", "false", "--save-scraped-images", "false", "--include-other-types", "true", "--post-folders", "false")
    return code, len(files("peer", ".md")), 0


def to_jekyll(path):
    clean("peer")
    copy = os.path.join(work, "blog-01-01-2010.xml")
    shutil.copy(path, copy)
    code = run("node", os.path.join(peers, "node_modules/.bin/blogger2jekyll"), copy, os.path.join(work, "peer"))
    written = files("peer", ".html")
    return code, len(written), sum(text(f).count("js-full-comment\"") for f in written)


def to_pelican(path, option):
    clean("peer")
    code = run("pelican-import", option, "-m", "markdown", "-o", os.path.join(work, "peer"), path)
    written = files("peer", ".md")
    comments = [f for f in written if "/comments/" in f]
    return code, len(written) - len(comments), len(comments)


def cell(result):
    return "-" if result is None else f"{result[1]} + {result[2]} ({result[0]})"


print("| file | public in it | ours | wordpress-export-to-markdown | blogger2jekyll | pelican-import |\n|---|---:|---:|---:|---:|---:|")
total = {}
for kind in ("blogger-classic", "blogger-takeout", "wxr", "disqus", "mt"):
    for folder, _, names in sorted(os.walk(os.path.join(exports, kind))):
        for name in sorted(names):
            path = os.path.join(folder, name)
            if not name.endswith((".xml", ".atom", ".txt")) or "/Comments/" in path or "theme" in name and name.startswith("theme"):
                continue
            row = [ours(path),
                   to_markdown(path) if kind == "wxr" else None,
                   to_jekyll(path) if kind in ("blogger-classic", "blogger-takeout") else None,
                   to_pelican(path, "--wpfile" if kind == "wxr" else "--blogger") if kind in ("blogger-classic", "blogger-takeout", "wxr") else None]
            posts, comments = public_items(kind, path)
            shown = os.path.relpath(path, os.path.join(exports, kind)).split("/")[-2] + "/feed.atom" if name == "feed.atom" else name
            print(f"| {shown} | {posts} + {comments} | {' | '.join(cell(result) for result in row)} |", flush=True)
shutil.rmtree(work)
