namespace Blog.Vault;

/// <summary>How far a decision reaches.</summary>
public enum DecisionScope
{
    /// <summary>The one span it names.</summary>
    Place,

    /// <summary>One post or one comment.</summary>
    Text,

    /// <summary>A post with all its comments.</summary>
    Thread,

    /// <summary>Everything by one writer.</summary>
    Writer,

    /// <summary>The whole site.</summary>
    Everywhere,
}
