namespace Blog.Requests;

/// <summary>Something was said about a request that cannot be; nothing was changed. The message says what to do.</summary>
public sealed class RequestException : Exception
{
    /// <summary>Makes it.</summary>
    public RequestException(string message)
        : base(message)
    {
    }
}
