using Blog.Redact.Gazetteers;

namespace Blog.Redact.Recognizers;

/// <summary>A text with its words and the phrases of the tables that stand in it: read once, asked by every recognizer.</summary>
internal sealed class ScannedText
{
    private const int MaxSentence = 80;
    private const int Around = 64;

    private readonly Token[] _tokens;
    private readonly List<PhraseMatch> _phrases = [];
    private readonly List<Sentence> _sentences = [];
    private readonly List<TextRange> _numbers = [];

    private ScannedText(string text, IReadOnlyList<LinkAddress> addresses)
    {
        Text = text;
        Addresses = addresses;
        _tokens = TokenReader.Read(text);
        MatchPhrases();
        CutSentences();
        FindNumbers();
    }

    /// <summary>The text; <see cref="ProseView.Gap"/> stands for what is not prose.</summary>
    public string Text { get; }

    /// <summary>Its words in order.</summary>
    public ReadOnlySpan<Token> Tokens => _tokens;

    /// <summary>Phrases of the tables, in order, without overlaps.</summary>
    public IReadOnlyList<PhraseMatch> Phrases => _phrases;

    /// <summary>Its sentences in order, the longest ones in pieces.</summary>
    public IReadOnlyList<Sentence> Sentences => _sentences;

    /// <summary>Stretches with digits and what stands around them, in order: where forms of numbers are looked for.</summary>
    public IReadOnlyList<TextRange> Numbers => _numbers;

    /// <summary>Addresses of links, whose positions are those of the Markdown source.</summary>
    public IReadOnlyList<LinkAddress> Addresses { get; }

    /// <summary>Scans a text.</summary>
    public static ScannedText Of(string text, IReadOnlyList<LinkAddress> addresses) => new(text, addresses);

    /// <summary>Whether a token is there and is a word, in any letter case.</summary>
    public bool IsWord(int token, string word)
    {
        if (token < 0 || token >= _tokens.Length || _tokens[token].Length != word.Length)
        {
            return false;
        }

        return Text.AsSpan(_tokens[token].Start, word.Length).Equals(word, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The characters of a token without its possessive.</summary>
    public ReadOnlySpan<char> WordAt(int token) => Text.AsSpan(_tokens[token].Start, _tokens[token].Length);

    private void MatchPhrases()
    {
        for (var i = 0; i < _tokens.Length;)
        {
            var count = 0;
            if (_tokens[i].Is(WordClass.BeginsPhrase))
            {
                foreach (var phrase in Gazetteer.Phrases.BeginningWith(_tokens[i].Word))
                {
                    if (IsAt(phrase.Words, i) && (!phrase.IsAcronym || _tokens[i].IsAllCapitals))
                    {
                        count = count == 0 ? phrase.Words.Length : count;
                        if (phrase.Words.Length < count)
                        {
                            break;
                        }

                        _phrases.Add(new PhraseMatch(i, count, phrase.Kind));
                    }
                }
            }

            i += Math.Max(count, 1);
        }
    }

    /// <summary>Whether a word of a phrase follows the one before it: "Kent, Surrey &amp; Sussex" is one phrase.</summary>
    private bool IsJoined(int token) =>
        _tokens[token].Before < TokenBreak.Mark ||
        (_tokens[token].Before == TokenBreak.Mark && !Text.AsSpan(_tokens[token - 1].FullEnd, _tokens[token].Start - _tokens[token - 1].FullEnd).ContainsAnyExcept(',', '&', ' '));

    private void CutSentences()
    {
        var first = 0;
        var classes = WordClass.None;
        for (var i = 0; i < _tokens.Length; i++)
        {
            if (i > first && (_tokens[i].Before >= TokenBreak.Sentence || i - first == MaxSentence))
            {
                _sentences.Add(new Sentence(_tokens[first].Start, _tokens[i].Start, classes));
                (first, classes) = (i, WordClass.None);
            }

            classes |= _tokens[i].HasDigits ? _tokens[i].Classes | WordClass.NumberWord : _tokens[i].Classes;
        }

        if (first < _tokens.Length)
        {
            _sentences.Add(new Sentence(_tokens[first].Start, Text.Length, classes));
        }
    }

    private void FindNumbers()
    {
        foreach (var token in _tokens)
        {
            if (!token.HasDigits)
            {
                continue;
            }

            var start = BlankBefore(Math.Max(0, token.Start - Around));
            var end = BlankAfter(Math.Min(Text.Length, token.End + Around));
            if (_numbers.Count > 0 && _numbers[^1].End >= start)
            {
                _numbers[^1] = new TextRange(_numbers[^1].Start, Math.Max(end, _numbers[^1].End));
            }
            else
            {
                _numbers.Add(new TextRange(start, end));
            }
        }
    }

    /// <summary>A cut inside a word would make a number of the end of one; but a word of any length must not make the stretch long.</summary>
    private int BlankBefore(int position)
    {
        for (var i = position; i > 0 && i > position - Around; i--)
        {
            if (char.IsWhiteSpace(Text[i - 1]))
            {
                return i;
            }
        }

        return Math.Max(0, position - Around);
    }

    private int BlankAfter(int position)
    {
        for (var i = position; i < Text.Length && i < position + Around; i++)
        {
            if (char.IsWhiteSpace(Text[i]))
            {
                return i;
            }
        }

        return Math.Min(Text.Length, position + Around);
    }

    private bool IsAt(int[] words, int first)
    {
        if (first + words.Length > _tokens.Length)
        {
            return false;
        }

        for (var i = 1; i < words.Length; i++)
        {
            if (_tokens[first + i].Word != words[i] || !IsJoined(first + i))
            {
                return false;
            }
        }

        return true;
    }
}
