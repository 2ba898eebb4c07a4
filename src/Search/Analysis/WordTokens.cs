using Blog.Text;

namespace Blog.Search.Analysis;

/// <summary>Goes over the words of a text in order, as Lucene 8.8.1's StandardTokenizer finds them (UAX #29, emoji sequences of UTS #51).</summary>
/// <remarks>
/// A token is the longest run that matches the rules within the next <see cref="MaxLength"/> UTF-16 units, so a longer word is cut. That window also bounds
/// the time: linear in the text, whatever it holds. Text between tokens (blanks, punctuation, half surrogate pairs) is passed over.
/// </remarks>
internal ref struct WordTokens
{
    /// <summary>Most UTF-16 units of a token (Lucene's default; its scanner sees no further either).</summary>
    public const int MaxLength = 255;

    private readonly ReadOnlySpan<char> _text;
    private readonly bool _skipsMarks;

    /// <summary>Starts before the first word.</summary>
    /// <param name="text">Any text, well-formed or not.</param>
    /// <param name="skipsMarks">Whether redaction marks are passed over; each counts as one position, so that no phrase joins what stands around it.</param>
    public WordTokens(ReadOnlySpan<char> text, bool skipsMarks)
    {
        _text = text;
        _skipsMarks = skipsMarks;
    }

    /// <summary>UTF-16 offset where the word begins.</summary>
    public int Start { get; private set; }

    /// <summary>UTF-16 offset after the word.</summary>
    public int End { get; private set; }

    /// <summary>Marks passed over between the word before and this one.</summary>
    public int MarksBefore { get; private set; }

    /// <summary>The word as it stands in the text.</summary>
    public readonly ReadOnlySpan<char> Word => _text[Start..End];

    /// <summary>Goes to the next word; false after the last.</summary>
    public bool MoveNext()
    {
        MarksBefore = 0;
        var at = End;
        while (at < _text.Length)
        {
            if (IsSurelyBetween(_text[at]))
            {
                at++;
                continue;
            }

            var end = PlainWordEnd(at);
            end = end > at ? end : EndOfToken(at);
            if (end > at)
            {
                Start = at;
                End = end;
                return true;
            }

            if (_skipsMarks && IsMark(at, out var length))
            {
                MarksBefore++;
                at += length;
                continue;
            }

            at += IsPair(at) ? 2 : 1;
        }

        Start = End = _text.Length;
        return false;
    }

    /// <summary>Whether no token begins with it: the most usual signs between words.</summary>
    private static bool IsSurelyBetween(char c) => c is ' ' or '\n' or ',' or '.';

    /// <summary>Where a word of ASCII letters ends whose next sign surely ends it, as nine of ten do; <paramref name="start"/> where the rules have to be asked.</summary>
    /// <remarks>The rules join letters over an apostrophe, a full stop or a colon between letters, over an underscore, with digits and with signs beyond ASCII; over none of these.</remarks>
    private readonly int PlainWordEnd(int start)
    {
        var end = start;
        while (end < _text.Length && char.IsAsciiLetter(_text[end]))
        {
            end++;
        }

        return end - start < MaxLength && (end == _text.Length || _text[end] is ' ' or '\n' or ',' or ';' or '!' or '?' or '(' or ')' or '"' or '-' or '/'
            || (_text[end] == '.' && (end + 1 == _text.Length || _text[end + 1] is ' ' or '\n'))) ? end : start;
    }

    /// <summary>Where the longest token that begins here ends by the rules alone; its start where none does.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Offset in it.</param>
    internal static int EndByRules(ReadOnlySpan<char> text, int start) => new WordTokens(text, skipsMarks: false).EndOfToken(start);

    /// <summary>Where the longest token that begins here ends; <paramref name="start"/> where none does.</summary>
    private readonly int EndOfToken(int start)
    {
        var window = _text[start..Math.Min(_text.Length, start + MaxLength)];
        if (window.Length == MaxLength && char.IsHighSurrogate(window[^1]))
        {
            window = window[..^1];
        }

        var end = 0;
        var state = WordRules.Start;
        for (var at = 0; at < window.Length;)
        {
            int codePoint = window[at++];
            if (char.IsHighSurrogate((char)codePoint) && at < window.Length && char.IsLowSurrogate(window[at]))
            {
                codePoint = char.ConvertToUtf32((char)codePoint, window[at++]);
            }

            state = WordRules.Step(state, codePoint, out var isEnd);
            if (state == 0)
            {
                break;
            }

            if (isEnd)
            {
                end = at;
            }
        }

        return start + end;
    }

    private readonly bool IsPair(int at) => char.IsHighSurrogate(_text[at]) && at + 1 < _text.Length && char.IsLowSurrogate(_text[at + 1]);

    // As RedactionMarkSplitter has it: a backslash directly before a mark makes it text. A bracket stands in no token, so marks part words.
    private readonly bool IsMark(int at, out int length)
    {
        length = 0;
        return _text[at] == '[' && (at == 0 || _text[at - 1] != '\\') && RedactionMark.TryRead(_text[at..], out _, out length);
    }
}
