namespace Blog.Redact.Tagging;

/// <summary>A stretch of a text that somebody has decided on.</summary>
/// <param name="Range">Where: positions of the Markdown source.</param>
/// <param name="Kind">What it is, or was taken for.</param>
/// <param name="IsMasked">Whether it is taken out; else it stays.</param>
public readonly record struct TaughtStretch(TextRange Range, FindingKind Kind, bool IsMasked)
{
    /// <summary>The type of the annotated corpora that comes nearest; <see cref="TagType.None"/> for kinds whose form rules know better.</summary>
    internal TagType Type => Kind switch
    {
        FindingKind.Person or FindingKind.Handle => TagType.Person,
        FindingKind.Place or FindingKind.Address => TagType.Place,
        FindingKind.Office or FindingKind.Organisation => TagType.Organisation,
        FindingKind.CaseReference => TagType.Code,
        FindingKind.EventDate or FindingKind.BirthDate or FindingKind.Tenure => TagType.Date,
        FindingKind.Age or FindingKind.Role or FindingKind.Health or FindingKind.Education or FindingKind.Family => TagType.Demographic,
        FindingKind.Amount => TagType.Quantity,
        FindingKind.CaseDetail or FindingKind.UnusualEvent or FindingKind.Offence or FindingKind.Child or FindingKind.Victim => TagType.CaseDetail,
        FindingKind.Email or FindingKind.Phone or FindingKind.Postcode or FindingKind.PersonalNumber or FindingKind.Vehicle or FindingKind.IpAddress or FindingKind.NamingLink or FindingKind.FileName => TagType.None,
        _ => throw new InvalidOperationException($"No type for the kind {Kind}."),
    };

    /// <summary>The chain that is asked for it; null where rules know it better.</summary>
    internal TagScheme? Scheme => Type switch
    {
        TagType.None => null,
        TagType.Person or TagType.Place or TagType.Organisation => TagScheme.Names,
        _ => TagScheme.Records,
    };
}
