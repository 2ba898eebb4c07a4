namespace Blog.Moderate;

/// <summary>A decision that cannot be made as asked; nothing was changed. The message says why and what to do, and repeats no word of a text.</summary>
public sealed class ModerationException : Exception
{
    /// <summary>Makes it.</summary>
    public ModerationException(string message)
        : base(message)
    {
    }
}
