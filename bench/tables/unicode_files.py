"""Reads files of the Unicode character database: fields parted by semicolons, comments after "#", code points or runs of them ("0041..005A")."""
import os


def lines(folder, name):
    """The fields of each line that has any."""
    with open(os.path.join(folder, name), encoding="utf-8") as file:
        for line in file:
            line = line.split("#", 1)[0].strip()
            if line:
                yield [field.strip() for field in line.split(";")]


def span(text):
    """The code points of a run."""
    first, _, last = text.partition("..")
    return range(int(first, 16), int(last or first, 16) + 1)


def runs(codes):
    """Runs of neighbours as (first, last), in order; of a mapping, of neighbours with the same value."""
    value = codes.get if isinstance(codes, dict) else lambda code: None
    start = previous = None
    for code in sorted(codes):
        if previous is not None and code == previous + 1 and value(code) == value(previous):
            previous = code
            continue
        if start is not None:
            yield start, previous
        start = previous = code
    if start is not None:
        yield start, previous
