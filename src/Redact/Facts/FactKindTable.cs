namespace Blog.Redact.Facts;

/// <summary>What each <see cref="FactKind"/> is called, and as what kind of finding it is taken out.</summary>
public static class FactKindTable
{
    /// <summary>The words for a kind, as they stand in a sentence: "length of service".</summary>
    public static string WordOf(FactKind kind) => kind switch
    {
        FactKind.Age => "age",
        FactKind.Area => "area",
        FactKind.Role => "role",
        FactKind.Tenure => "length of service",
        FactKind.Employer => "employer",
        FactKind.Education => "education",
        FactKind.Family => "family",
        FactKind.UnusualEvent => "unusual event",
        FactKind.Sex => "sex",
        FactKind.Health => "health",
        FactKind.RelationshipStatus => "relationship",
        FactKind.Income => "income",
        FactKind.BirthPlace => "origin",
        FactKind.Occupation => "occupation",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No word for this kind."),
    };

    /// <summary>The kind of finding.</summary>
    public static FindingKind FindingOf(FactKind kind) => kind switch
    {
        FactKind.Age => FindingKind.Age,
        FactKind.Area or FactKind.BirthPlace => FindingKind.Place,
        FactKind.Role or FactKind.Occupation => FindingKind.Role,
        FactKind.Tenure => FindingKind.Tenure,
        FactKind.Employer => FindingKind.Organisation,
        FactKind.Education => FindingKind.Education,
        FactKind.Family or FactKind.RelationshipStatus => FindingKind.Family,
        FactKind.UnusualEvent or FactKind.Income or FactKind.Sex => FindingKind.UnusualEvent,
        FactKind.Health => FindingKind.Health,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No kind of finding for this fact."),
    };
}
