namespace Blog.Redact.Facts;

/// <summary>What a fact says of a person. None names anybody; several together can (quasi-identifiers).</summary>
public enum FactKind
{
    /// <summary>Age or year of birth.</summary>
    Age,

    /// <summary>Where somebody lives or works.</summary>
    Area,

    /// <summary>A rank or role in probation, prisons, courts, police or care.</summary>
    Role,

    /// <summary>How long somebody has done something, or since when.</summary>
    Tenure,

    /// <summary>For whom somebody works.</summary>
    Employer,

    /// <summary>What and where somebody studied, and with what result.</summary>
    Education,

    /// <summary>A relative and what is said of them.</summary>
    Family,

    /// <summary>Something that happened to few.</summary>
    UnusualEvent,

    /// <summary>Man or woman.</summary>
    Sex,

    /// <summary>An illness, disability or state of health.</summary>
    Health,

    /// <summary>Married, single, widowed and the like.</summary>
    RelationshipStatus,

    /// <summary>What somebody earns, in numbers, bands or words.</summary>
    Income,

    /// <summary>Where somebody was born or grew up.</summary>
    BirthPlace,

    /// <summary>A trade or profession outside the services that <see cref="Role"/> names.</summary>
    Occupation,
}
