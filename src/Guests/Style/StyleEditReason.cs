namespace Blog.Guests.Style;

/// <summary>Why an edit is offered.</summary>
public enum StyleEditReason
{
    /// <summary>A misspelling.</summary>
    Misspelling,

    /// <summary>A spelling that few of the crowd use.</summary>
    RareSpelling,

    /// <summary>A formal word or phrase that few of the crowd use.</summary>
    RareWord,

    /// <summary>A filler that few of the crowd use, and that can go.</summary>
    Filler,

    /// <summary>Short or long forms ("don't", "do not") against the crowd's habit.</summary>
    ShortOrLongForm,
}
