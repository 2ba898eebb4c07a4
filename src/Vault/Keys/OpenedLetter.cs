namespace Blog.Vault.Keys;

/// <summary>A message from a person, opened and its signature checked.</summary>
/// <param name="Content">What it says.</param>
/// <param name="From">Whose signature it bears.</param>
/// <param name="With">The key of our own that opened it.</param>
public sealed record OpenedLetter(ReadOnlyMemory<byte> Content, PersonKey From, OwnKey With);
