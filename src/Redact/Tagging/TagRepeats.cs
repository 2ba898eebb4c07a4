namespace Blog.Redact.Tagging;

/// <summary>Finds the words of what is masked wherever else they stand: one name that is left over undoes the others.</summary>
/// <param name="withinLonger">Whether a place or nation is looked for within a longer name as well ("Oldtown" in "Oldtown County Court").</param>
/// <remarks>People, references, places, and what somebody is where it has a capital (a nation, a faith), letter for letter. Organisations and dates repeated cost more than they bring (docs/detection.md).</remarks>
internal sealed class TagRepeats(bool withinLonger)
{
    private const float LeastOfPlace = 0.03f;

    private readonly Dictionary<uint, List<(TagDocument Document, TagSpan Span)>> _byWord = [];

    /// <summary>Whether there is nothing to look for.</summary>
    public bool IsEmpty => _byWord.Count == 0;

    /// <summary>Adds what is masked in a document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="spans">Its stretches.</param>
    /// <param name="least">How likely a stretch must be.</param>
    public void Add(TagDocument document, IEnumerable<TagSpan> spans, float least)
    {
        foreach (var span in spans)
        {
            var first = document.Tokens[span.First];
            if (span.Likelihood >= (span.Type is TagType.Place or TagType.Demographic ? MathF.Max(least, LeastOfPlace) : least) && span.Type is TagType.Person or TagType.Code or TagType.Place or TagType.Demographic && first.Is(TagForms.Capital | TagForms.Digit) && (span.After - span.First > 1 || first.End - first.Start > 1))
            {
                if (!_byWord.TryGetValue(first.Word, out var known))
                {
                    _byWord.Add(first.Word, known = []);
                }

                if (!known.Exists(each => SameWords(each.Document, each.Span, document, span.First, span.After - span.First)))
                {
                    known.Add((document, span));
                }
            }
        }
    }

    /// <summary>The stretches of a document with those that repeat others, in order.</summary>
    public List<TagSpan> With(TagDocument document, List<TagSpan> spans)
    {
        if (IsEmpty)
        {
            return spans;
        }

        var taken = new bool[document.Tokens.Length];
        foreach (var span in spans)
        {
            taken.AsSpan(span.First, span.After - span.First).Fill(true);
        }

        var repeated = new List<TagSpan>();
        for (var i = 0; i < taken.Length; i++)
        {
            if (_byWord.TryGetValue(document.Tokens[i].Word, out var known))
            {
                AddRepeated(document, known, i, taken, repeated);
            }
        }

        return repeated.Count == 0 ? spans : [.. spans.Concat(repeated).OrderBy(span => span.First)];
    }

    private void AddRepeated(TagDocument document, List<(TagDocument Document, TagSpan Span)> known, int i, bool[] taken, List<TagSpan> repeated)
    {
        foreach (var (other, span) in known)
        {
            var length = span.After - span.First;
            if (i + length > taken.Length || (!withinLonger && span.Type is TagType.Place or TagType.Demographic && IsWithinLonger(document, i, length)) || !SameWords(other, span, document, i, length))
            {
                continue;
            }

            for (var at = i; at < i + length;)
            {
                var start = at;
                for (; at < i + length && !taken[at]; at++)
                {
                    taken[at] = true;
                }

                if (at > start)
                {
                    repeated.Add(new TagSpan(start, at, span.Type, span.Likelihood, true));
                }
                else
                {
                    at++;
                }
            }
        }
    }

    private static bool IsWithinLonger(TagDocument document, int place, int length) =>
        document.Tokens[place].Chunk is var chunk and >= 0 && document.Chunks[chunk].After - document.Chunks[chunk].First > length;

    private static bool SameWords(TagDocument document, TagSpan span, TagDocument other, int place, int length)
    {
        if (span.After - span.First != length)
        {
            return false;
        }

        for (var i = 0; i < length; i++)
        {
            if (!document.TextOf(span.First + i).SequenceEqual(other.TextOf(place + i)))
            {
                return false;
            }
        }

        return true;
    }
}
