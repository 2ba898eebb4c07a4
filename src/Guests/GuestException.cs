namespace Blog.Guests;

/// <summary>Something cannot be done with a guest's text as it is; the message says what, why and what to do, without a word of the text. Nothing was changed.</summary>
public sealed class GuestException : Exception
{
    /// <summary>Makes one.</summary>
    public GuestException(string message)
        : base(message)
    {
    }
}
