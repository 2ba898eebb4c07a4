namespace Blog.Redact.Tagging;

/// <summary>What a trained tagger calls a stretch of text: the types of the annotated corpora.</summary>
internal enum TagType : byte
{
    /// <summary>Nothing to mask.</summary>
    None,

    /// <summary>A person's name.</summary>
    Person,

    /// <summary>A place.</summary>
    Place,

    /// <summary>A company, court, office or group.</summary>
    Organisation,

    /// <summary>A product, work or event with a name.</summary>
    OtherName,

    /// <summary>A number or reference of a case, file or plot.</summary>
    Code,

    /// <summary>A job, age, origin, illness: what somebody is.</summary>
    Demographic,

    /// <summary>A date, time or span of time.</summary>
    Date,

    /// <summary>An amount with its unit.</summary>
    Quantity,

    /// <summary>Anything else that tells of one person's case.</summary>
    CaseDetail,
}
