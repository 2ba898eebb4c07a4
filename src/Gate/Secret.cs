using Blog.Text;

namespace Blog.Gate;

/// <summary>One detail that must not be in the published site, or not in a part of it.</summary>
/// <param name="Case">The number by which the private store knows it; it may be shown.</param>
/// <param name="Text">The words or number, as a person wrote them. Never shown.</param>
/// <param name="Scope">Where it is forbidden.</param>
public sealed record Secret(string Case, string Text, SecretScope Scope)
{
    /// <summary>In which letter case it counts; initials and acronyms in capitals only.</summary>
    public LetterCase Letters { get; init; }

    /// <summary>What a person does where it is found; null for the usual words. Without any of its own.</summary>
    public string? Remedy { get; init; }

    /// <summary>The case alone, so that no message holds the words.</summary>
    public override string ToString() => $"Secret({Case})";
}
