namespace Blog.Redact;

/// <summary>Settles findings that overlap, and puts them in order.</summary>
/// <remarks>
/// The rule, in this order: what counts beats a near miss (of two near misses the surer wins); a kind with its own form and check beats one without (<see cref="RankOf"/>);
/// the longer beats the shorter; the surer beats the less sure; the one that begins first; the one whose recognizer comes first. The
/// loser keeps what the winner leaves of it, the longest piece with a letter or digit, so that no word that somebody found goes
/// unfound; a near miss that overlaps what counts is dropped. A listed fact ("my brother Sam works there") never hides the name in it,
/// because held and masked kinds rank before listed ones.
/// </remarks>
internal static class FindingOrder
{
    /// <summary>The findings without overlaps, by start.</summary>
    /// <param name="text">The text whose positions they have.</param>
    /// <param name="findings">In the order of the recognizers.</param>
    public static List<Finding> Settle(string text, IReadOnlyList<Finding> findings)
    {
        if (findings.Count < 2)
        {
            return [.. findings];
        }

        var order = new int[findings.Count];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        Array.Sort(order, (left, right) => Compare(findings[left], findings[right]) is var difference and not 0 ? difference : left.CompareTo(right));
        var kept = new List<Finding>(findings.Count);
        var taken = new bool[text.Length];
        foreach (var finding in order.Select(place => findings[place]))
        {
            var range = Remainder(text, taken, finding.Range);
            if (range == finding.Range || (range.Length > 0 && !finding.IsNearMiss))
            {
                kept.Add(finding with { Range = range });
                taken.AsSpan(range.Start, range.Length).Fill(true);
            }
        }

        kept.Sort((left, right) => left.Range.Start.CompareTo(right.Range.Start));
        return kept;
    }

    /// <summary>Who wins of two findings, the winner first.</summary>
    private static int Compare(Finding left, Finding right)
    {
        if (left.IsNearMiss != right.IsNearMiss)
        {
            return left.IsNearMiss ? 1 : -1;
        }

        var difference = left.IsNearMiss ? right.Score.CompareTo(left.Score) : RankOf(left.Kind).CompareTo(RankOf(right.Kind));
        difference = difference != 0 ? difference : right.Range.Length.CompareTo(left.Range.Length);
        difference = difference != 0 ? difference : right.Score.CompareTo(left.Score);
        return difference != 0 ? difference : left.Range.Start.CompareTo(right.Range.Start);
    }

    /// <summary>Kinds with a form and a check of their own, then forms alone, then what is held, then what is listed.</summary>
    private static int RankOf(FindingKind kind) => kind switch
    {
        FindingKind.Email or FindingKind.IpAddress or FindingKind.PersonalNumber or FindingKind.NamingLink or FindingKind.Handle => 0,
        FindingKind.Postcode or FindingKind.CaseReference or FindingKind.BirthDate => 1,
        FindingKind.Address or FindingKind.Phone or FindingKind.Vehicle => 2,
        FindingKind.Person => 3,
        FindingKind.Child or FindingKind.Victim or FindingKind.Offence or FindingKind.Health => 4,
        FindingKind.Office or FindingKind.Organisation or FindingKind.Education or FindingKind.FileName => 5,
        FindingKind.Place or FindingKind.EventDate or FindingKind.Age or FindingKind.Tenure => 6,
        FindingKind.Role or FindingKind.Family or FindingKind.UnusualEvent or FindingKind.Amount or FindingKind.CaseDetail => 7,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No rank for this kind."),
    };

    /// <summary>The longest piece of a stretch that no kept finding covers, empty where nothing worth having is left.</summary>
    private static TextRange Remainder(string text, bool[] taken, TextRange range)
    {
        if (taken.AsSpan(range.Start, range.Length).IndexOf(true) < 0)
        {
            return range;
        }

        var best = default(TextRange);
        for (var i = range.Start; i < range.End; i++)
        {
            var start = i;
            while (i < range.End && !taken[i])
            {
                i++;
            }

            var piece = Trim(text, start, i);
            best = piece.Length > best.Length ? piece : best;
        }

        return best;
    }

    private static TextRange Trim(string text, int start, int end)
    {
        while (start < end && !char.IsLetterOrDigit(text[start]))
        {
            start++;
        }

        while (end > start && !char.IsLetterOrDigit(text[end - 1]))
        {
            end--;
        }

        return end > start ? new TextRange(start, end) : default;
    }
}
