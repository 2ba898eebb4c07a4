namespace Blog.Model;

/// <summary>Where a post came from; nothing more precise is ever public.</summary>
public enum Provenance
{
    /// <summary>Written by the editor in <c>input/</c>.</summary>
    Editor,

    /// <summary>From an old blog's export.</summary>
    Blog,

    /// <summary>From a plain-text capture of an old page.</summary>
    Capture,

    /// <summary>A guest post, published with consent.</summary>
    Guest,
}
