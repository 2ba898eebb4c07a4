#!/usr/bin/env python3
"""Writes the tables of the search analysis once more for the browser, as small as they go: theme/assets/search/*-table.js.

    bench/tables/script.py

It reads src/Search/Analysis/*.table.txt and nothing else, so that both languages of the program know the same characters; tests/Browser compares them for every
code point. theme/assets/search/table-numbers.js says how numbers are written.
"""
import os

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
DIGITS = [chr(code) for code in range(35, 127) if code != 92]
LAST = 64


def table(name):
    with open(os.path.join(ROOT, "src/Search/Analysis", name + ".table.txt"), encoding="utf-8") as file:
        return [line.rstrip("\n") for line in file if line.strip() and line[0] != "#"]


def written(numbers):
    text = ""
    for number in numbers:
        while number >= LAST:
            number, digit = divmod(number - LAST, len(DIGITS) - LAST)
            text += DIGITS[LAST + digit]
        text += DIGITS[number]
    return text


def span(text):
    first, _, last = text.partition("-")
    return int(first, 16), int(last or first, 16)


def write(name, comment, **constants):
    with open(os.path.join(ROOT, "theme/assets/search", name), "w", encoding="utf-8", newline="\n") as file:
        file.write(comment + "".join(f'\nexport const {key} = "{value}";\n' for key, value in constants.items()))


def word_rules():
    lines = table("WordRules")
    classes, states = lines[1:lines.index("[states]")], lines[lines.index("[states]") + 1:]
    numbers, at = [], 0
    for line in classes:
        codes, number = line.split(" ")
        first, last = span(codes)
        numbers += [first - at, last - first, int(number)]
        at = last + 1
    rows = [[int(state) for state in line[2:].split(" ")] for line in states]
    steps = [len(rows[0]), len(rows), *(int(line[0] == "+") for line in states)]
    for column in range(len(rows[0])):
        steps += [row[column] for row in rows]
    write(
        "word-rules-table.js",
        "// Made by bench/tables/script.py from src/Search/Analysis/WordRules.table.txt. WORD_CLASSES: for each run of code points of a class how many stand between it\n"
        "// and the one before, how many follow its first, its class. WORD_STATES: how many classes and states there are, for each state 1 where a word may end, then\n"
        "// for each class the state after each state.\n"
        "/*! Character data: Unicode, Inc., https://www.unicode.org/license.txt */\n",
        WORD_CLASSES=written(numbers), WORD_STATES=written(steps))


def lower_case():
    numbers, before = [], 0
    for line in table("LowerCase"):
        letters, added = line.split(" ")
        letters, _, step = letters.partition("/")
        first, last = span(letters)
        added = int(added)
        step = int(step or 1)
        numbers += [first - before, (last - first) // step * 2 + step - 1, added * 2 if added >= 0 else -added * 2 - 1]
        before = first
    write(
        "lower-case-table.js",
        "// Made by bench/tables/script.py from src/Search/Analysis/LowerCase.table.txt; lower-case.js says how it is read.\n",
        LOWER_CASE=written(numbers))


word_rules()
lower_case()
write(
    "stop-words-table.js",
    "// Made by bench/tables/script.py from src/Search/Analysis/StopWords.table.txt: the English stop set of Lucene 8.8.1.\n",
    STOP_WORD_LIST=" ".join(table("StopWords")))
