namespace Blog.Search.Analysis;

/// <summary>Goes over the capital forms of a text (see <see cref="CapitalFormAnalyzer"/>); made for <c>foreach</c>.</summary>
public ref struct CapitalFormTokens
{
    private WordTokens _words;
    private int _length;
    private int _increment;

    internal CapitalFormTokens(ReadOnlySpan<char> text, bool skipsMarks) => _words = new WordTokens(text, skipsMarks);

    /// <summary>The token that <see cref="MoveNext"/> went to.</summary>
    public readonly Token Current => new(_words.Word[.._length], _words.Start, _words.End, _increment);

    /// <summary>Itself, for <c>foreach</c>.</summary>
    public readonly CapitalFormTokens GetEnumerator() => this;

    /// <summary>Goes to the next token; false after the last.</summary>
    public bool MoveNext()
    {
        _increment = 0;
        while (_words.MoveNext())
        {
            _increment += 1 + _words.MarksBefore;
            var form = PossessiveEnding.Remove(_words.Word);
            if (form is [.., 's'])
            {
                form = form[..^1];
            }

            if (IsCapitalForm(form))
            {
                _length = form.Length;
                return true;
            }
        }

        return false;
    }

    private static bool IsCapitalForm(ReadOnlySpan<char> word)
    {
        var capitals = 0;
        foreach (var rune in word.EnumerateRunes())
        {
            if (LowerCase.Of(rune.Value) != rune.Value)
            {
                capitals++;
            }
            else if (rune.Value is < (int)'0' or > (int)'9')
            {
                return false;
            }
        }

        return capitals >= 2;
    }
}
