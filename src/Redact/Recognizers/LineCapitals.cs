namespace Blog.Redact.Recognizers;

/// <summary>Tells lines in which capitals say nothing: headlines in title case, and lines all in capitals.</summary>
internal sealed class LineCapitals(ScannedText text)
{
    private const int LongWord = 4;

    private int _from = -1;
    private int _to = -1;
    private bool _isHeadline;
    private bool _isShouted;

    /// <summary>Whether most of the longer words of a word's line have capitals.</summary>
    public bool IsHeadline(int token)
    {
        Read(token);
        return _isHeadline;
    }

    /// <summary>Whether most words of a word's line are all in capitals.</summary>
    public bool IsShouted(int token)
    {
        Read(token);
        return _isShouted;
    }

    private void Read(int token)
    {
        var start = text.Tokens[token].Start;
        if (start >= _from && start < _to)
        {
            return;
        }

        var before = start == 0 ? -1 : text.Text.LastIndexOf('\n', start - 1);
        var after = text.Text.IndexOf('\n', start);
        (_from, _to) = (before + 1, after < 0 ? text.Text.Length : after);
        var (words, capitals, shouted, first) = (0, 0, 0, token);
        while (first > 0 && text.Tokens[first - 1].Start >= _from)
        {
            first--;
        }

        for (var i = first; i < text.Tokens.Length && text.Tokens[i].Start < _to; i++)
        {
            if (text.Tokens[i].Length >= LongWord && !text.Tokens[i].IsNumber)
            {
                words++;
                capitals += text.Tokens[i].IsCapital ? 1 : 0;
                shouted += text.Tokens[i].IsAllCapitals ? 1 : 0;
            }
        }

        _isHeadline = words >= LongWord && capitals * 10 >= words * 7;
        _isShouted = words >= 3 && shouted * 10 >= words * 6;
    }
}
