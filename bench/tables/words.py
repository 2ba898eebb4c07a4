#!/usr/bin/env python3
"""Makes src/Search/Analysis/WordRules.table.txt and LowerCase.table.txt from the Unicode character database.

    bench/tables/words.py UNICODE_FOLDER words > src/Search/Analysis/WordRules.table.txt
    bench/tables/words.py UNICODE_FOLDER lower > src/Search/Analysis/LowerCase.table.txt

UNICODE_FOLDER holds the files of Unicode 15.0.0 (Debian package unicode-data). Lucene 8.8.1 splits words by the data of Unicode 9.0 and the emoji data of
11.0, and Java 17 knows the letters of 13.0: what is younger is left out by DerivedAge.txt, and what changed for older characters is listed below. That both
together are right was asked of Lucene for every code point (bench verb analysis-oracle; docs/search-analysis.md).

The word rules are those of UAX #29 as Lucene's StandardTokenizer reads them: a token is the longest run from a place that matches one of the expressions at the
end of this file. They are compiled here into the smallest automaton, so that both languages of the program walk the same table.
"""
import sys

from unicode_files import lines, runs, span

folder, what = sys.argv[1], sys.argv[2]


age = {code: tuple(map(int, fields[1].split("."))) for fields in lines(folder, "DerivedAge.txt") for code in span(fields[0])}


def with_value(name, value, newest, column=1):
    return {code for fields in lines(folder, name) if fields[column] == value for code in span(fields[0]) if age.get(code, (99,)) <= newest}


def hexes(start, end):
    return f"{start:04X}" if start == end else f"{start:04X}-{end:04X}"


SOURCE = "# Made by bench/tables/words.py from Unicode 15.0.0 (Debian package unicode-data 15.0.0-1). Copyright Unicode, Inc., under the Unicode licence (https://www.unicode.org/license.txt).\n"


def lower_case():
    """Simple lower case, as Character.toLowerCase of Java 17 has it (Unicode 13.0)."""
    lower = {int(fields[0], 16): int(fields[13], 16) for fields in lines(folder, "UnicodeData.txt") if fields[13]}
    return {code: to for code, to in lower.items() if age[code] <= (13, 0) and age[to] <= (13, 0)}


def write_lower_case():
    """A line is "0041-005A 32" (add 32 to each) or "0100-012E/2 1" (to every second)."""
    print("# The lower case of each letter that has one: simple mappings of Unicode 13.0, the version of Java 17.")
    print(SOURCE + "# A line names letters and what to add to the code point; /2 is every second letter.")
    left = {code: to - code for code, to in lower_case().items()}
    while left:
        start = min(left)
        step = 2 if left.get(start + 1) != left[start] and left.get(start + 2) == left[start] else 1
        end = start
        while left.get(end + step) == left[start]:
            end += step
        print(f"{hexes(start, end)}{'/2' if step == 2 and end > start else ''} {left[start]}")
        for code in range(start, end + 1, step):
            del left[code]


# ---------------------------------------------------------------- properties
WORDS, EMOJI = (9, 0), (11, 0)


def properties():
    """The sets that the word rules name. A character may be in several."""
    sets = {name: with_value("auxiliary/WordBreakProperty.txt", name, WORDS) for name in
            ("ALetter", "Hebrew_Letter", "Numeric", "Katakana", "MidLetter", "MidNum", "MidNumLet", "Single_Quote", "Double_Quote",
             "ExtendNumLet", "Regional_Indicator", "Extend", "Format", "ZWJ")}
    for name in ("Han", "Hiragana", "Hangul"):
        sets[name] = with_value("Scripts.txt", name, WORDS)
    sets["Complex"] = with_value("LineBreak.txt", "SA", WORDS)
    for name in ("Emoji", "Emoji_Modifier", "Emoji_Modifier_Base"):
        sets[name] = with_value("emoji/emoji-data.txt", name, EMOJI)
    sets["Pictographic"] = {code for fields in lines(folder, "emoji/emoji-data.txt") if fields[1] == "Extended_Pictographic" for code in span(fields[0])}
    sets["Numeric"] |= set(range(0xFF10, 0xFF1A)) # Lucene counts full-width digits in
    sets["KeyCapBase"] = {ord(c) for c in "0123456789#*"}
    sets["Accidental"] = {0xA9, 0xAE, 0x2122, 0x3030, 0x303D}
    sets["TextStyle"], sets["EmojiStyle"], sets["KeyCap"] = {0xFE0E}, {0xFE0F}, {0x20E3}
    sets["TagSpec"], sets["TagTerm"] = set(range(0xE0020, 0xE007F)), {0xE007F}
    for name, added, dropped in CHANGES:
        sets[name] = (sets[name] | set(added)) - set(dropped)
    return sets


