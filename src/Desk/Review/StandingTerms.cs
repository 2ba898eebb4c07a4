using Blog.Moderate;
using Blog.Text;
using Blog.Vault;

namespace Blog.Desk.Review;

/// <summary>What was taken out in one place and stands in another: for each such term the texts that hold its words, looked up once.</summary>
/// <remarks>The very words are looked for, not their other forms; a decision for everywhere finds those too.</remarks>
internal sealed class StandingTerms
{
    /// <summary>Texts looked up for one term; words that stand in more are no secret of one text.</summary>
    public const int MostHits = 200;

    private const int FewestLetters = 3;

    private readonly Dictionary<string, IReadOnlyList<SearchHit>> _hits = new(StringComparer.Ordinal);
    private readonly Dictionary<VaultHandle, (string Words, string Key)> _terms = [];
    private (int Decisions, IReadOnlyList<StandingTerm> List)? _known;

    /// <summary>Forgets everything: texts were brought in or went.</summary>
    public void Clear()
    {
        _hits.Clear();
        _terms.Clear();
        _known = null;
    }

    /// <summary>Looks up one term that was not looked up yet; false where none is left.</summary>
    public bool LookOne(VaultStore store, DecisionBook book)
    {
        foreach (var decision in Narrow(book))
        {
            if (!_hits.ContainsKey(Key(decision)))
            {
                _hits.Add(Key(decision), store.Search("\"" + Words(decision).Replace("\"", " ", StringComparison.Ordinal) + "\"", MostHits));
                _known = null;
                return true;
            }
        }

        return false;
    }

    /// <summary>The terms that stand somewhere still, those in most texts first.</summary>
    /// <param name="book">The decisions.</param>
    /// <param name="threadOf">Gives the post of a text.</param>
    public IReadOnlyList<StandingTerm> List(DecisionBook book, Func<VaultHandle, VaultHandle?> threadOf)
    {
        if (_known is { } known && known.Decisions == book.All.Count)
        {
            return known.List;
        }

        var decided = new HashSet<(string Words, bool IsThread, VaultHandle? Unit)>();
        var settled = new HashSet<VaultHandle>();
        foreach (var decision in book.InForce)
        {
            if (decision.Action is DecisionAction.Withhold or DecisionAction.SameAs && decision.Unit is { } away) // with a post its thread is away
            {
                settled.Add(away);
            }
            else if (decision is { Action: DecisionAction.Redact or DecisionAction.Keep or DecisionAction.Pseudonym, Term: not null })
            {
                decided.Add((Key(decision), decision.Scope == DecisionScope.Thread, decision.Scope == DecisionScope.Everywhere ? null : decision.Unit));
            }
        }

        var list = Narrow(book).GroupBy(Key, StringComparer.Ordinal).Where(group => _hits.ContainsKey(group.Key) && !decided.Contains((group.Key, false, null)))
            .Select(group => new StandingTerm(
                Words(group.First()),
                group.Select(decision => decision.Kind).FirstOrDefault(kind => kind is not null),
                group.Select(decision => decision.Unit).Distinct().Count(),
                [.. _hits[group.Key].Where(hit => IsOpen(group.Key, hit.Unit))]))
            .Where(term => term.Hits.Count > 0).OrderByDescending(term => term.Hits.Count).ThenBy(term => term.Words, StringComparer.Ordinal).ToList();
        _known = (book.All.Count, list);
        return list;

        bool IsOpen(string words, VaultHandle unit)
        {
            var thread = threadOf(unit);
            return !decided.Contains((words, false, unit)) && !settled.Contains(unit) && (thread is not { } post || (!decided.Contains((words, true, post)) && !settled.Contains(post)));
        }
    }

    private IEnumerable<VaultDecision> Narrow(DecisionBook book) => book.InForce.Where(decision =>
        decision is { Action: DecisionAction.Redact, Scope: DecisionScope.Place or DecisionScope.Text or DecisionScope.Thread, Term: not null }
        && Words(decision).Count(char.IsLetterOrDigit) >= FewestLetters);

    private string Words(VaultDecision decision) => TermOf(decision).Words;

    private string Key(VaultDecision decision) => TermOf(decision).Key;

    private (string Words, string Key) TermOf(VaultDecision decision)
    {
        if (!_terms.TryGetValue(decision.Handle, out var term))
        {
            var words = FindingWords.Of(decision.Term!); // callers ask for decisions with a term only
            _terms.Add(decision.Handle, term = (words, NameFolding.Fold(words)));
        }

        return term;
    }
}
