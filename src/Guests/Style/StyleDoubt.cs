namespace Blog.Guests.Style;

/// <summary>Why nothing is said about how near a text is to others.</summary>
public enum StyleDoubt
{
    /// <summary>There is no doubt of these kinds.</summary>
    None,

    /// <summary>The text is too short to say.</summary>
    TextTooShort,

    /// <summary>No texts were named, or they are too short together.</summary>
    NamedTooShort,

    /// <summary>The crowd has too few texts that are long enough.</summary>
    CrowdTooSmall,
}
