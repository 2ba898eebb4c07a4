using Blog.Moderate;

namespace Blog.Desk.Review;

/// <summary>How much waits for a person, in numbers.</summary>
/// <param name="Ready">Texts without anything open that counts.</param>
/// <param name="Masked">Texts in which contacts and numbers were masked without a decision.</param>
/// <param name="Held">Texts that wait.</param>
/// <param name="Withheld">Texts that moderators withhold.</param>
/// <param name="Decisions">Distinct words that hold texts: about as many decisions.</param>
/// <param name="First">How many of the held texts the first fifty of these settle.</param>
/// <param name="Stale">Threads not looked at yet.</param>
/// <param name="Threads">Threads in all.</param>
public sealed record BoardSummary(int Ready, int Masked, int Held, int Withheld, int Decisions, int First, int Stale, int Threads)
{
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
            board.Stale,
            board.Count);
    }
}
