#!/usr/bin/env python3
"""Makes src/Text/Folding.table.txt from the Unicode character database and the confusables of UTS 39.

    bench/tables/folding.py UNICODE_FOLDER CONFUSABLES > src/Text/Folding.table.txt

UNICODE_FOLDER holds UnicodeData.txt, CaseFolding.txt, DerivedCoreProperties.txt, PropList.txt and Scripts.txt (Debian package unicode-data);
CONFUSABLES is confusables.txt of UTS 39. docs/folding.md says what the table is for.

Every code point belongs to one of these:
  letter   it folds to one or more letters or digits (maybe itself)
  dropped  it shows nothing or only modifies its neighbour: combining marks, default ignorables, controls, fillers
  gap      everything else: blanks, punctuation, signs; they part words

A letter has a fold, the same for all its cases, and may have a shape: what its own case looks like where that is another ASCII letter
than its fold (Greek capital eta looks like H, but eta folds to n, the letter that the small one looks like).
"""
import os
import re
import sys
from functools import lru_cache

from unicode_files import lines, runs, span

folder, confusables_file = sys.argv[1], sys.argv[2]


category, name, decomposition, digit, upper = {}, {}, {}, {}, {}
first = None
for fields in lines(folder, "UnicodeData.txt"):
    code = int(fields[0], 16)
    if fields[1].endswith(", First>"):
        first = code
        continue
    codes = range(first, code + 1) if fields[1].endswith(", Last>") else [code]
    for each in codes:
        category[each] = fields[2]
    name[code] = fields[1]
    if fields[5]:
        decomposition[code] = [int(part, 16) for part in fields[5].split() if not part.startswith("<")]
    if fields[2] == "Nd":
        digit[code] = fields[6]
    if fields[12]:
        upper[code] = int(fields[12], 16)

case_fold = {}
for fields in lines(folder, "CaseFolding.txt"):
    if fields[1] in "CF":
        case_fold[int(fields[0], 16)] = [int(part, 16) for part in fields[2].split()]

ignorable = {code for fields in lines(folder, "DerivedCoreProperties.txt") if fields[1] == "Default_Ignorable_Code_Point" for code in span(fields[0])}
white = {code for fields in lines(folder, "PropList.txt") if fields[1] == "White_Space" for code in span(fields[0])}
unspaced_scripts = {"Han", "Hiragana", "Katakana", "Bopomofo", "Thai", "Lao", "Khmer", "Myanmar", "Tai_Le", "New_Tai_Lue", "Tai_Tham", "Yi", "Javanese", "Balinese"}
unspaced = {code for fields in lines(folder, "Scripts.txt") if fields[1] in unspaced_scripts for code in span(fields[0])}

confusable = {}
with open(confusables_file, encoding="utf-8-sig") as file:
    text = file.read()
for line in text.splitlines():
    line = line.split("#", 1)[0]
    fields = [field.strip() for field in line.split(";")]
    if len(fields) > 2:
        confusable[int(fields[0], 16)] = [int(part, 16) for part in fields[1].split()]
confusables_version = re.search(r"Version: (\S+)", text)[1]
with open(os.path.join(folder, "ReadMe.txt"), encoding="utf-8") as file:
    unicode_version = re.search(r"Version (\d+\.\d+\.\d+)", file.read())[1]

# These show a blank or nothing but part words as easily as they join them; a search must take both readings.
FILLERS = {0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0}
# These only advise where a word may break or how its letters join: what stands on both sides is one word.
JOINERS = {0x00AD, 0x034F, 0x200C, 0x200D, 0x2060, 0xFEFF}


def is_ascii_alnum(code):
    return code < 0x80 and chr(code).isalnum()


def is_dropped(code):
    if code in white:
        return False
    return (category.get(code) in ("Mn", "Me", "Cc", "Cf") or code in ignorable or code in FILLERS
            or 0xFFF9 <= code <= 0xFFFB or 0xFDD0 <= code <= 0xFDEF or code & 0xFFFE == 0xFFFE)


def is_letter_kind(code):
    return category.get(code, "Cn")[0] in "LN" or category.get(code) == "Mc"


def is_apostrophe(code):
    """Modifier letters that look like quotes or other signs: O\u02bcDwyer is O'Dwyer."""
    return category.get(code) == "Lm" and code in confusable and not any(category.get(each, "Cn")[0] in "LN" and category[each] != "Lm" for each in confusable[code])


# "LATIN SMALL LETTER O WITH STROKE" is an o; a turned, open or reversed one is another letter and left to the confusables.
NAMED = re.compile(r"^(?:LATIN (?:SMALL |CAPITAL )?LETTER (?:SMALL CAPITAL |SCRIPT |DOTLESS |MIDDLE-WELSH |LONG |INSULAR |SIDEWAYS DIAERESIZED )?"
                   r"|(?:NEGATIVE )?(?:CIRCLED |SQUARED |PARENTHESIZED |CROSSED NEGATIVE SQUARED |SQUARED )(?:ITALIC |NEGATIVE )*LATIN (?:SMALL|CAPITAL) LETTER "
                   r"|REGIONAL INDICATOR SYMBOL LETTER )([A-Z])(?: WITH .*)?$")
NAMED_EXCEPTIONS = {"LATIN SMALL LETTER LONG S": "s"}


def by_name(code):
    title = name.get(code, "")
    if title in NAMED_EXCEPTIONS:
        return NAMED_EXCEPTIONS[title]
    match = NAMED.match(title)
    return match[1].lower() if match else None


def letters_of(codes):
    return [code for code in codes if not is_dropped(code) and not is_apostrophe(code) and (is_letter_kind(code) or is_ascii_alnum(code) or by_name(code))]


