using Blog.Moderate;
using Blog.Vault;

namespace Blog.Desk.Review;

/// <summary>Says what is known about the place of a comment in its thread.</summary>
internal static class RepairViews
{
    public static UnitRepairs Of(OpenThread thread, UnitPlace place, DecisionBook book)
    {
        if (place.Comment is not { } comment)
        {
            return UnitRepairs.None;
        }

        var made = new List<PlaceRepair>();
        foreach (var decision in book.InForce)
        {
            if (decision.Action == DecisionAction.SameAs && decision.Replacement == place.Handle.Hex)
            {
                made.Add(new PlaceRepair("The same was posted again; this one stands for both, and the address of the other leads here.", decision.Handle.Hex));
            }
            else if (decision.Action == DecisionAction.Answers && decision.Unit == place.Handle && thread.Preview.Repairs.Answers.TryGetValue(comment.Row, out var answered))
            {
                made.Add(new PlaceRepair($"Stands where it was posted, and is linked with #{thread.NumberOf(answered)}, which it probably answers.", decision.Handle.Hex));
            }
        }

        return made.Count == 0 && !thread.Twins.ContainsKey(comment.Row) ? UnitRepairs.None
            : new UnitRepairs(made, thread.Twins.TryGetValue(comment.Row, out var first) ? thread.NumberOf(first)?.ToString() : null);
    }
}
