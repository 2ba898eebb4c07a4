namespace Blog.Guests;

/// <summary>What a writer chose when they agreed.</summary>
/// <param name="Scope">What may stand.</param>
/// <param name="Until">Last day on which it may stand; null for no end.</param>
/// <param name="OpenComments">Whether comments may be written under it.</param>
/// <param name="KeepOriginal">Whether the text as it was sent is kept, sealed; else it is destroyed once the text is published.</param>
public sealed record ConsentTerms(ConsentScope Scope, DateOnly? Until, bool OpenComments, bool KeepOriginal);
