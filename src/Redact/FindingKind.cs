namespace Blog.Redact;

/// <summary>What a stretch of text is that may tell who somebody is. The words moderators think in; one word for one thing in every list and message.</summary>
public enum FindingKind
{
    /// <summary>A private person's name, whole or in part.</summary>
    Person,

    /// <summary>A town, county, region or other place.</summary>
    Place,

    /// <summary>An office, court, prison, police force, probation region, hospital or other place of work.</summary>
    Office,

    /// <summary>A company, trust, charity or other organisation.</summary>
    Organisation,

    /// <summary>An e-mail address, plain or disguised.</summary>
    Email,

    /// <summary>A telephone number.</summary>
    Phone,

    /// <summary>A postcode.</summary>
    Postcode,

    /// <summary>A street address.</summary>
    Address,

    /// <summary>A number that stands for one person: National Insurance, NHS, prison, PNC.</summary>
    PersonalNumber,

    /// <summary>The reference of one case.</summary>
    CaseReference,

    /// <summary>A vehicle's registration.</summary>
    Vehicle,

    /// <summary>A date of birth.</summary>
    BirthDate,

    /// <summary>The exact date of an event.</summary>
    EventDate,

    /// <summary>Somebody's age.</summary>
    Age,

    /// <summary>How long somebody has been in a post or service.</summary>
    Tenure,

    /// <summary>A role, with or without its rank.</summary>
    Role,

    /// <summary>A relative, above all one in the same service.</summary>
    Family,

    /// <summary>What and where somebody studied.</summary>
    Education,

    /// <summary>A handle or a link to a profile.</summary>
    Handle,

    /// <summary>An IP address.</summary>
    IpAddress,

    /// <summary>A link whose address names a person.</summary>
    NamingLink,

    /// <summary>The name of a file.</summary>
    FileName,

    /// <summary>A child, or somebody who can only be spoken of as one ("my 9 year old client").</summary>
    Child,

    /// <summary>A victim of an offence.</summary>
    Victim,

    /// <summary>An offence told together with whom it was done by or to.</summary>
    Offence,

    /// <summary>Somebody's health.</summary>
    Health,

    /// <summary>An event that happened once, and so singles out who was there.</summary>
    UnusualEvent,

    /// <summary>An amount with its unit: money, a distance, how many.</summary>
    Amount,

    /// <summary>A detail of one person's case that fits no other kind.</summary>
    CaseDetail,
}
