namespace Blog.Redact.Facts;

/// <summary>Facts that together fit one person of an archive and no other, while each smaller choice of them fits others too.</summary>
/// <param name="Person">Who.</param>
/// <param name="Entries">The facts, one to three.</param>
/// <param name="OthersCompared">How many other people of the archive tell all these kinds of fact, and so could be compared.</param>
public sealed record SinglingSet(LedgerPerson Person, IReadOnlyList<LedgerEntry> Entries, int OthersCompared)
{
    /// <summary>In one sentence, kinds only: no value is shown.</summary>
    public override string ToString()
    {
        var kinds = Entries.Select(entry => FactKindTable.WordOf(entry.Kind)).ToList();
        var named = kinds.Count == 1 ? kinds[0] : $"{string.Join(", ", kinds.Take(kinds.Count - 1))} and {kinds[^1]} together";
        var compared = OthersCompared switch
        {
            0 => "nobody else here tells as much, so nothing could be compared",
            1 => "1 other person here tells as much",
            _ => FormattableString.Invariant($"{OthersCompared} other people here tell as much"),
        };
        return $"The {named} {(kinds.Count == 1 ? "fits" : "fit")} nobody else of this archive who tells it; {compared}.";
    }
}
