namespace Blog.Redact.Gazetteers;

/// <summary>What a phrase of the tables names.</summary>
internal enum PhraseKind
{
    /// <summary>A town, county, region or country of the United Kingdom and Ireland.</summary>
    Place,

    /// <summary>A place whose name is also an ordinary word or a person's name ("Reading", "Lincoln").</summary>
    AmbiguousPlace,

    /// <summary>A court, prison, police force, probation region, former company or trust.</summary>
    Office,

    /// <summary>A company or charity.</summary>
    Organisation,

    /// <summary>A ministry, union, party or other body that everybody knows: never a finding, and a fence for names of people.</summary>
    PublicBody,

    /// <summary>Words that look like a name and are none: "Mickey Mouse", "Stockholm syndrome".</summary>
    FigureOfSpeech,
}
