using Blog.Html;
using Blog.Model;

namespace Blog.Content;

/// <summary>Counts the texts of a post and its thread in which abbreviations stand.</summary>
internal static class TermUses
{
    /// <summary>By term (ordinal) and year; a text counts once for each term, and one without a date takes its post's.</summary>
    public static IReadOnlyList<TermUse> Of(GlossaryTerms glossary, PublishedPost post, PublishedThread? thread)
    {
        var uses = new SortedDictionary<(string Term, int Year), int>(Comparer<(string Term, int Year)>.Create(static (a, b) => string.CompareOrdinal(a.Term, b.Term) is var byTerm && byTerm != 0 ? byTerm : a.Year.CompareTo(b.Year)));
        var seen = new HashSet<string>(StringComparer.Ordinal);
        Add(post.Body, post.FrontMatter.Date);
        foreach (var comment in thread?.Comments ?? [])
        {
            Add(comment.Body, comment.Fields.Date ?? post.FrontMatter.Date);
        }

        return [.. uses.Select(use => new TermUse(use.Key.Term, use.Key.Year, use.Value))];

        void Add(string text, PublicDate? date)
        {
            if (date is not { } known)
            {
                return;
            }

            seen.Clear();
            for (var at = 0; glossary.Next(text, at, out var start) is { } term; at = start + term.Length)
            {
                if (seen.Add(term))
                {
                    uses[(term, known.Year)] = uses.GetValueOrDefault((term, known.Year)) + 1;
                }
            }
        }
    }
}
