using Blog.Redact.Gazetteers;

namespace Blog.Redact.Recognizers;

/// <summary>Names of private people: title and surname, first name and surname, initials, a first name alone, names after "my manager" or "called".</summary>
/// <remarks>
/// Every rule adds to one score, so that a name that is also a word ("May", "Will", "Grace") needs more around it than one that is not.
/// The whole name at a place is asked of the allow-list, never a part of it. Names that hold a public office beside them, and the parts of
/// laws, reports, courts and companies, are near misses or nothing.
/// </remarks>
internal sealed class PersonRecognizer : IRecognizer
{
    /// <inheritdoc/>
    public string Name => "person";

    /// <inheritdoc/>
    public void Find(ScannedText text, FoundList found)
    {
        var reader = new PersonNameReader(text, found);
        var names = new List<PersonName>();
        for (var i = 0; i < text.Tokens.Length;)
        {
            if ((text.Tokens[i].IsCapital || text.Tokens[i].Is(WordClass.Title | WordClass.Forename)) && reader.TryRead(i, out var name))
            {
                names.Add(name);
                i = name.After;
            }
            else
            {
                i++;
            }
        }

        if (names.Count == 0)
        {
            return;
        }

        foreach (var name in names)
        {
            Add(text, found, name);
        }

        AddParts(text, found, names);
    }

    private void Add(ScannedText text, FoundList found, PersonName name)
    {
        var range = RangeOf(text, name.First, name.After);
        if (!found.PublicNames.Frees(text.Text, range, RangeOf(text, name.Title, name.After)))
        {
            found.Add(this, FindingKind.Person, range.Start, range.End, name.Score, name.Why);
        }
    }

    /// <summary>A part of a full name that stands alone elsewhere in the same text means the same person.</summary>
    private void AddParts(ScannedText text, FoundList found, List<PersonName> names)
    {
        var parts = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var name in names.Where(name => name.After - name.First > 1 && name.Score >= Finding.Threshold))
        {
            var range = RangeOf(text, name.First, name.After);
            if (!found.PublicNames.Frees(text.Text, range, RangeOf(text, name.Title, name.After)))
            {
                for (var i = name.First; i < name.After; i++)
                {
                    if (text.Tokens[i].Length > 2 && text.Tokens[i].IsCapital)
                    {
                        parts[text.WordAt(i).ToString()] = text.Tokens[i].Is(WordClass.Common | WordClass.Ambiguous);
                    }
                }
            }
        }

        if (parts.Count == 0)
        {
            return;
        }

        var lookup = parts.GetAlternateLookup<ReadOnlySpan<char>>();
        var next = 0;
        for (var i = 0; i < text.Tokens.Length; i++)
        {
            while (next < names.Count && names[next].After <= i)
            {
                next++;
            }

            var token = text.Tokens[i];
            var isTaken = next < names.Count && names[next].First <= i && names[next].Score >= Finding.Threshold;
            if (!isTaken && token.IsCapital && lookup.TryGetValue(text.WordAt(i), out var isWord) && !(isWord && token.OpensSentence))
            {
                var range = RangeOf(text, i, i + 1);
                if (!found.PublicNames.Frees(text.Text, range, range))
                {
                    found.Add(this, FindingKind.Person, range.Start, range.End, isWord ? 0.55 : 0.8, "Part of a name that stands in full elsewhere in this text.");
                }
            }
        }
    }

    private static TextRange RangeOf(ScannedText text, int first, int after) => new(text.Tokens[first].Start, text.Tokens[after - 1].End);
}
