namespace Blog.Text;

/// <summary>Finds all of several patterns in a sequence of letters.</summary>
internal interface ILetterSearch
{
    /// <summary>Finds all occurrences within [from, to).</summary>
    /// <param name="letters">The letters; matches lie wholly within the range.</param>
    /// <param name="from">First letter.</param>
    /// <param name="to">After the last letter.</param>
    /// <param name="found">Takes each by pattern and first letter, in any order.</param>
    void Search(ReadOnlySpan<char> letters, int from, int to, List<(int Pattern, int Start)> found);
}
