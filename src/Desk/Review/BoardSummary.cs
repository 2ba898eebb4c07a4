using Blog.Moderate;
using Blog.Vault;

namespace Blog.Desk.Review;

/// <summary>How much waits for a person, in numbers.</summary>
/// <param name="Ready">Texts without anything open that counts.</param>
/// <param name="Masked">Texts in which contacts and numbers were masked without a decision.</param>
/// <param name="Held">Texts that wait.</param>
/// <param name="Withheld">Texts that moderators withhold.</param>
/// <param name="Decisions">Distinct words that hold texts: about as many decisions.</param>
/// <param name="First">How many of the held texts the first fifty of these settle.</param>
/// <param name="ToMost">How many of these, taken in that order, until nine of ten texts can go out; 0 where they can already, null where no number of these brings it about.</param>
/// <param name="Stale">Threads not looked at yet.</param>
/// <param name="Threads">Threads in all.</param>
public sealed record BoardSummary(int Ready, int Masked, int Held, int Withheld, int Decisions, int First, int? ToMost, int Stale, int Threads)
{
    /// <summary>The share of texts that counts as most.</summary>
    public const double Most = 0.9;

    /// <summary>Decisions that are shown first.</summary>
    public const int Shown = 50;

    /// <summary>What one decision takes on average, in seconds: what the plan reckons with until this store's own decisions tell better.</summary>
    public const int SecondsADecision = 12;

    /// <summary>Texts in all.</summary>
    public int Texts => Ready + Masked + Held + Withheld; // those that were posted twice are one

    /// <summary>Reads the board.</summary>
    internal static BoardSummary Of(ReviewBoard board)
    {
        var threads = board.Threads.ToList();
        var terms = board.Terms(nearMisses: false).Where(term => term.Holds).OrderByDescending(term => term.Texts.Count).ToList();
        var settled = terms.Take(Shown).SelectMany(term => term.Texts).ToHashSet();
        settled.ExceptWith(terms.Skip(Shown).SelectMany(term => term.Texts)); // another term holds them still
        var held = threads.SelectMany(thread => thread.Held).ToHashSet();
        settled.IntersectWith(held);
        return new BoardSummary(
            threads.Sum(thread => thread.Count(ReviewState.Ready)),
            threads.Sum(thread => thread.Count(ReviewState.Masked)),
            held.Count,
            threads.Sum(thread => thread.Count(ReviewState.Withheld)),
            terms.Count,
            settled.Count,
            UntilMost(terms, held, threads.Sum(thread => thread.Count(ReviewState.Ready) + thread.Count(ReviewState.Masked))),
            board.Stale,
            board.Count);
    }

    /// <summary>A text is settled once nothing holds it; one that is withheld stays away and is not counted.</summary>
    private static int? UntilMost(List<BoardTerm> terms, HashSet<VaultHandle> held, int free)
    {
        var wanted = (int)Math.Ceiling(Most * (free + held.Count));
        if (free >= wanted)
        {
            return 0;
        }

        var holding = terms.SelectMany(term => term.Texts).Where(held.Contains).GroupBy(text => text).ToDictionary(group => group.Key, group => group.Count());
        for (var made = 0; made < terms.Count; made++)
        {
            free += terms[made].Texts.Count(text => holding.TryGetValue(text, out var left) && (holding[text] = left - 1) == 0);
            if (free >= wanted)
            {
                return made + 1;
            }
        }

        return null;
    }
}
