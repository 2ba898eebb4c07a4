namespace Blog.Guests.Submissions;

/// <summary>An export cannot be read, or a submission cannot be used so. The message says what is wrong and what to do, and nothing of any text.</summary>
public sealed class InboxException : Exception
{
    /// <summary>Makes one.</summary>
    public InboxException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one out of another.</summary>
    public InboxException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