@lru_cache(maxsize=None)
def compatible(code):
    """Full compatibility decomposition, but for Hangul, which the program decomposes by arithmetic."""
    if code in decomposition:
        return tuple(part for each in decomposition[code] for part in compatible(each))
    return (code,)


def ascii_only(codes):
    return len(codes) > 0 and all(is_ascii_alnum(code) for code in codes)


@lru_cache(maxsize=None)
def fold(code, depth=0):
    """Tuple of code points; the same for all cases of a letter."""
    if is_ascii_alnum(code):
        return (ord(chr(code).lower()),)
    if depth > 12 or is_dropped(code):
        return () if is_dropped(code) else (code,)
    if code in digit:
        return (ord(digit[code]),)
    parts = compatible(code)
    if parts != (code,):
        return tuple(out for part in letters_of(parts) for out in fold(part, depth + 1))
    if code in case_fold:
        return tuple(out for part in letters_of(case_fold[code]) for out in fold(part, depth + 1))
    named = by_name(code)
    if named:
        return (ord(named),)
    # What the small letter itself is listed as, then the capital; a way over a third letter (epsilon, open e, barred c, c) comes last.
    for case in (code, upper.get(code)):
        if case in confusable and ascii_only(letters_of(confusable[case])):
            out = look(case, depth)
            return (ord("i"),) if case != code and out == (ord("l"),) else out # capital I is listed as a look-alike of small l
    return look(code, depth) or (code,)


def look(code, depth):
    """What a code point looks like by UTS 39, folded; None where it is listed as nothing or as no letter."""
    if code not in confusable:
        return None
    parts = letters_of(part for each in confusable[code] for part in compatible(each))
    if not parts or parts == [code]:
        return None
    out = tuple(out for part in parts for out in fold(part, depth + 1))
    return out or None


def shape(code):
    """One ASCII letter that this very code point looks like, where that is not its fold."""
    if is_ascii_alnum(code) or not is_letter_kind(code) or compatible(code) != (code,):
        return None
    seen = look(code, 0)
    if seen is None or len(seen) != 1 or not ascii_only(seen):
        return None
    folded = fold(code)
    if len(folded) != 1 or folded == seen:
        return None
    if seen == (ord("l"),) and folded in ((ord("i"),), (ord("1"),)):
        return None # the program compares i, l and 1 anyway where a letter is beyond ASCII
    return seen


folds, shapes, dropped, joiners, letters, unspaced_letters, symbols = {}, {}, [], [], [], [], []
for code in range(0x110000):
    if 0xD800 <= code <= 0xDFFF:
        continue
    if is_dropped(code):
        (joiners if code in JOINERS or category.get(code) in ("Mn", "Me") else dropped).append(code)
        continue
    letter = is_letter_kind(code) and not is_apostrophe(code)
    out = fold(code) if letter or by_name(code) or (category.get(code) == "So" and compatible(code) != (code,)) else ()
    if not letter and not ascii_only(out):
        continue
    if not letter and category.get(code) != "So":
        continue
    if not out:
        joiners.append(code)
        continue
    if 0xAC00 <= code <= 0xD7A3:
        letters.append(code)
        continue
    if not letter:
        symbols.append(code)
    letters.append(code)
    if out != (code,):
        folds[code] = out
    seen = shape(code)
    if seen:
        shapes[code] = seen
    if code in unspaced:
        unspaced_letters.append(code)

# Folding twice must change nothing.
for code, out in list(folds.items()):
    for part in out:
        assert folds.get(part, (part,)) == (part,), (hex(code), [hex(p) for p in out])
        assert part in set(out) and (part < 0x80 or is_letter_kind(part)), hex(code)


def write_ranges(section, codes):
    print(f"[{section}]")
    for start, end in runs(codes):
        print(f"{start:04X}" if start == end else f"{start:04X}-{end:04X}")


def write_map(section, mapping):
    """A line is "FF21-FF3A +1 a" (each code point one further), "2460-2462 +0 1" (all the same) or "FB03 ffi"."""
    print(f"[{section}]")
    items = sorted(mapping.items())
    i = 0
    while i < len(items):
        code, out = items[i]
        best = i
        kind = ""
        for step in (1, 0):
            j = i
            while (j + 1 < len(items) and items[j + 1][0] == items[j][0] + 1 and len(out) == 1 and len(items[j + 1][1]) == 1
                   and items[j + 1][1][0] == items[j][1][0] + step):
                j += 1
            if j > best:
                best, kind = j, f"+{step}"
        text = "".join(map(chr, out))
        print(f"{code:04X}-{items[best][0]:04X} {kind} {text}" if best > i else f"{code:04X} {text}")
        i = best + 1


print(f"""# How every character is folded for comparison. Made by bench/tables/folding.py; docs/folding.md says how.
# Sources: Unicode {unicode_version} (Debian package unicode-data {unicode_version}-1): UnicodeData, CaseFolding, DerivedCoreProperties, PropList, Scripts;
# confusables of UTS 39, version {confusables_version}. Copyright Unicode, Inc., under the Unicode licence (https://www.unicode.org/license.txt).
# [letters] all letters and digits; [fold] those that do not fold to themselves; [shape] what one looks like where that is not its fold;
# [joiners] dropped, what stands on both sides is one word; [dropped] dropped, and words may part there; [symbols] signs that spell letters;
# [unspaced] letters of scripts that leave no blanks between words. Hangul syllables are taken apart by arithmetic.""")
write_ranges("letters", letters)
write_ranges("joiners", joiners)
write_ranges("dropped", dropped)
write_ranges("symbols", symbols)
write_ranges("unspaced", unspaced_letters)
write_map("shape", shapes)
write_map("fold", folds)
