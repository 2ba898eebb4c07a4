namespace Blog.Bench.Search;

/// <summary>How a comparison with the script went.</summary>
/// <param name="Lines">Texts compared.</param>
/// <param name="Characters">Their UTF-16 units.</param>
/// <param name="Tokens">English tokens that were expected.</param>
/// <param name="Capitals">Capital forms that were expected.</param>
/// <param name="Differing">Tokens of any kind that only one of both gave, the larger side a text, and texts whose lower case differs.</param>
/// <param name="Samples">The first few texts that differ, written in ASCII: what was asked, the text, what was expected, what the script gave.</param>
/// <param name="English">MB of UTF-8 a second of the English analyzer, by the browser's clock; 0 where it was not measured.</param>
/// <param name="CapitalForms">The same of the capital forms.</param>
internal sealed record ScriptCount(long Lines, long Characters, long Tokens, long Capitals, long Differing, IReadOnlyList<string> Samples, double English, double CapitalForms);
