#!/usr/bin/env python3
"""Makes cases for the leak-injection suite: invented secrets, each written in one variant, encoded in one way, for one sink.

    bench/Leaks/cases.py --seed 1 > cases.jsonl                                                    the whole suite
    bench/Leaks/cases.py --seed 7 --per-pair 1 --brief --elsewhere 40 > tests/Gate/Cases/leaks.jsonl   the slice of the tests

Python's own library does all encoding, so that nothing is shared with the program that is to find it. One line a case:
  number    its case number
  secret    what a person redacted
  variant   how it is written, encoding how that is encoded, sink where it is put
  scope     "everywhere", or "unit": forbidden in the unit it is planted in; "elsewhere": forbidden in another unit, so that it must NOT be found
  payload   base64 of what is put at the sink; for pictures and packed files the whole file
Every name is put together of invented syllables; numbers are of Ofcom's drama ranges; hosts are of example.org.
"""
import argparse
import base64
import gzip
import json
import quopri
import random
import struct
import unicodedata
import urllib.parse
import zlib

parser = argparse.ArgumentParser()
parser.add_argument("--seed", type=int, default=1)
parser.add_argument("--per-pair", type=int, default=3, help="variants for each sink and encoding")
parser.add_argument("--brief", action="store_true", help="leave out the round in which every sink gets every variant")
parser.add_argument("--elsewhere", type=int, default=150, help="cases that must not be found")
options = parser.parse_args()
rng = random.Random(options.seed)

# ---------------------------------------------------------------- secrets
HEADS = "Tarv Zorm Quell Brint Jesk Morv Fenk Wilt Drosk Plin Gask Hulv Yost Krem Vask Nolv Sprit Thark Oskel Umbr".split()
TAILS = "ik ona ella us ard ine eth ovar unda isk amon ewin".split()
LAST_HEADS = "Old Mer Hask Bren Thorv Quarl Dun Fesk Gild Hov Ilk Jorv Kest Lum Marv Nesk Orb Pesk Rudd Sorv Tesk Ulv Vorn Wesk".split()
LAST_TAILS = "merrow ingdale askham overby enthwick olmby arrowdyke ismere untley ockwell".split()
ACCENTED = str.maketrans("aeioun", "áéíöüñ")
# Words by themselves share no part with the names, or finding a name would count as finding the word.
WORD_TAILS = "quenlow strovey drennick haspole yarnwick bexolm tridsea".split()
used = set()


def unique(make):
    for _ in range(100000):
        text = make()
        if text.lower() not in used:
            used.add(text.lower())
            return text
    raise SystemExit("There are no more names of this kind: take fewer cases.")


def full_name():
    return unique(lambda: rng.choice(HEADS) + rng.choice(TAILS) + " " + rng.choice(LAST_HEADS) + rng.choice(LAST_TAILS))


def accented_name():
    def make():
        first = rng.choice(HEADS) + rng.choice(TAILS).translate(ACCENTED)
        return first + " " + rng.choice(["Ø", "Ö", ""]) + rng.choice(LAST_HEADS).lower().capitalize() + rng.choice(LAST_TAILS).translate(ACCENTED)
    return unique(make)


def one_word():
    return unique(lambda: rng.choice(LAST_HEADS) + rng.choice(["", "a", "el", "in", "or", "am", "os", "ev"]) + rng.choice(WORD_TAILS))


def short_word():
    return unique(lambda: rng.choice("ZVXQKWJY") + rng.choice("aeou") + rng.choice("rlmnstd") + rng.choice("vzkxbg") + rng.choice("aoyei"))


def phone():
    return unique(lambda: rng.choice(["07700 900%03d", "020 7946 0%03d", "0113 496 0%03d", "01632 960%03d"]) % rng.randrange(1000))


def email():
    return unique(lambda: (rng.choice(HEADS) + "." + rng.choice(LAST_HEADS) + rng.choice(["holt", "grave", "mund", "stead", "thwaite"])).lower() + "@example.org")


def reference():
    return unique(lambda: "QX-%05d-%s" % (rng.randrange(100000), rng.choice("BDFGHJKLMNPRT")))


