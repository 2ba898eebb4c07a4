#!/usr/bin/env python3
"""Makes src/Gate/Bytes/entities.table.txt: the named character references of HTML, as Python's html.entities holds them.

    bench/tables/entities.py > src/Gate/Bytes/entities.table.txt
"""
import html.entities

print("""# Named character references of HTML: name, blank, code points in hex. Made by bench/tables/entities.py.
# Source: the HTML standard, section 13.5 (named character references), as Python's html.entities holds it.
# A name without ";" at its end is one that browsers read without it too.""")
names = {}
for key, value in html.entities.html5.items():
    name = key.rstrip(";")
    names.setdefault(name, [value, False])
    if not key.endswith(";"):
        names[name][1] = True
for name in sorted(names):
    value, is_bare = names[name]
    print(name + ("" if is_bare else ";"), "+".join("%X" % ord(c) for c in value))
