namespace Blog.Redact.Tagging;

/// <summary>How much the tagger reports.</summary>
public enum TagMode
{
    /// <summary>What is more likely right than wrong: a list to read.</summary>
    Suggest,

    /// <summary>Everything that might tell who somebody is: nothing that identifies directly is to be missed.</summary>
    Guard,
}
