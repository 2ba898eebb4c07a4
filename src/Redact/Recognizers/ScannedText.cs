using System.Runtime.InteropServices;
using Blog.Redact.Gazetteers;

namespace Blog.Redact.Recognizers;

/// <summary>A text with its words and the phrases of the tables that stand in it: read once, asked by every recognizer.</summary>
internal sealed class ScannedText
{
    private const int MaxSentence = 80;

    private readonly List<Token> _tokens;
    private readonly List<PhraseMatch> _phrases = [];
    private readonly List<Sentence> _sentences = [];
    private readonly List<NumberStretch> _numbers = [];

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
    public ReadOnlySpan<Token> Tokens => CollectionsMarshal.AsSpan(_tokens);

    /// <summary>Phrases of the tables, in order, without overlaps.</summary>
    public IReadOnlyList<PhraseMatch> Phrases => _phrases;

    /// <summary>Its sentences in order, the longest ones in pieces.</summary>
    public IReadOnlyList<Sentence> Sentences => _sentences;

    /// <summary>The classes of all its words together, <see cref="WordClass.NumberWord"/> among them where it has digits.</summary>
    public WordClass Classes { get; private set; }

    /// <summary>Stretches with digits and what stands around them, in order: where forms of numbers are looked for.</summary>
    public IReadOnlyList<NumberStretch> Numbers => _numbers;

    /// <summary>Addresses of links, whose positions are those of the Markdown source.</summary>
    public IReadOnlyList<LinkAddress> Addresses { get; }

    /// <summary>Scans a text.</summary>
    public static ScannedText Of(string text, IReadOnlyList<LinkAddress> addresses) => new(text, addresses);

    /// <summary>Whether a token is there and is a word, in any letter case.</summary>
    public bool IsWord(int token, string word)
    {
        if (token < 0 || token >= _tokens.Count || _tokens[token].Length != word.Length)
        {
            return false;
        }

        return Text.AsSpan(_tokens[token].Start, word.Length).Equals(word, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The characters of a token without its possessive.</summary>
    public ReadOnlySpan<char> WordAt(int token) => Text.AsSpan(_tokens[token].Start, _tokens[token].Length);

    private void MatchPhrases()
    {
        var tokens = Tokens;
        for (var i = 0; i < tokens.Length;)
        {
            i += tokens[i].Is(WordClass.BeginsPhrase) ? Math.Max(1, MatchPhrasesAt(tokens, i)) : 1;
        }
    }

    /// <summary>Adds the longest phrases at a token.</summary>
    /// <returns>How many tokens they have, 0 where there is none.</returns>
    private int MatchPhrasesAt(ReadOnlySpan<Token> tokens, int i)
    {
        var count = 0;
        foreach (var phrase in Gazetteer.Phrases.BeginningWith(tokens[i].Word))
        {
            if (phrase.Words.Length < count)
            {
                break;
            }

            if (IsAt(tokens, phrase.Words, i) && (!phrase.IsAcronym || tokens[i].IsAllCapitals))
            {
                count = phrase.Words.Length;
                _phrases.Add(new PhraseMatch(i, count, phrase.Kind));
            }
        }

        return count;
    }

    /// <summary>Whether a word of a phrase follows the one before it: "Kent, Surrey &amp; Sussex" is one phrase.</summary>
    private bool IsJoined(int token) =>
        _tokens[token].Before < TokenBreak.Mark ||
        (_tokens[token].Before == TokenBreak.Mark && !Text.AsSpan(_tokens[token - 1].FullEnd, _tokens[token].Start - _tokens[token - 1].FullEnd).ContainsAnyExcept(',', '&', ' '));

    private void CutSentences()
    {
        var tokens = Tokens;
        var first = 0;
        var classes = WordClass.None;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (i > first && (tokens[i].OpensSentence || i - first == MaxSentence))
            {
                _sentences.Add(new Sentence(tokens[first].Start, tokens[i].Start, classes));
                Classes |= classes;
                (first, classes) = (i, WordClass.None);
            }

            classes |= tokens[i].Classes | (tokens[i].HasDigits ? NumberClasses(tokens[i]) : WordClass.None);
        }

        if (first < tokens.Length)
        {
            _sentences.Add(new Sentence(tokens[first].Start, Text.Length, classes));
            Classes |= classes;
        }
    }

    /// <summary>Of digits that end inside a word ("25'ish") the length says nothing.</summary>
    private static WordClass NumberClasses(in Token token) => token.IsNumber && token.Length != 2 ? WordClass.NumberWord : WordClass.NumberWord | WordClass.Tens;

    private void FindNumbers()
    {
        var tokens = Tokens;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (!tokens[i].HasDigits)
            {
                continue;
            }

            var (first, firstDigits) = (i, i);
            while (first > 0 && tokens[i].Start - tokens[first - 1].Start < NumberStretch.Around)
            {
                first--;
            }

            // Goes on as long as the next digits are near.
            var (last, words, digits, isMixed, classes) = (i, 0, 0, false, WordClass.None);
            for (var at = first; at < tokens.Length && tokens[at].Start - tokens[last].End < NumberStretch.Around; at++)
            {
                classes |= tokens[at].Classes;
                if (tokens[at].HasDigits)
                {
                    words++;
                    digits += tokens[at].Length;
                    isMixed |= !tokens[at].IsNumber;
                    last = at;
                }

                i = at;
            }

            var (start, end) = (BlankBefore(Math.Max(0, tokens[first].Start - 2)), BlankAfter(Math.Min(Text.Length, tokens[i].FullEnd + 2)));
            _numbers.Add(new NumberStretch(start, end, tokens[firstDigits].Start, tokens[last].FullEnd) { Words = words, Digits = digits, HasMixed = isMixed, Classes = classes });
        }
    }

    /// <summary>A cut inside a word would make a number of the end of one; but a word of any length must not make the stretch long.</summary>
    private int BlankBefore(int position)
    {
        for (var i = position; i > 0 && i > position - NumberStretch.Around; i--)
        {
            if (char.IsWhiteSpace(Text[i - 1]))
            {
                return i;
            }
        }

        return Math.Max(0, position - NumberStretch.Around);
    }

    private int BlankAfter(int position)
    {
        for (var i = position; i < Text.Length && i < position + NumberStretch.Around; i++)
        {
            if (char.IsWhiteSpace(Text[i]))
            {
                return i;
            }
        }

        return Math.Min(Text.Length, position + NumberStretch.Around);
    }

    private bool IsAt(ReadOnlySpan<Token> tokens, int[] words, int first)
    {
        if (first + words.Length > tokens.Length)
        {
            return false;
        }

        for (var i = 1; i < words.Length; i++)
        {
            if (tokens[first + i].Word != words[i] || !IsJoined(first + i))
            {
                return false;
            }
        }

        return true;
    }
}
