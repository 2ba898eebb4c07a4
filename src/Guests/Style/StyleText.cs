using Blog.Redact;

namespace Blog.Guests.Style;

/// <summary>A Markdown text as this folder looks at it: its words in lower case and its sentences, each with the way back to the source.</summary>
/// <remarks>Code, addresses and redaction marks are no part of a style and are left out; typing habits are read as if they were neutral.</remarks>
internal sealed class StyleText
{
    private readonly ProseView _view;

    private StyleText(ProseView view, string plain, List<StyleWord> words, List<StyleSentence> sentences)
    {
        _view = view;
        Plain = plain;
        Words = words;
        Sentences = sentences;
    }

    /// <summary>The prose with neutral signs, one UTF-16 unit for each of the view.</summary>
    public string Plain { get; }

    /// <summary>Its words in order.</summary>
    public IReadOnlyList<StyleWord> Words { get; }

    /// <summary>Its sentences in order.</summary>
    public IReadOnlyList<StyleSentence> Sentences { get; }

    /// <summary>Reads a text.</summary>
    public static StyleText Of(string markdown)
    {
        var view = ProseView.Of(markdown);
        var plain = string.Create(view.Text.Length, view.Text, static (target, source) =>
        {
            for (var i = 0; i < source.Length; i++)
            {
                target[i] = Neutral(source[i]);
            }
        });
        var words = new List<StyleWord>();
        for (var i = 0; i < plain.Length;)
        {
            if (!char.IsLetter(plain[i]))
            {
                i++;
                continue;
            }

            var start = i;
            while (i < plain.Length && (char.IsLetterOrDigit(plain[i]) || (plain[i] is '\'' or '-' && i + 1 < plain.Length && char.IsLetter(plain[i + 1]))))
            {
                i++;
            }

            words.Add(new StyleWord(start, i - start, Lower(plain.AsSpan(start, i - start))));
        }

        return new StyleText(view, plain, words, Cut(plain, words));
    }

    /// <summary>The source's stretch of a stretch of the prose.</summary>
    public TextRange ToSource(int start, int length) => new(_view.ToSource(start), _view.ToSource(start + length));

    /// <summary>The prose up to the end of a word.</summary>
    /// <param name="words">How many words; all of it where there are no more.</param>
    public string Beginning(int words) => words >= Words.Count ? Plain : Plain[..(Words[words - 1].Start + Words[words - 1].Length)];

    private static string Lower(ReadOnlySpan<char> word)
    {
        var lower = new char[word.Length];
        word.ToLowerInvariant(lower);
        return new string(lower);
    }

    private static List<StyleSentence> Cut(string plain, List<StyleWord> words)
    {
        var sentences = new List<StyleSentence>();
        var first = 0;
        for (var i = 0; i < words.Count; i++)
        {
            var end = words[i].Start + words[i].Length;
            var next = i + 1 < words.Count ? words[i + 1].Start : plain.Length;
            var between = plain.AsSpan(end, next - end);
            if (i + 1 == words.Count || Ends(between))
            {
                var stop = between.LastIndexOfAny('.', '!', '?');
                sentences.Add(new StyleSentence(words[first].Start, end + (stop < 0 ? 0 : stop + 1) - words[first].Start, first, i + 1 - first));
                first = i + 1;
            }
        }

        return sentences;
    }

    private static bool Ends(ReadOnlySpan<char> between)
    {
        var mark = between.IndexOfAny('.', '!', '?');
        return between.Contains("\n\n", StringComparison.Ordinal) || (mark >= 0 && mark + 1 < between.Length && between[(mark + 1)..].ContainsAny(" \n\""));
    }

    private static char Neutral(char c) => c switch
    {
        '\u2018' or '\u2019' or '\u201B' or '\u2032' or '\u00B4' => '\'',
        '\u201C' or '\u201D' or '\u201E' or '\u201F' or '\u2033' or '\u00AB' or '\u00BB' => '"',
        >= '\u2012' and <= '\u2015' or '\u2212' => '\u2013',
        '\u2010' or '\u2011' => '-',
        '\u00A0' or '\u202F' or '\t' or (>= '\u2000' and <= '\u200A') => ' ',
        _ => c,
    };
}
