using Blog.Search.Index;

namespace Blog.Search.Query;

/// <summary>Finds phrases by the positions of their words.</summary>
internal sealed class PhraseMatcher(IndexReader index)
{
    /// <summary>The units that hold a phrase in a field, with their scores.</summary>
    /// <param name="terms">Its words, at least two.</param>
    /// <param name="slop">How many moves may lie between.</param>
    /// <param name="boost">What the score is multiplied by.</param>
    /// <param name="isTitle">Whether titles are looked at, or texts.</param>
    public Matches Match(IReadOnlyList<PhraseTerm> terms, int slop, float boost, bool isTitle)
    {
        var lists = terms.Select(term => isTitle ? term.Entry?.Title : term.Entry?.Text).OfType<ListRef>().ToList();
        if (lists.Count < terms.Count)
        {
            return Matches.None;
        }

        var postings = lists.Select(list => index.Read(list, isTitle)).ToList();
        var common = Common(postings);
        if (common.Length == 0)
        {
            return Matches.None;
        }

        // The same word twice in a phrase shares its positions, by which it is known as the same.
        var read = new Dictionary<ListRef, int[][]>(ReferenceEqualityComparer.Instance);
        var positions = lists.Select((list, i) => read.TryGetValue(list, out var known) ? known : read[list] = index.ReadPositions(list, postings[i], isTitle)).ToList();
        var field = isTitle ? index.Root.Title : index.Root.Text;
        var lengths = isTitle ? index.TitleLengths : index.TextLengths;
        var weight = boost * (float)lists.Sum(list => (double)Bm25.Idf(field.Units, list.Count));
        var units = new List<int>();
        var scores = new List<float>();
        var words = new PhraseWord[terms.Count];
        foreach (var unit in common)
        {
            for (var i = 0; i < words.Length; i++)
            {
                words[i] = new PhraseWord(i, terms[i].Position, positions[i][Array.BinarySearch(postings[i].Units, unit)]);
            }

            var frequency = slop == 0 ? PhraseFrequency.Exact(words) : PhraseFrequency.Near(words, slop);
            if (frequency > 0)
            {
                var place = Array.BinarySearch(postings[0].Units, unit);
                units.Add(unit);
                scores.Add(Bm25.Score(weight, frequency, Bm25.NormFactor(lengths[postings[0].Classes[place]], field.AverageLength)));
            }
        }

        return new Matches([.. units], [.. scores]);
    }

    private static int[] Common(IReadOnlyList<PostingList> postings)
    {
        var sets = postings.Select(list => Matches.Of(list.Units)).OrderBy(set => set.Units.Length).ToList();
        return Matches.All(sets).Units;
    }
}
