using Blog.Vault;

namespace Blog.Desk.Review;

/// <summary>How long a decision takes in this store: the middle of the times between one and the next, of those made in one sitting.</summary>
internal static class DecisionPace
{
    /// <summary>Fewer tell nothing.</summary>
    private const int Fewest = 20;

    /// <summary>Longer than this somebody was away.</summary>
    private const double LongestSeconds = 120;

    private const int Latest = 500;

    /// <summary>Seconds a decision, and over how many; the plan's own figure over 0 where there are too few.</summary>
    public static (double Seconds, int Over) Of(IReadOnlyList<VaultDecision> decisions)
    {
        var times = decisions.TakeLast(Latest).Select(decision => decision.Made).ToList();
        var gaps = times.Zip(times.Skip(1), (one, next) => (next - one).TotalSeconds).Where(seconds => seconds is > 0 and <= LongestSeconds).Order().ToList();
        return gaps.Count < Fewest ? (BoardSummary.SecondsADecision, 0) : (gaps[gaps.Count / 2], gaps.Count);
    }
}
