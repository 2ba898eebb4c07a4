namespace Blog.Guests;

/// <summary>What a writer answers to the text as it would stand.</summary>
public enum ConsentAnswer
{
    /// <summary>It may stand so.</summary>
    Yes,

    /// <summary>Something is to be changed first.</summary>
    Change,

    /// <summary>It is not to be published.</summary>
    Withdraw,
}
