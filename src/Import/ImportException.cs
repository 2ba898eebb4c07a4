namespace Blog.Import;

/// <summary>A source that cannot be read at all: nothing was changed. The message says what, where, why, and what to do.</summary>
public sealed class ImportException : Exception
{
    /// <summary>A complete message in four parts.</summary>
    public ImportException(string message)
        : base(message)
    {
    }

    /// <summary>A complete message in four parts, with its cause.</summary>
    public ImportException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
