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
