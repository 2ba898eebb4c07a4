namespace Blog.Text;

/// <summary>The folded letters of a text with their places, as the matcher reads them.</summary>
/// <remarks>All spans but <see cref="Odd"/> have the same length, and <see cref="Shapes"/> is empty where no letter looks like another than it folds to.</remarks>
public readonly ref struct FoldedLetters(ReadOnlySpan<char> letters, ReadOnlySpan<char> shapes, ReadOnlySpan<int> starts, ReadOnlySpan<int> ends, ReadOnlySpan<ushort> traits, ReadOnlySpan<int> odd)
{
    /// <summary>The letters.</summary>
    public ReadOnlySpan<char> Letters { get; } = letters;

    /// <summary>The letters as each of them looks.</summary>
    public ReadOnlySpan<char> Shapes { get; } = shapes;

    /// <summary>Where each letter's character begins in the source.</summary>
    public ReadOnlySpan<int> Starts { get; } = starts;

    /// <summary>Where each letter's character ends in the source.</summary>
    public ReadOnlySpan<int> Ends { get; } = ends;

    /// <summary>The letters, in order, that may be written for others: digits, letters beyond ASCII that look like i or l, capitals I within words.</summary>
    public ReadOnlySpan<int> Odd { get; } = odd;

    private ReadOnlySpan<ushort> Traits { get; } = traits;

    /// <summary>Number of letters.</summary>
    public int Length => Letters.Length;

    /// <summary>Whether a letter has a trait.</summary>
    public bool Is(int index, LetterTraits trait) => (Traits[index] & (ushort)trait) != 0;

    /// <summary>What stands before a letter.</summary>
    public LetterGap GapBefore(int index) => (LetterGap)(Traits[index] >> TextFolder.GapShift);
}
