namespace Blog.Guests.Submissions;

/// <summary>Why an entry of an export was not kept.</summary>
public enum SkippedReason
{
    /// <summary>Its field is empty.</summary>
    Empty,

    /// <summary>It is no encrypted message: spam, a test, another form's entry.</summary>
    NoMessage,

    /// <summary>It is longer than any message of the page.</summary>
    TooLong,
}
