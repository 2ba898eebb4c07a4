namespace Blog.Guests;

/// <summary>A fact that a text tells of its writer without a name.</summary>
/// <param name="Kind">What it is, in plain words.</param>
/// <param name="Places">Where it stands in the body, in order.</param>
public sealed record GuestFact(string Kind, IReadOnlyList<ToldWords> Places);
