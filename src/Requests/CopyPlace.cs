namespace Blog.Requests;

/// <summary>A place where copies of a text may lie.</summary>
/// <param name="Word">Its word in the table; as a step of a request <c>copy-</c> goes before it.</param>
/// <param name="IsSeen">Whether the program can look there itself.</param>
/// <param name="Words">What it is.</param>
/// <param name="Way">How a copy there goes away.</param>
public sealed record CopyPlace(string Word, bool IsSeen, string Words, string Way)
{
    /// <summary>The word under which a request keeps whether a person has seen to it.</summary>
    public string Step => "copy-" + Word;
}
