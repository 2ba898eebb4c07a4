namespace Blog.Redact.Tagging;

/// <summary>A stretch that the tagger would mask.</summary>
/// <param name="First">First token.</param>
/// <param name="After">Token after it.</param>
/// <param name="Type">What it is.</param>
/// <param name="Likelihood">How likely it is to be masked, by its likeliest token, 0 to 1.</param>
/// <param name="IsRepeated">Whether it stands here because the same words were masked elsewhere.</param>
internal readonly record struct TagSpan(int First, int After, TagType Type, float Likelihood, bool IsRepeated);
