namespace Blog.Redact;

/// <summary>How surely a variant of a term means the same.</summary>
public enum VariantStrength
{
    /// <summary>It means the term wherever it stands.</summary>
    Sure,

    /// <summary>It means the term where the term itself, or a sure variant, stands in the same thread: a first name alone, initials, an acronym.</summary>
    InContext,
}
