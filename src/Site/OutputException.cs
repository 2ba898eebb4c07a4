namespace Blog.Site;

/// <summary>A build that cannot write its output as it must; nothing published was changed. The message says what, where, why, and what to do.</summary>
public sealed class OutputException : Exception
{
    /// <summary>A complete message in four parts.</summary>
    public OutputException(string message)
        : base(message)
    {
    }

    /// <summary>A complete message in four parts, with its cause.</summary>
    public OutputException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
