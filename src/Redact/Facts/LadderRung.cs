namespace Blog.Redact.Facts;

/// <summary>A way of saying a fact more generally, and still truthfully.</summary>
/// <param name="Words">Words for the text.</param>
/// <param name="Meaning">What the words say: a value that the fact's own lies within.</param>
public sealed record LadderRung(string Words, FactValue Meaning)
{
    /// <summary>Nothing: the words may be as private as the fact.</summary>
    public override string ToString() => "a more general word";
}
