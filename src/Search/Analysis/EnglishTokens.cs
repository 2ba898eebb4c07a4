namespace Blog.Search.Analysis;

/// <summary>Goes over the terms of an English text (see <see cref="EnglishAnalyzer"/>); made for <c>foreach</c>.</summary>
public ref struct EnglishTokens
{
    private readonly Span<char> _term;
    private WordTokens _words;
    private int _length;
    private int _increment;

    internal EnglishTokens(ReadOnlySpan<char> text, bool skipsMarks, Span<char> term)
    {
        _words = new WordTokens(text, skipsMarks);
        _term = term;
    }

    /// <summary>The token that <see cref="MoveNext"/> went to.</summary>
    public readonly Token Current => new(_term[.._length], _words.Start, _words.End, _increment);

    /// <summary>Itself, for <c>foreach</c>.</summary>
    public readonly EnglishTokens GetEnumerator() => this;

    /// <summary>Goes to the next token; false after the last.</summary>
    public bool MoveNext()
    {
        _increment = 0;
        while (_words.MoveNext())
        {
            _increment += 1 + _words.MarksBefore;
            var word = PossessiveEnding.Remove(_words.Word);
            LowerCase.Write(word, _term);
            if (!StopWords.Contains(_term[..word.Length]))
            {
                _length = PorterStemmer.Stem(_term[..word.Length]);
                return true;
            }
        }

        return false;
    }
}
