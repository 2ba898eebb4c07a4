using System.Security.Cryptography;
using Blog.Source;
using Blog.Text;

namespace Blog.Release;

/// <summary>Writes <c>input/redactions.sealed</c>: what a release took out, so that a machine without the private store can check a site for it.</summary>
public static class SealedRedactionsWriter
{
    /// <summary>Writes the file anew, under a fresh salt.</summary>
    /// <param name="folder">The blog; its <c>input/</c> says which thread a post or comment is in.</param>
    /// <param name="key">The key.</param>
    /// <param name="terms">What must not be in the site.</param>
    /// <param name="numbers">Dropped ids of the old blog.</param>
    /// <param name="random">Salt and padding come from it.</param>
    public static SealReport Write(BlogFolder folder, SealKey key, IReadOnlyList<SealedTerm> terms, IEnumerable<string> numbers, RandomNumberGenerator random)
    {
        var (file, report) = Seal(key, terms, numbers, UnitThreads.Read(new BlogReader(folder)), random);
        var bytes = file.ToBytes();
        DurableFile.Write(folder.SealedFile, bytes);
        return report with { Bytes = bytes.Length };
    }

    /// <summary>Seals terms.</summary>
    /// <param name="key">The key.</param>
    /// <param name="terms">What must not be in the site.</param>
    /// <param name="numbers">Dropped ids.</param>
    /// <param name="threads">For each post and comment the post of its thread.</param>
    /// <param name="random">Salt and padding.</param>
    public static (SealedRedactions File, SealReport Report) Seal(
        SealKey key, IReadOnlyList<SealedTerm> terms, IEnumerable<string> numbers, IReadOnlyDictionary<string, string> threads, RandomNumberGenerator random)
    {
        var salt = new byte[SealCode.SaltLength];
        random.GetBytes(salt);
        var code = new SealCode(key, salt);
        var members = threads.ToLookup(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);
        var forms = new HashSet<string>(StringComparer.Ordinal) { SealScope.KeyCheck };
        var entries = new HashSet<(string Scope, string Form)> { (SealScope.Everywhere, SealScope.KeyCheck) };
        var unsealable = 0;
        foreach (var term in terms)
        {
            var grams = WordGrams.OfTerm(term.Words, term.Letters);
            unsealable += grams.Count == 0 ? 1 : 0;
            var scopes = ScopesOf(term, threads, members).ToList();
            foreach (var gram in grams)
            {
                forms.Add(gram);
                entries.UnionWith(scopes.Select(scope => (scope, gram)));
            }
        }

        var filter = forms.Select(form => code.Filter(form)).ToHashSet();
        filter.UnionWith(numbers.Select(number => code.Filter(SealScope.Number + number)));
        var made = SealedRedactions.Make(salt, filter, [.. entries.Select(Entry)], random.GetBytes);
        return (made, new SealReport(terms.Count, forms.Count - 1, entries.Count - 1, 0, unsealable));

        byte[] Entry((string Scope, string Form) pair)
        {
            var entry = new byte[SealCode.EntryLength];
            code.Entry(pair.Scope, pair.Form, entry);
            return entry;
        }
    }

    /// <summary>The scopes of a term. Where most of a thread is meant, one entry for the thread and one for each exception says the same with fewer.</summary>
    private static List<string> ScopesOf(SealedTerm term, IReadOnlyDictionary<string, string> threads, ILookup<string, string> members)
    {
        if (term.Units is not { } units)
        {
            return term.Exceptions.Count == 0 ? [SealScope.Everywhere] : [SealScope.EverywhereBut, .. term.Exceptions.Select(SealScope.Except)];
        }

        var forbidden = units.Except(term.Exceptions, StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        var scopes = new List<string>();
        foreach (var thread in forbidden.Where(threads.ContainsKey).GroupBy(unit => threads[unit], StringComparer.Ordinal))
        {
            var others = members[thread.Key].Where(unit => !forbidden.Contains(unit)).ToList();
            scopes.AddRange(thread.Count() > others.Count + 1 ? [SealScope.Thread(thread.Key), .. others.Select(SealScope.Except)] : thread.Select(SealScope.Unit));
        }

        return scopes;
    }
}