# What changed from Unicode 9.0 (emoji: 11.0) to 15.0 for characters that were there before: set, what it held besides, what it did not hold.
CHANGES = [
    # Modifier letters, tone marks and Armenian punctuation that were no letters yet.
    ("ALetter", [], [*range(0x2C2, 0x2C6), *range(0x2D2, 0x2D8), 0x2DE, 0x2DF, *range(0x2E5, 0x2EC), 0x2ED, *range(0x2EF, 0x300), 0x55A, 0x55B, 0x55C, 0x55E, 0x58A,
                     0x1CF2, 0x1CF3, *range(0xA708, 0xA717), 0xA720, 0xA721, 0xA789, 0xA78A, 0xAB5B]),
    ("MidLetter", [0x2D7], [0x55F]),
    # Emoji modifiers had a value of their own.
    ("Extend", [0x1CF2, 0x1CF3], [0x111C9, *range(0x1F3FB, 0x1F400)]),
    # Groups got skin colours later.
    ("Emoji_Modifier_Base", [], [*range(0x1F46A, 0x1F46E), 0x1F46F, 0x1F48F, 0x1F491, 0x1F91D, 0x1F93C]),
    # Kept free for pictures until they became symbols for legacy computing.
    ("Pictographic", range(0x1FB00, 0x1FC00), []),
]


# ---------------------------------------------------------------- regular expressions over sets, as automata with empty steps
class Machine:
    def __init__(self):
        self.steps, self.empty = [], []

    def state(self):
        self.steps.append([])
        self.empty.append([])
        return len(self.steps) - 1


def one(*names):
    """One character of any of the sets; a name after a minus sign takes a set away."""
    keep, drop = [n for n in names if n[0] != "-"], [n[1:] for n in names if n[0] == "-"]
    wanted = frozenset(i for i, signature in enumerate(signatures) if any(n in signature for n in keep) and not any(n in signature for n in drop))

    def build(machine, start):
        end = machine.state()
        machine.steps[start].append((wanted, end))
        return end
    return build


def seq(*parts):
    def build(machine, start):
        for part in parts:
            start = part(machine, start)
        return start
    return build


def either(*parts):
    def build(machine, start):
        end = machine.state()
        for part in parts:
            first = machine.state()
            machine.empty[start].append(first)
            machine.empty[part(machine, first)].append(end)
        return end
    return build


def maybe(part):
    return either(part, seq())


def many(part):
    def build(machine, start):
        loop = machine.state()
        machine.empty[start].append(loop)
        machine.empty[part(machine, loop)].append(loop)
        end = machine.state()
        machine.empty[loop].append(end)
        return end
    return build


def some(part):
    return seq(part, many(part))


