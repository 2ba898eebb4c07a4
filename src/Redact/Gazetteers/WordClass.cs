namespace Blog.Redact.Gazetteers;

/// <summary>What a word is known to be; one word may be several things ("Will": a forename, a surname and an ordinary word).</summary>
[Flags]
internal enum WordClass : ulong
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

    /// <summary>A relative: "father", "wife".</summary>
    Relative = 1 << 13,

    /// <summary>Somebody under age: "boy", "toddler", "my daughter".</summary>
    Child = 1 << 14,

    /// <summary>What a court or the police did with somebody: "convicted", "jailed".</summary>
    Sentence = 1 << 15,

    /// <summary>An offence, as a thing or as a deed: "burglary", "stabbed".</summary>
    Offence = 1 << 16,

    /// <summary>Somebody to whom it was done.</summary>
    Victim = 1 << 17,

    /// <summary>A span of time: "years", "months".</summary>
    TimeUnit = 1 << 18,

    /// <summary>A word that age is told with: "aged", "old", "fifties".</summary>
    Age = 1 << 19,

    /// <summary>Where one studies, or what for: "university", "degree".</summary>
    Education = 1 << 20,

    /// <summary>What a street is called: "Road", "Avenue".</summary>
    Street = 1 << 21,

    /// <summary>What ends the name of a company, body or place of work: "Ltd", "Hospital", "School".</summary>
    Institution = 1 << 22,

    /// <summary>A word before a place: "in", "at", "from".</summary>
    PlacePreposition = 1 << 23,

    /// <summary>Begins a service: "joined", "qualified", "since".</summary>
    Career = 1 << 24,

    /// <summary>Illness in general: "diagnosed", "suffers".</summary>
    Illness = 1 << 25,

    /// <summary>What happens once: "only", "first", "headlines".</summary>
    Unusual = 1 << 26,

    /// <summary>A number in words.</summary>
    NumberWord = 1 << 27,

    /// <summary>A probation office, court, prison or the like beside a place's name: "probation", "CRC", "court", "HMP".</summary>
    OfficeWord = 1 << 28,

    /// <summary>Opens the name of a place: "San", "Port", "Lake".</summary>
    PlaceOpener = 1 << 29,

    /// <summary>What a court or the police have of somebody: "conviction", "charge", "trial".</summary>
    Trial = 1 << 30,

    /// <summary>A number from ten to ninety-nine, as ages are told; a sentence has it too where it has such digits.</summary>
    Tens = 1UL << 31,

    /// <summary>Where people have handles, or what they call them: "Twitter", "username".</summary>
    Service = 1UL << 32,
}
