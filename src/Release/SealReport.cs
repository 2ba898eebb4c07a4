namespace Blog.Release;

/// <summary>What a sealed file holds, in counts.</summary>
/// <param name="Terms">Words taken in.</param>
/// <param name="Forms">Different forms of one to five words among them.</param>
/// <param name="Entries">Forms with their scopes, before padding.</param>
/// <param name="Bytes">Size of the file.</param>
/// <param name="Unsealable">Words without a letter or digit, which no check can look for.</param>
public sealed record SealReport(int Terms, int Forms, int Entries, int Bytes, int Unsealable);
