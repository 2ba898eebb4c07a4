namespace Blog.Redact.Gazetteers;

/// <summary>What a word is known to be; one word may be several things ("Will": a forename, a surname and an ordinary word).</summary>
[Flags]
internal enum WordClass
{
    /// <summary>In no list.</summary>
    None = 0,

    /// <summary>A first name.</summary>
    Forename = 1,

    /// <summary>A surname.</summary>
    Surname = 1 << 1,

    /// <summary>A name that is also an ordinary word, a month or a place: it needs context.</summary>
    Ambiguous = 1 << 2,

    /// <summary>An ordinary word.</summary>
    Common = 1 << 3,

    /// <summary>An honorific or a rank that stands before a surname.</summary>
    Title = 1 << 4,

    /// <summary>A month.</summary>
    Month = 1 << 5,

    /// <summary>A day of the week.</summary>
    Weekday = 1 << 6,

    /// <summary>A part inside surnames: "de", "van", "bin".</summary>
    Particle = 1 << 7,

    /// <summary>Begins at least one phrase of the tables.</summary>
    BeginsPhrase = 1 << 8,

    /// <summary>What somebody says, does or suffers: it stands right after a person's name.</summary>
    PersonVerb = 1 << 9,

    /// <summary>A relative, a colleague, a role: it stands right before a person's name ("my manager X").</summary>
    PersonNoun = 1 << 10,

    /// <summary>Makes an office that is public of the name beside it: "Minister", "MP", "Baroness".</summary>
    PublicOffice = 1 << 11,

    /// <summary>After a surname it makes a law, a report or a body: "the Carter Review".</summary>
    NamedThing = 1 << 12,
}
