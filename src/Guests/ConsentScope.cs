namespace Blog.Guests;

/// <summary>What of a text its writer lets stand.</summary>
public enum ConsentScope
{
    /// <summary>The text as it was shown, and nothing but all of it.</summary>
    Whole,

    /// <summary>The text as it was shown, and parts of it.</summary>
    Extracts,
}
