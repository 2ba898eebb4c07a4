using Blog.Redact.Facts.Patterns;

namespace Blog.Redact.Facts;

/// <summary>Brings what a pattern took into the one form in which facts of its kind are compared.</summary>
internal readonly struct FactValues
{
    private const double MonthsInYear = 12;
    private readonly ClassNames _classes;
    private readonly IReadOnlyList<Capture> _captures;

    /// <summary>Values of what a pattern's classes recognised.</summary>
    public FactValues(ClassNames classes, IReadOnlyList<Capture> captures)
    {
        _classes = classes;
        _captures = captures;
    }

    /// <summary>The value of a match.</summary>
    public FactValue Of(FactPattern pattern, int? written) => pattern.Value is { } given ? new FactValue(Filled(given)) : pattern.Kind switch
    {
        FactKind.Age => Find("year") is { } born
            ? written is { } year && born.Low is { } birth ? FactValue.Between(year - birth - 1, year - birth) : new FactValue($"born {born.Low}")
            : NumberOf("age", "decade"),
        FactKind.Tenure => Find("year") is { } since
            ? written is { } year && since.Low is { } begun ? FactValue.Between(Math.Max(0, (year - begun - 1) * MonthsInYear), (year - begun + 1) * MonthsInYear) : new FactValue($"since {since.Low}")
            : NumberOf("dur", "n"),
        FactKind.Income => Find("money") is not null ? NumberOf("money") : Phrase("means", "n"),
        FactKind.Area or FactKind.BirthPlace => Phrase("place", "people", "local"),
        FactKind.Education => Joined("degree", "subject"),
        FactKind.Family => Joined("rel", "service", "role", "occ"),
        FactKind.Role => Phrase("role"),
        FactKind.Occupation => Phrase("occ", "workplace", "craft"),
        FactKind.Employer => Phrase("employer"),
        FactKind.Health => Phrase("health"),
        FactKind.UnusualEvent => Phrase("event"),
        FactKind.RelationshipStatus => Phrase("status", "living"),
        FactKind.Sex => FactValue.Unknown,
        _ => throw new InvalidOperationException($"Facts of the kind {pattern.Kind} have no value."),
    };

    /// <summary>A given value with the number of a class in braces put in: <c>cohort {n}</c>.</summary>
    private string Filled(string given)
    {
        var open = given.IndexOf('{', StringComparison.Ordinal);
        return open < 0 ? given : FormattableString.Invariant($"{given[..open]}{Find(given[(open + 1)..^1])?.Low}");
    }

    private Capture? Find(string name)
    {
        var number = _classes.Number(name);
        for (var i = _captures.Count - 1; i >= 0; i--) // the fact's own words come last
        {
            if (_captures[i].Class == number)
            {
                return _captures[i];
            }
        }

        return null;
    }

    private FactValue NumberOf(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Find(name) is { Low: { } low, High: { } high })
            {
                return FactValue.Between(low, high);
            }
        }

        return FactValue.Unknown;
    }

    private FactValue Phrase(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Find(name) is { Value.Length: > 0 } found)
            {
                return new FactValue(found.Value);
            }
        }

        return FactValue.Unknown;
    }

    /// <summary>The values of all classes that were taken, with "; " between them: <c>masters; computer science</c>.</summary>
    private FactValue Joined(params ReadOnlySpan<string> names)
    {
        var values = new List<string>();
        foreach (var name in names)
        {
            if (Find(name) is { Value.Length: > 0 } found)
            {
                values.Add(found.Value);
            }
        }

        return new FactValue(string.Join("; ", values));
    }
}
