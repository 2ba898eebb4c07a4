namespace Blog.Guests.Submissions;

/// <summary>What a writer says to the text as the editors would publish it.</summary>
public enum WriterAnswer
{
    /// <summary>Publish it as it stands in the answer.</summary>
    Yes,

    /// <summary>Change something.</summary>
    Change,

    /// <summary>Do not publish it, or take it down.</summary>
    Withdraw,
}
