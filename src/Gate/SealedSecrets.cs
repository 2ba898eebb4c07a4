using System.Collections.Concurrent;
using Blog.Source;
using Blog.Text;

namespace Blog.Gate;

/// <summary>
/// Looks for what a release sealed, by hashes alone: every form of one to five words of a text goes through the filter, and what passes is asked for
/// in the scopes of the place it stands in. Safe for many threads.
/// </summary>
/// <remarks>The words that pass are words of the site; whose they are is not known here, so a finding names no case.</remarks>
public sealed class SealedSecrets
{
    private const string Case = "sealed";

    private readonly SealedRedactions _file;
    private readonly SealCode _code;
    private readonly IReadOnlyDictionary<string, string> _threads;
    private readonly ConcurrentDictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<Secret> _passed = [];
    private readonly Lock _lock = new();

    /// <summary>Opens a sealed file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="key">Its key; another key finds nothing, which <see cref="IsRightKey"/> tells.</param>
    /// <param name="threads">For each post and comment of <c>input/</c> the post of its thread.</param>
    public SealedSecrets(SealedRedactions file, SealKey key, IReadOnlyDictionary<string, string> threads)
    {
        _file = file;
        _code = new SealCode(key, file.Salt.Span);
        _threads = threads;
    }

    /// <summary>Whether the key is the one that the file was made with.</summary>
    public bool IsRightKey => Has(SealScope.Everywhere, SealScope.KeyCheck) && _file.HasNumber(_code.Filter(SealScope.KeyCheck));

    /// <summary>The size class of the file.</summary>
    internal int Size => _file.EntryCount;

    /// <summary>A form of words that passed the filter, as a secret with the scope that the entries give it.</summary>
    internal Secret this[int number]
    {
        get
        {
            lock (_lock)
            {
                return _passed[number];
            }
        }
    }

    /// <summary>Whether a run of digits is a dropped id.</summary>
    internal bool IsNumber(ReadOnlySpan<char> digits)
    {
        Span<char> gram = stackalloc char[digits.Length + 1];
        SealScope.Number.CopyTo(gram);
        digits.CopyTo(gram[1..]);
        return _file.HasNumber(_code.Filter(gram));
    }

    /// <summary>Every form of words of a text that passes the filter.</summary>
    internal void Search(FoldedLetters text, List<FoundTerm> found)
    {
        found.Clear();
        WordGrams.Visit(text, (in FoldedLetters letters, ReadOnlySpan<char> gram, int first, int length) =>
        {
            if (_file.HasNumber(_code.Filter(gram)))
            {
                found.Add(new FoundTerm(NumberOf(gram.ToString()), first, length, TermCertainty.Certain));
            }

            if (letters.Is(first, LetterTraits.Upper))
            {
                SearchMarked(letters, gram, first, length, found);
            }
        });
    }

    /// <summary>Names that count with a capital only, and initials that count in capitals only.</summary>
    private void SearchMarked(in FoldedLetters text, ReadOnlySpan<char> gram, int first, int length, List<FoundTerm> found)
    {
        const string Mark = "^^";
        Span<char> marked = stackalloc char[gram.Length + Mark.Length];
        Mark.CopyTo(marked);
        gram.CopyTo(marked[Mark.Length..]);
        if (_file.HasNumber(_code.Filter(marked[1..])) && WordGrams.IsName(text, gram, first, out var certainty))
        {
            found.Add(new FoundTerm(NumberOf(marked[1..].ToString()), first, length, certainty));
        }

        var whole = new FoundTerm(0, first, length, TermCertainty.Certain);
        if (LetterCaseRule.Allows(LetterCase.Capitals, text, whole) && _file.HasNumber(_code.Filter(marked)))
        {
            found.Add(whole with { Term = NumberOf(marked.ToString()) });
        }
    }

    private int NumberOf(string gram) => _numbers.GetOrAdd(gram, form =>
    {
        var secret = new Secret(Case, string.Empty, ScopeOf(form));
        lock (_lock)
        {
            _passed.Add(secret);
            return _passed.Count - 1;
        }
    });

    private SecretScope ScopeOf(string gram)
    {
        if (Has(SealScope.Everywhere, gram))
        {
            return SecretScope.Everywhere;
        }

        return Has(SealScope.EverywhereBut, gram)
            ? SecretScope.Where(unit => !Has(SealScope.Except(unit), gram))
            : SecretScope.Where(unit => Has(SealScope.Unit(unit), gram) || IsForbiddenInThread(unit, gram));
    }

    /// <summary>A post or comment that is not in <c>input/</c> may be of any thread.</summary>
    private bool IsForbiddenInThread(string unit, string gram) =>
        !_threads.TryGetValue(unit, out var post) || (Has(SealScope.Thread(post), gram) && !Has(SealScope.Except(unit), gram));

    private bool Has(string scope, string gram)
    {
        Span<byte> entry = stackalloc byte[SealCode.EntryLength];
        _code.Entry(scope, gram, entry);
        return _file.HasEntry(entry);
    }
}
