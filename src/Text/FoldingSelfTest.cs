namespace Blog.Text;

/// <summary>Proves, each time before it matters, that the program's folding does what the search for secrets relies on.</summary>
public static class FoldingSelfTest
{
    // Written with escapes, so that no editor or tool can normalise them away.
    private static readonly (string Text, string Folded, string What)[] Cases =
    [
        ("Alder Quay 12", "alderquay12", "case and blanks"),
        ("\u00C9lo\u00EFse", "eloise", "composed accents (NFC)"),
        ("E\u0301loi\u0308se", "eloise", "combining accents (NFD)"),
        ("stra\u00DFe STRASSE", "strassestrasse", "full case folding"),
        ("\uFF21\uFF4C\uFF44\uFF45\uFF52\u3000\uFF11", "alder1", "full-width letters"),
        ("\uFB03\u0133", "ffiij", "ligatures"),
        ("\u24B6\u24DB\u1F11\U0001D41D", "aled", "circled, Greek with breathing, mathematical"),
        ("al\u200Bd\u00ADe\u200Dr\u2060\uFEFF", "alder", "zero-width characters and soft hyphen"),
        ("a\u0336l\u0336d\u0336er\uFE0F", "alder", "overlays and variation selectors"),
        ("\u0430ld\u0435r", "alder", "Cyrillic look-alikes, small"),
        ("\u0391LD\u0395R", "alder", "Greek look-alikes, capital"),
        ("\u041D\u0430\u0442\u0430\u043B\u044C\u044F", "\u0068\u0430\u0442\u0430\u043B\u044C\u044F", "Cyrillic in all cases alike"),
        ("\u0661\u0662\u0663 \u0967\u0968", "12312", "digits of other scripts"),
        ("\u0130\u0131Ii", "iiii", "Turkish i"),
        ("\u00D8rsted \u0141ed\u017A", "orstedledz", "letters with strokes"),
        ("\uD55C", "\u1112\u1161\u11AB", "Hangul syllables"),
        ("al**d**er\\_x", "alderx", "Markdown marks"),
        ("[Al](https://e.example)der", "alderhttpseexample", "words that are a link in part"),
        ("\U0001F170\U0001F1E6\U0001F130", "aaa", "squared and regional letters"),
    ];

    /// <summary>Folds known texts.</summary>
    /// <exception cref="InvalidOperationException">One is folded to something else than it must be; the search for secrets would miss things.</exception>
    public static void Run()
    {
        foreach (var (text, folded, what) in Cases)
        {
            var expected = FoldedText.Of(folded);
            if (FoldedText.Of(text).Letters != expected.Letters || (IsAscii(folded) && expected.Letters != folded))
            {
                throw new InvalidOperationException($"The program's own test of folding failed ({what}), so a search for secrets would miss them. Rebuild the program from a complete checkout; if it still fails, report it.");
            }
        }
    }

    private static bool IsAscii(string text) => System.Text.Ascii.IsValid(text);
}
