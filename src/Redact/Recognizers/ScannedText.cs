using Blog.Redact.Gazetteers;

namespace Blog.Redact.Recognizers;

/// <summary>A text with its words and the phrases of the tables that stand in it: read once, asked by every recognizer.</summary>
internal sealed class ScannedText
{
    private readonly List<Token> _tokens;
    private readonly List<PhraseMatch> _phrases = [];

    private ScannedText(string text, IReadOnlyList<LinkAddress> addresses)
    {
        Text = text;
        Addresses = addresses;
        _tokens = TokenReader.Read(text);
        MatchPhrases();
    }

    /// <summary>The text; <see cref="ProseView.Gap"/> stands for what is not prose.</summary>
    public string Text { get; }

    /// <summary>Its words in order.</summary>
    public IReadOnlyList<Token> Tokens => _tokens;

    /// <summary>Phrases of the tables, in order, without overlaps.</summary>
    public IReadOnlyList<PhraseMatch> Phrases => _phrases;

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
        for (var i = 0; i < _tokens.Count;)
        {
            var count = 0;
            if (_tokens[i].Is(WordClass.BeginsPhrase))
            {
                foreach (var phrase in Gazetteer.Phrases.BeginningWith(_tokens[i].Word))
                {
                    if (IsAt(phrase.Words, i))
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

    private bool IsAt(int[] words, int first)
    {
        if (first + words.Length > _tokens.Count)
        {
            return false;
        }

        for (var i = 1; i < words.Length; i++)
        {
            if (_tokens[first + i].Word != words[i] || _tokens[first + i].Before >= TokenBreak.Mark)
            {
                return false;
            }
        }

        return true;
    }
}
