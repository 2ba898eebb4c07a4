namespace Blog.Redact.Gazetteers;

/// <summary>What a phrase of the tables names.</summary>
internal enum PhraseKind
{
    /// <summary>A town, county, region or country of the United Kingdom and Ireland.</summary>
    Place,

    /// <summary>A place whose name is also an ordinary word or a person's name ("Reading", "Lincoln").</summary>
    AmbiguousPlace,

    /// <summary>A nation, or a country abroad.</summary>
    Country,

    /// <summary>A court, prison, police force, former company or other office that needs no word beside it.</summary>
    Office,

    /// <summary>A prison's name, which is a prison with "HMP" or "prison" beside it.</summary>
    Prison,

    /// <summary>A probation region, area or trust, which is one with "probation", "NPS", "CRC" or the like beside it.</summary>
    ProbationArea,

    /// <summary>A company or charity.</summary>
    Organisation,

    /// <summary>A company or charity whose name is an ordinary word: only with its capital.</summary>
    AmbiguousOrganisation,

    /// <summary>A ministry, union, party or other body that everybody knows: never a finding, and a fence for names of people.</summary>
    PublicBody,

    /// <summary>Words that look like a name and are none: "Mickey Mouse", "Stockholm syndrome".</summary>
    FigureOfSpeech,

    /// <summary>An illness, injury or condition.</summary>
    Health,

    /// <summary>A condition so common that it says little by itself.</summary>
    CommonHealth,

    /// <summary>A role in probation, prisons, courts or police.</summary>
    Role,
}
