namespace Blog.Commands;

/// <summary>Wrong use of a verb; nothing was changed. The message says what, why, and what to do.</summary>
internal sealed class UsageException : Exception
{
    public UsageException(string message)
        : base(message)
    {
    }
}
