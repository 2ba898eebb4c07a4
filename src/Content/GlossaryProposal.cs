namespace Blog.Content;

/// <summary>An abbreviation that texts of the archive explain, for the editor to confirm.</summary>
/// <param name="Term">The abbreviation.</param>
/// <param name="Means">What it stands for, as most of the texts write it.</param>
/// <param name="Explained">Texts that explain it so.</param>
/// <param name="Used">Texts in which it stands at all.</param>
/// <param name="First">Month of the first text with it, <c>2014-02</c>; null where no text has a date.</param>
/// <param name="Last">Month of the last.</param>
public sealed record GlossaryProposal(string Term, string Means, int Explained, int Used, string? First, string? Last);