KINDS = [("name", full_name, 55), ("accented", accented_name, 14), ("word", one_word, 9), ("short", short_word, 4), ("phone", phone, 8), ("email", email, 6), ("reference", reference, 4)]

# ---------------------------------------------------------------- variants
HOMOGLYPHS = str.maketrans("aceopxyisjhABCEHKMOPTX", "асеорхуіѕјһАВСЕНКМОРТХ")
GREEK = str.maketrans("oABEHIKMNOPTXYZ", "οΑΒΕΗΙΚΜΝΟΡΤΧΥΖ")


def every(mark):
    return lambda s: mark.join(s)


def middle(mark):
    return lambda s: s[: len(s) // 2] + mark + s[len(s) // 2:]


def between(mark):
    return lambda s: s.replace(" ", mark)


def shifted(upper, lower, digit=None):
    def convert(s):
        out = []
        for c in s:
            if "A" <= c <= "Z":
                out.append(chr(upper + ord(c) - 65))
            elif "a" <= c <= "z":
                out.append(chr(lower + ord(c) - 97))
            elif c.isdigit() and digit:
                out.append(chr(digit + int(c)))
            else:
                out.append(c)
        return "".join(out)
    return convert


def mojibake(s):
    return s.encode("utf-8").decode("cp1252", errors="replace")


def ligated(s):
    return s.replace("ff", "ﬀ").replace("fi", "ﬁ").replace("fl", "ﬂ").replace("st", "ﬆ")


NAMES = {"name", "accented"}
WORDS = NAMES | {"word"}
ALL = WORDS | {"short", "phone", "email", "reference"}
# name of the variant: (function, kinds of secret it makes sense for, whether it may stand on one line, whether it survives being a name of a file)
VARIANTS = {
    "as-is": (lambda s: s, ALL),
    "upper": (str.upper, ALL - {"phone"}),
    "lower": (str.lower, ALL - {"phone"}),
    "swapcase": (str.swapcase, ALL - {"phone"}),
    "possessive": (lambda s: s + "’s", WORDS | {"short"}),
    "plural": (lambda s: s + "s", WORDS),
    "joined": (lambda s: s.replace(" ", ""), NAMES | {"phone"}),
    "hashtag": (lambda s: "#" + s.replace(" ", ""), NAMES),
    "slug": (lambda s: s.lower().replace(" ", "-"), NAMES | {"phone"}),
    "underscores": (between("_"), NAMES),
    "dots": (between("."), NAMES),
    "last-first": (lambda s: ", ".join(reversed(s.split(" "))), NAMES),
    "no-break-space": (between("\u00a0"), NAMES | {"phone"}),
    "two-spaces": (between("  "), NAMES),
    "line-break": (between("\n"), NAMES),
    "nfd": (lambda s: unicodedata.normalize("NFD", s), {"accented"}),
    "nfc": (lambda s: unicodedata.normalize("NFC", s), {"accented"}),
    "no-accents": (lambda s: "".join(c for c in unicodedata.normalize("NFD", s) if not unicodedata.combining(c)).replace("Ø", "O"), {"accented"}),
    "mojibake": (mojibake, {"accented"}),
    "full-width": (shifted(0xFF21, 0xFF41, 0xFF10), ALL),
    "mathematical": (shifted(0x1D400, 0x1D41A, 0x1D7CE), WORDS | {"short"}),
    "circled": (shifted(0x24B6, 0x24D0), WORDS),
    "homoglyphs": (lambda s: s.translate(HOMOGLYPHS), WORDS | {"email"}),
    "greek-homoglyphs": (lambda s: s.translate(GREEK), NAMES | {"word"}),
    "ligatures": (ligated, NAMES),
    "zero-width-space": (every("\u200b"), ALL),
    "zero-width-joiner": (every("\u200d"), ALL),
    "word-joiner": (middle("\u2060"), ALL),
    "soft-hyphen": (middle("\u00ad"), WORDS | {"short"}),
    "combining-strike": (every("\u0336"), WORDS),
    "right-to-left-marks": (middle("\u200f"), ALL),
    "spaced-out": (lambda s: " ".join(s.replace(" ", "")), NAMES | {"word"}),
    "dotted": (lambda s: ".".join(s.replace(" ", "")), NAMES | {"word"}),
    "hyphenated-line": (lambda s: s[: len(s) // 2].rstrip() + ("-\n" if s[len(s) // 2 - 1] != " " and s[len(s) // 2] != " " else "\n") + s[len(s) // 2:].lstrip(), {"word", "name"}),
    "arabic-digits": (lambda s: s.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")), {"phone"}),
    "international": (lambda s: "+44 " + s[1:], {"phone"}),
    "brackets": (lambda s: s.replace(" ", ") ", 1).join(["(", ""]), {"phone"}),
    "at-dot": (lambda s: s.replace("@", " at ").replace(".", " dot "), {"email"}),
    "bracketed-at": (lambda s: s.replace("@", "[at]").replace(".", "(dot)"), {"email"}),
}

# ---------------------------------------------------------------- encodings: text -> bytes


def utf8(s):
    return s.encode("utf-8")


def escape_html(s):
    return s.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def per_code_point(form):
    return lambda s: "".join(form(ord(c)) for c in s).encode("ascii")


def json_escapes(s):
    units = s.encode("utf-16-be")
    return "".join("\\u%04x" % struct.unpack(">H", units[i:i + 2]) for i in range(0, len(units), 2)).encode("ascii")


def json_string(s):
    return json.dumps(s)[1:-1].replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026").encode("ascii")


def split_tags(tag):
    def encode(s):
        half = max(1, len(s) // 2)
        return (escape_html(s[:half]) + tag + escape_html(s[half:])).encode("utf-8")
    return encode


def every_letter_in_a_tag(s):
    return "".join("<span>%s</span>" % escape_html(c) for c in s).encode("utf-8")


def css_escapes(s):
    return "".join("\\%x " % ord(c) for c in s).encode("ascii")


def mime_lines(s):
    # Text before and after, so that the secret crosses the end of a line.
    whole = base64.b64encode(("A letter of some length that came by post and says, among many other things: " + s + ", and goes on for a while.").encode("utf-8"))
    return b"\n".join(whole[i:i + 76] for i in range(0, len(whole), 76))


ENCODINGS = {
    "utf-8": utf8,
    "html": lambda s: escape_html(s).encode("utf-8"),
    "html-decimal": per_code_point(lambda c: "&#%d;" % c),
    "html-hex": per_code_point(lambda c: "&#x%X;" % c),
    "html-no-semicolon": per_code_point(lambda c: "&#%d" % c if not 48 <= c <= 57 else "&#%d;" % c),
    "html-twice": per_code_point(lambda c: "&amp;#%d;" % c),
    "html-named": lambda s: "".join("&%s;" % {"\u00ad": "shy", "\u00a0": "nbsp", "\u200b": "ZeroWidthSpace", " ": "nbsp", "é": "eacute", "á": "aacute", "ö": "ouml", "ñ": "ntilde", "ü": "uuml", "í": "iacute", "Ø": "Oslash", "Ö": "Ouml", ".": "period", "@": "commat", ",": "comma"}[c]
                                    if c in "\u00ad\u00a0\u200b éáöñüíØÖ.@," else escape_html(c) for c in s).encode("utf-8"),
    "tag-split": split_tags("<b></b>"),
    "tag-around": lambda s: (escape_html(s[:1]) + "<i>" + escape_html(s[1:]) + "</i>").encode("utf-8"),
    "comment-split": split_tags("<!-- x -->"),
    "wbr-split": split_tags("<wbr>"),
    "letter-tags": every_letter_in_a_tag,
    "percent": lambda s: urllib.parse.quote(s, safe="").encode("ascii"),
    "percent-all": lambda s: "".join("%%%02X" % b for b in s.encode("utf-8")).encode("ascii"),
    "percent-twice": lambda s: urllib.parse.quote("".join("%%%02X" % b for b in s.encode("utf-8"))).encode("ascii"),
    "form": lambda s: urllib.parse.quote_plus(s).encode("ascii"),
    "json": json_escapes,
    "json-string": json_string,
    "json-twice": lambda s: json_escapes(s).replace(b"\\", b"\\\\"),
    "json-markup": lambda s: json_string(s[:2] + "<b>" + s[2:] + "</b>"),
    "script-hex": lambda s: "".join("\\x%02x" % ord(c) if ord(c) < 256 else "\\u{%x}" % ord(c) for c in s).encode("ascii"),
    "css": css_escapes,
    "base64": lambda s: base64.b64encode(s.encode("utf-8")),
    "base64-url": lambda s: base64.urlsafe_b64encode(("to " + s + "?").encode("utf-8")).rstrip(b"="),
    "base64-lines": mime_lines,
    "base64-utf16": lambda s: base64.b64encode(s.encode("utf-16-le")),
    "hex": lambda s: s.encode("utf-8").hex().encode("ascii"),
    "quoted-printable": lambda s: "".join("=%02X" % b if b > 126 or b < 33 or b == 61 else chr(b) for b in s.encode("utf-8")).encode("ascii"),
    "quoted-printable-soft": lambda s: quopri.encodestring((s[: len(s) // 2]).encode("utf-8")).rstrip(b"\n") + b"=\n" + quopri.encodestring((s[len(s) // 2:]).encode("utf-8")).rstrip(b"\n"),
    "windows-1252": lambda s: s.encode("cp1252"),
    "utf-16-le": lambda s: s.encode("utf-16-le"),
    "utf-16-be": lambda s: s.encode("utf-16-be"),
    "cdata": lambda s: ("<![CDATA[" + s + "]]>").encode("utf-8"),
    "escaped-markup": lambda s: (escape_html(escape_html(s[:2])) + "&lt;b&gt;" + escape_html(escape_html(s[2:])) + "&lt;/b&gt;").encode("utf-8"),
    "escaped": lambda s: escape_html(escape_html(s)).encode("utf-8"),
    "zlib": lambda s: zlib.compress(s.encode("utf-8")),
    "gzip": lambda s: gzip.compress(s.encode("utf-8"), mtime=0),
}

# ---------------------------------------------------------------- sinks
TEXT = ["html", "html-decimal", "html-hex", "html-no-semicolon", "html-twice", "html-named", "tag-split", "tag-around", "comment-split", "wbr-split", "letter-tags",
        "percent", "percent-all", "percent-twice", "json", "script-hex", "base64", "base64-url", "base64-lines", "hex", "quoted-printable", "quoted-printable-soft", "windows-1252"]
ATTRIBUTE = ["html", "html-decimal", "html-hex", "html-twice", "html-named", "percent", "percent-all", "percent-twice", "form", "json", "base64", "base64-url", "base64-utf16", "hex"]
STRUCTURED = ["json-string", "json", "json-twice", "json-markup", "percent-all", "base64", "html-hex"]
XML = ["html", "html-decimal", "html-hex", "cdata", "percent-all", "base64"]
FEED_HTML = ["escaped", "escaped-markup", "html-twice", "percent-all", "base64"]
PLAIN = ["utf-8", "percent", "percent-all", "percent-twice", "form", "json", "base64", "hex"]
STYLE = ["utf-8", "css", "percent-all", "base64", "windows-1252"]
SHARD = ["json-string", "json", "json-twice", "base64", "percent-all"]
BYTES = ["utf-8", "windows-1252", "utf-16-le", "utf-16-be", "base64"]
MARKDOWN = ["utf-8", "html-decimal", "html-named", "percent-all", "base64", "hex"]
META = ["utf-8"]
NAME = ["utf-8", "percent"]

ONE_LINE = {"line-break", "hyphenated-line"}
# Variants that a writer of Markdown, a label or an address would not keep as they are, or that mean something else there.
NOT_IN_INPUT = {"hashtag"}
SINKS = {
    # put into input/ and built
    "post-body": MARKDOWN, "post-heading": MARKDOWN, "post-quote": MARKDOWN, "post-list": MARKDOWN, "post-table": MARKDOWN, "post-code": ["utf-8", "base64", "percent-all"],
    "post-link-text": MARKDOWN, "post-link": ["percent", "percent-all"], "post-link-title": MARKDOWN, "post-image-alt": MARKDOWN,
    "post-title": META, "post-summary": META, "post-label": META, "post-series": META, "post-author": META, "post-url": ["slug"],
    "comment-body": MARKDOWN, "comment-author": META, "comment-link": ["percent", "percent-all"], "page-body": MARKDOWN, "page-title": META,
    "site-description": META, "site-editor": META,
    # put into pages and feeds that were written
    "html-text": TEXT, "html-hidden": TEXT, "html-title": ["html", "html-decimal", "percent-all"], "html-comment": PLAIN, "html-attribute": ATTRIBUTE, "html-data": ATTRIBUTE,
    "html-meta": ATTRIBUTE, "html-id": ["html", "percent", "html-hex"], "html-class": ["html", "html-hex"], "html-href": ATTRIBUTE, "html-src": ["percent", "percent-all", "base64-url"],
    "html-structured-data": STRUCTURED, "html-unclaimed": TEXT, "html-textarea": ["html", "html-hex"], "html-template": TEXT, "html-srcdoc": ["html", "escaped-markup"],
    "html-data-uri": ["percent-all", "base64"],
    "feed-title": XML, "feed-author": XML, "feed-content": FEED_HTML, "feed-category": ["html", "html-hex", "percent"], "feed-link": ["percent", "percent-all"], "feed-comment": PLAIN, "feed-head": XML,
    "sitemap-loc": ["percent", "percent-all", "html-hex"], "sitemap-comment": PLAIN, "redirects": ["percent", "percent-all", "utf-8"], "robots": PLAIN, "headers": PLAIN,
    "css-comment": STYLE, "css-content": STYLE, "css-url": ["percent-all", "base64", "css"], "css-class": ["utf-8", "css"],
    "svg-title": XML, "svg-text": ["html", "html-hex", "tag-split"], "svg-metadata": XML, "svg-comment": PLAIN,
    "shard": SHARD, "shard-gzip": SHARD, "shard-double-gzip": ["json-string"], "manifest": SHARD, "script": ["json", "script-hex", "utf-8", "base64"],
    # names
    "file-name": NAME, "folder-name": NAME, "media-name": NAME,
    # whole files
    "png-text": ["utf-8", "windows-1252"], "png-ztxt": ["utf-8"], "png-itxt": ["utf-8"], "png-itxt-packed": ["utf-8"], "png-profile": ["utf-8", "utf-16-be"], "png-trailing": BYTES,
    "jpeg-comment": BYTES, "jpeg-exif": BYTES, "jpeg-xmp": ["html", "html-hex"], "jpeg-trailing": BYTES, "gif-comment": BYTES, "webp-exif": BYTES, "webp-xmp": ["html", "html-hex"],
    "text-utf-16": ["utf-16-le", "utf-16-be"],
}
ENCODINGS["slug"] = lambda s: "".join(c for c in unicodedata.normalize("NFD", s.lower()) if c.isascii()).replace(" ", "-").replace(".", "-").replace("@", "-").encode("ascii")
INPUT_SINKS = {"post-title", "post-summary", "post-label", "post-series", "post-author", "post-url", "comment-author", "page-title", "site-description", "site-editor"}
# Sinks that no unit claims, so that only what is forbidden everywhere is looked for there.
EVERYWHERE_ONLY = {"site-description", "site-editor", "robots", "headers", "css-comment", "css-content", "css-url", "css-class", "svg-title", "svg-text", "svg-metadata", "svg-comment", "script",
                   "page-body", "page-title"}
# Sinks whose unit claims them, so that a word redacted in another unit may stand there.
CLAIMED = {"html-text", "html-hidden", "html-attribute", "html-data", "html-href", "html-structured-data", "feed-content", "feed-author", "comment-body", "post-body"}


def chunk(kind, content):
    body = kind.encode("ascii") + content
    return struct.pack(">I", len(content)) + body + struct.pack(">I", zlib.crc32(body))


def png(extra=b"", behind=b""):
    return (b"\x89PNG\r\n\x1a\n" + chunk("IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)) + extra + chunk("IDAT", zlib.compress(b"\0\xff\xff\xff")) + chunk("IEND", b"") + behind)


def jpeg(extra=b"", behind=b""):
    return b"\xff\xd8\xff\xe0\x00\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0" + extra + b"\xff\xda\0\x08\x01\x01\0\0\x3f\0\x12\xff\0\x34\xff\xd9" + behind


def segment(marker, content):
    return bytes([0xFF, marker]) + struct.pack(">H", len(content) + 2) + content


def exif(content):
    # One entry of the first directory: XPComment (0x9C9C), type BYTE, value after the directory.
    return b"Exif\0\0" + b"II*\0\x08\0\0\0" + struct.pack("<HHHIII", 1, 0x9C9C, 1, len(content), 26, 0) + content + b"\0\0"


def gif(extra):
    return b"GIF89a\x01\0\x01\0\x80\0\0\xff\xff\xff\0\0\0" + extra + b",\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;"


def blocks(content):
    return b"".join(bytes([len(content[i:i + 255])]) + content[i:i + 255] for i in range(0, len(content), 255)) + b"\0"


def webp(kind, content):
    padded = content + b"\0" * (len(content) & 1)
    body = b"WEBPVP8L" + struct.pack("<I", 6) + b"\x2f\0\0\0\0\0" + kind + struct.pack("<I", len(content)) + padded
    return b"RIFF" + struct.pack("<I", len(body)) + body


def xmp(content):
    return b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF><rdf:Description><dc:creator>' + content + b"</dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>"


FILES = {
    "png-text": lambda b: png(chunk("tEXt", b"Author\0" + b)),
    "png-ztxt": lambda b: png(chunk("zTXt", b"Comment\0\0" + zlib.compress(b))),
    "png-itxt": lambda b: png(chunk("iTXt", b"Title\0\0\0en\0\0" + b)),
    "png-itxt-packed": lambda b: png(chunk("iTXt", b"Title\0\x01\0en\0\0" + zlib.compress(b))),
    "png-profile": lambda b: png(chunk("iCCP", b"profile\0\0" + zlib.compress(b"\0\0\x02\x0cdesc\0\0\0\0" + b + b"\0\0\0\0"))),
    "png-trailing": lambda b: png(behind=b"\0\0" + b),
    "jpeg-comment": lambda b: jpeg(segment(0xFE, b)),
    "jpeg-exif": lambda b: jpeg(segment(0xE1, exif(b))),
    "jpeg-xmp": lambda b: jpeg(segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + xmp(b))),
    "jpeg-trailing": lambda b: jpeg(behind=b"\0\0" + b),
    "gif-comment": lambda b: gif(b"!\xfe" + blocks(b)),
    "webp-exif": lambda b: webp(b"EXIF", exif(b)),
    "webp-xmp": lambda b: webp(b"XMP ", xmp(b)),
}


def shard(b):
    return b'{"units":[{"id":"x","title":"A harbour","text":"It was said that ' + b + b' went there."}]}'


FILES["shard-gzip"] = lambda b: gzip.compress(shard(b), mtime=0)
FILES["shard-double-gzip"] = lambda b: gzip.compress(gzip.compress(shard(b), mtime=0), mtime=0)


def makes_sense(sink, encoding, variant, kind, text):
    if encoding == "windows-1252":
        try:
            text.encode("cp1252")
        except UnicodeEncodeError:
            return False
        if any(0x80 <= ord(c) < 0xA0 for c in text):
            return False
    if encoding == "html-named" and not any(c in text for c in "\u00ad\u00a0\u200b éáöñüíØÖ.@,"):
        return False
    if encoding.startswith("quoted-printable") and encoding != "quoted-printable" and len(text) < 6:
        return False
    if encoding == "quoted-printable-soft" and "\n" in text:
        return False
    one_line = sink in {"post-table", "post-heading", "post-list", "post-quote", "post-link-text", "post-link", "post-link-title", "post-image-alt", "comment-link", "redirects", "robots", "headers", "html-id", "html-class", "css-class",
                        "file-name", "folder-name", "media-name", "post-url", "css-content", "script", "post-code"} | INPUT_SINKS
    if variant in ONE_LINE and (one_line or encoding in {"css", "json-string"}):
        return False
    if sink in {"file-name", "folder-name", "media-name"} and (any(c in text for c in "/\\\0") or len(text.encode("utf-8")) > 120):
        return False
    if sink == "post-url" and (variant not in {"as-is", "lower", "slug", "no-accents"} or kind in {"email", "phone", "reference"}):
        return False
    if sink in {"html-id", "html-class", "css-class"} and any(c.isspace() for c in text):
        return False # the attribute would hold two names
    if (sink in INPUT_SINKS or sink.startswith(("post-", "comment-", "page-"))) and variant in NOT_IN_INPUT:
        return False
    # The import's and page's own writers drop controls and direction marks; that is no leak then.
    if variant == "right-to-left-marks" and (sink in INPUT_SINKS or sink.startswith(("post-", "comment-", "page-", "site-"))):
        return False
    if sink == "css-comment" and "*/" in text:
        return False
    # In a picture's raw bytes a text must be as long as no random bytes are.
    if sink in FILES and kind == "short":
        return False
    # Short names need the edges of words on both sides, which joined letters have not.
    if kind == "short" and encoding in {"letter-tags", "base64-url"} and variant.startswith("zero-width"):
        return False
    return True


cases = []


def add(sink, encoding, variant, scope):
    for _ in range(50):
        kind = rng.choices([k for k, _, _ in KINDS], [w for _, _, w in KINDS])[0]
        if kind not in VARIANTS[variant][1]:
            kind = rng.choice(sorted(VARIANTS[variant][1]))
        secret = dict((k, make) for k, make, _ in KINDS)[kind]()
        text = VARIANTS[variant][0](secret)
        if makes_sense(sink, encoding, variant, kind, text):
            break
    else:
        return False
    payload = ENCODINGS[encoding](text)
    if sink in FILES:
        payload = FILES[sink](payload)
    elif sink == "text-utf-16":
        payload = (b"\xff\xfe" if encoding == "utf-16-le" else b"\xfe\xff") + ENCODINGS[encoding]("A note: " + text + " was here.\n")
    cases.append({"number": str(len(cases) + 1), "secret": secret, "kind": kind, "variant": variant, "encoding": encoding, "sink": sink, "scope": scope, "payload": base64.b64encode(payload).decode("ascii")})
    return True


def scope_of(sink):
    return "everywhere" if sink in EVERYWHERE_ONLY or rng.random() < 0.6 else "unit"


for sink, encodings in SINKS.items():
    for encoding in encodings:
        todo = list(VARIANTS)
        rng.shuffle(todo)
        done = 0
        for variant in todo if options.brief else ["as-is"] + [v for v in todo if v != "as-is"]:
            if done == options.per_pair:
                break
            done += add(sink, encoding, variant, scope_of(sink))
    # Every variant at least once at every sink.
    have = {case["variant"] for case in cases if case["sink"] == sink}
    for variant in VARIANTS:
        if variant not in have and not options.brief:
            add(sink, encodings[0], variant, scope_of(sink))
for _ in range(options.elsewhere):
    sink = rng.choice(sorted(CLAIMED))
    add(sink, rng.choice(SINKS[sink]), rng.choice(sorted(VARIANTS)), "elsewhere")

# Places of the search index (bench/Leaks/LeakIndex.cs): the words stand there as a writer of the index would put them, so every sink gets every variant that stays one run of words.
INDEX_SINKS = """index-term index-comment-term index-title-term index-author index-commenter index-label index-series index-thread index-words index-endings
    index-excerpt-text index-excerpt-title index-excerpt-author index-excerpt-path
    index-key-a index-key-c index-key-i index-key-k index-key-l index-key-s index-key-t index-surface
    index-dictionary-file index-class-file index-day-file index-class-behind index-block-behind index-packed-behind index-packed-name index-packed-twice
    index-days index-excerpt-behind index-excerpt-field index-excerpt-thread
    index-glossary-word index-glossary-meaning index-months index-root-keys index-root-words index-root-endings index-root-folder index-root-key index-root-behind""".split()
INDEX_VARIANTS = ["as-is", "upper", "lower", "possessive", "plural", "joined", "slug", "no-accents"]
for sink in INDEX_SINKS:
    for variant in rng.sample(INDEX_VARIANTS, 2) if options.brief else INDEX_VARIANTS:
        add(sink, "utf-8", variant, "everywhere")

for case in cases:
    print(json.dumps(case, ensure_ascii=True))