def word_rules():
    # WB4: what extends a character belongs to it.
    extenders = many(one("Extend", "Format", "ZWJ"))
    extenders_without_style = many(one("Extend", "Format", "ZWJ", "-TextStyle", "-EmojiStyle"))

    def char(*names):
        return seq(one(*names), extenders)

    joiner = many(char("ExtendNumLet"))

    # Emoji sequences (UTS #51): a picture with its style, a picture with a skin colour, several joined by ZWJ or closed by tags; key caps; flags.
    def picture_char(*names):
        return seq(one(*names), extenders_without_style)

    picture = either(one("Pictographic"), one("Emoji", "-Regional_Indicator", "-KeyCapBase", "-Accidental", "-Emoji_Modifier"))
    element = either(
        seq(many(one("ZWJ")), picture, extenders_without_style, maybe(one("EmojiStyle"))),
        seq(maybe(seq(many(one("ZWJ")), picture_char("Emoji_Modifier_Base"))), picture_char("Emoji_Modifier")))
    emoji = seq(element, either(many(seq(one("ZWJ"), element)), seq(some(one("TagSpec")), one("TagTerm"))))
    key_cap = seq(picture_char("KeyCapBase"), maybe(one("EmojiStyle")), picture_char("KeyCap"))
    flag = seq(char("Regional_Indicator"), char("Regional_Indicator"))

    # WB5 to WB13b.
    numbers = seq(char("Numeric"), many(seq(either(joiner, char("MidNum", "MidNumLet", "Single_Quote")), char("Numeric"))))
    letters = seq(char("ALetter", "Hebrew_Letter"), many(seq(either(joiner, char("MidLetter", "MidNumLet", "Single_Quote")), char("ALetter", "Hebrew_Letter"))))
    hebrew = seq(char("Hebrew_Letter"), either(char("Single_Quote"), seq(char("Double_Quote"), char("Hebrew_Letter"))))
    katakana = seq(char("Katakana"), many(seq(joiner, char("Katakana"))))
    piece = either(katakana, some(either(hebrew, numbers, letters)))
    word = seq(joiner, piece, many(seq(some(char("ExtendNumLet")), piece)), joiner)

    # Scripts without blanks: Thai and its like in whole runs, Han and Hiragana one by one.
    return either(emoji, key_cap, flag, word, some(char("Complex")), char("Han"), char("Hiragana"))


def automaton(rules):
    """The smallest one: rows of targets by signature, and which rows end a token. Row 0 is dead, row 1 the start."""
    machine = Machine()
    start = machine.state()
    end = rules(machine, start)

    def closure(states):
        found, waiting = set(states), list(states)
        while waiting:
            for target in machine.empty[waiting.pop()]:
                if target not in found:
                    found.add(target)
                    waiting.append(target)
        return frozenset(found)

    index, rows, accepts = {}, [], []
    waiting = [frozenset(), closure([start])]
    for each in waiting:
        index[each] = len(index)
    for each in waiting:
        row = []
        for signature in range(len(signatures)):
            target = closure([to for state in each for wanted, to in machine.steps[state] if signature in wanted])
            if target not in index:
                index[target] = len(index)
                waiting.append(target)
            row.append(index[target])
        rows.append(row)
        accepts.append(end in each)

    # Moore: states are one as long as nothing tells them apart.
    kind = [int(a) for a in accepts]
    while True:
        keys = {}
        new = [keys.setdefault((kind[i], tuple(kind[t] for t in row)), len(keys)) for i, row in enumerate(rows)]
        if len(keys) == len(set(kind)):
            break
        kind = new
    order = {}
    for k in new:
        order.setdefault(k, len(order))
    final = [None] * len(order)
    for i, row in enumerate(rows):
        final[order[new[i]]] = (accepts[i], [order[new[t]] for t in row])
    return final


if what == "lower":
    write_lower_case()
    sys.exit()

sets = properties()
members = {}
for name, codes in sets.items():
    for code in codes:
        members.setdefault(code, set()).add(name)
members = {code: frozenset(names) for code, names in members.items()}
signatures = [frozenset()] + sorted(set(members.values()), key=sorted)
number = {signature: i for i, signature in enumerate(signatures)}
states = automaton(word_rules())

# Signatures that no state tells apart are one class; class 0 is what stands in no token.
columns, class_of = {}, {}
for i in range(len(signatures)):
    class_of[i] = columns.setdefault(tuple(row[i] for _, row in states), len(columns))
classes = {code: class_of[number[names]] for code, names in members.items() if class_of[number[names]]}

print("# Where words begin and end: UAX #29 as Lucene 8.8.1's StandardTokenizer has it, data of Unicode 9.0, emoji of 11.0 (docs/search-analysis.md).")
print(SOURCE + "# [classes] the class of each code point, 0 where it is not listed; [states] one a line, from 0 (no token goes on) and 1 (before a token):")
print("# + where a token may end, then the next state for each class. A token is the longest run that ends in a +.")
print("[classes]")
for start, end in runs(classes):
    print(hexes(start, end), classes[start])
print("[states]")
for i, (accept, _) in enumerate(states):
    print("+" if accept else "-", *(column[i] for column in columns))
