using System.Collections.Frozen;
using Blog.Gate.Reuse;
using Blog.Text;

namespace Blog.Gate;

/// <summary>All secrets of one check, ready to be looked for.</summary>
public sealed class SecretSet
{
    private const int LongestSealed = 120; // letters of a form of words
    private const int MostSelected = 256; // secrets of a file for which a search of its own is worth its making

    private readonly IReadOnlyList<Secret> _secrets;
    private readonly SealedSecrets? _sealed;
    private readonly ErasedSecrets? _erased;
    private readonly Lazy<SecretPlaces> _places;
    private readonly Lazy<TermMatcher> _anywhere; // under the same numbers

    private SecretSet(IReadOnlyList<Secret> secrets, IEnumerable<string> numbers, ErasedSecrets? erased = null)
    {
        _secrets = secrets;
        _erased = erased is { Count: > 0 } ? erased : null;
        Numbers = numbers.ToFrozenSet(StringComparer.Ordinal);
        Matcher = TermMatcher.Of([.. secrets.Select(secret => secret.Text)]);
        _places = new Lazy<SecretPlaces>(() => new SecretPlaces(_secrets));
        _anywhere = new Lazy<TermMatcher>(() => TermMatcher.Of([.. secrets.Select((secret, number) => _places.Value.IsAnywhere(number) ? secret.Text : string.Empty)]));
        LongestText = Math.Max(secrets.Count == 0 ? 0 : secrets.Max(secret => secret.Text.Length), _erased is null ? 0 : LongestSealed);
    }

    private SecretSet(SealedSecrets secrets)
        : this([], [])
    {
        _sealed = secrets;
        LongestText = LongestSealed;
    }

    /// <summary>No secrets at all: has to be handed in by name, so that nobody forgets them.</summary>
    public static SecretSet None { get; } = new([], []);

    /// <summary>Number of secrets; of sealed ones the size class of their file.</summary>
    public int Count => _sealed?.Size ?? (_secrets.Count + Numbers.Count + (_erased?.Count ?? 0));

    /// <summary>Cases whose words hold no letter or digit, so that they cannot be looked for: a failed check each.</summary>
    public IReadOnlyList<string> Unsearchable => [.. Matcher.Unsearchable.Select(term => _secrets[term].Case)];

    private TermMatcher Matcher { get; }

    /// <summary>Length of the longest secret in UTF-16 units.</summary>
    internal int LongestText { get; }

    /// <summary>Takes secrets; the same words may come several times with different scopes.</summary>
    public static SecretSet Of(IEnumerable<Secret> secrets) => new([.. secrets], []);

    /// <summary>Takes secrets, and ids of the old blog that were dropped: runs of digits that lead back to a text as it was, looked for as they are.</summary>
    public static SecretSet Of(IEnumerable<Secret> secrets, IEnumerable<string> numbers) => new([.. secrets], numbers);

    /// <summary>Takes secrets and dropped ids, and what was erased, which is known by keyed numbers alone.</summary>
    public static SecretSet Of(IEnumerable<Secret> secrets, IEnumerable<string> numbers, ErasedSecrets erased) => new([.. secrets], numbers, erased);

    /// <summary>Takes what a release sealed: known by its hashes alone, away from the private store.</summary>
    public static SecretSet Of(SealedSecrets secrets) => new(secrets);

    /// <summary>Whether there are runs of digits that must not stand anywhere.</summary>
    internal bool HasNumbers => _sealed is not null || Numbers.Count > 0;

    private FrozenSet<string> Numbers { get; }

    internal Secret this[int term] => _sealed is not null ? _sealed[term] : term < _secrets.Count ? _secrets[term] : _erased![term - _secrets.Count]; // only it gives greater numbers

    /// <summary>Whether a run of digits must not stand anywhere.</summary>
    internal bool IsNumber(ReadOnlySpan<char> digits) => _sealed?.IsNumber(digits) ?? Numbers.GetAlternateLookup<ReadOnlySpan<char>>().Contains(digits);

    /// <summary>What is to be looked for in a file that holds these units and nothing of others: what is forbidden anywhere else only is left out.</summary>
    /// <param name="units">All units of the file.</param>
    /// <param name="before">What was looked for in another file: the parts of a thread, and its feed, have the same.</param>
    internal SecretSelection Select(IReadOnlySet<string> units, SecretSelection? before)
    {
        if (_sealed is not null || _places.Value.In(units, MostSelected) is not { } numbers)
        {
            return new SecretSelection(this);
        }

        if (HasFewAnywhere)
        {
            numbers.AddRange(_places.Value.Anywhere); // one search for both
            numbers.Sort();
        }

        return before?.Scoped is not null && before.Numbers.SequenceEqual(numbers) ? before : new SecretSelection(this, numbers, Matcher.Only(numbers));
    }

    private bool HasFewAnywhere => _places.Value.Anywhere.Count <= MostSelected;

    /// <summary>As <see cref="Search"/>, for what was erased, and for what is forbidden in the whole site or by a rule where those are not few: few are part of every selection.</summary>
    internal void SearchAnywhere(FoldedLetters text, List<FoundTerm> found)
    {
        found.Clear();
        if (!HasFewAnywhere)
        {
            _anywhere.Value.Search(text, found);
        }

        _erased?.Search(text, _secrets.Count, found);
    }

    /// <summary>Everything found in a text; the numbers of terms are those of the indexer.</summary>
    internal void Search(FoldedLetters text, List<FoundTerm> found)
    {
        if (_sealed is null)
        {
            Matcher.Search(text, found);
            _erased?.Search(text, _secrets.Count, found);
        }
        else
        {
            _sealed.Search(text, found);
        }
    }

    /// <summary>Adds all of it to a hash; false where it cannot be told whether another set is the same.</summary>
    internal bool TryAddTo(SecretsHash hash)
    {
        if (_sealed is not null || _erased?.Fingerprint.IsEmpty == true)
        {
            return false;
        }

        hash.Add(Numbers);
        hash.Add(_erased is null ? null : Convert.ToHexStringLower(_erased.Fingerprint.Span));
        hash.Add(_secrets.Count);
        foreach (var secret in _secrets)
        {
            hash.Add(secret.Case);
            hash.Add(secret.Text);
            hash.Add((long)secret.Letters);
            if (!secret.Scope.TryAddTo(hash))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => $"SecretSet({Count})";
}
