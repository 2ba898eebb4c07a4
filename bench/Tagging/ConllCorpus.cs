using System.Text;
using Blog.Redact.Tagging;

namespace Blog.Bench.Tagging;

/// <summary>Reads sentences of one token a line with a tag in the last column (or the third, where the lines are numbered).</summary>
internal static class ConllCorpus
{
    /// <summary>The sentences of a file, tokens joined by a blank.</summary>
    public static List<AnnotatedText> Read(string file, string corpus)
    {
        var texts = new List<AnnotatedText>();
        var tokens = new List<(string Token, string Tag)>();
        foreach (var line in File.ReadLines(file).Append(string.Empty))
        {
            if (TryToken(line, out var token, out var tag))
            {
                tokens.Add((token, tag));
            }
            else if (EndsSentence(line) && tokens.Count > 0)
            {
                texts.Add(Sentence($"{corpus}-{texts.Count}", corpus, tokens));
                tokens.Clear();
            }
        }

        return texts;
    }

    /// <summary>Whether a line ends a sentence.</summary>
    public static bool EndsSentence(string line) => line.Trim().Length == 0 || line.StartsWith("-DOCSTART-", StringComparison.Ordinal);

    /// <summary>The token and the tag of a line; false where it has none.</summary>
    public static bool TryToken(string line, out string token, out string tag)
    {
        (token, tag) = (string.Empty, string.Empty);
        if (EndsSentence(line) || line.StartsWith("# ", StringComparison.Ordinal))
        {
            return false;
        }

        var fields = line.Trim().Split(['\t', ' '], StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length < 2)
        {
            return false;
        }

        (token, tag) = IsNumbered(fields) ? (fields[1], fields[2]) : (fields[0], fields[^1]);
        return true;
    }

    private static bool IsNumbered(string[] fields) => fields.Length >= 4 && fields[0].All(char.IsAsciiDigit);

    private static AnnotatedText Sentence(string id, string corpus, List<(string Token, string Tag)> tokens)
    {
        var text = new StringBuilder();
        var spans = new List<AnnotatedSpan>();
        var before = "O";
        foreach (var (token, tag) in tokens)
        {
            text.Append(text.Length > 0 ? " " : string.Empty);
            var start = text.Length;
            text.Append(token);
            if (tag != "O" && tag[0] == 'I' && before != "O" && before[2..] == tag[2..])
            {
                spans[^1] = spans[^1] with { End = text.Length };
            }
            else if (tag != "O")
            {
                spans.Add(new AnnotatedSpan(start, text.Length, TypeOf(tag[2..]), tag[2..], true, false, string.Empty));
            }

            before = tag;
        }

        return new AnnotatedText(id, corpus, text.ToString(), spans);
    }

    private static TagType TypeOf(string kind) => kind.ToUpperInvariant() switch
    {
        "PER" or "PERSON" or "POLITICIAN" => TagType.Person,
        "LOC" or "LOCATION" or "COUNTRY" => TagType.Place,
        "ORG" or "ORGANISATION" or "POLITICALPARTY" or "CORPORATION" or "GROUP" => TagType.Organisation,
        "MISC" or "ELECTION" or "EVENT" or "PRODUCT" or "CREATIVE-WORK" => TagType.OtherName,
        _ => throw new InvalidDataException($"No type for the corpus's kind {kind}."),
    };
}
