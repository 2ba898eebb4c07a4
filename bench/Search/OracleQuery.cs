namespace Blog.Bench.Search;

/// <summary>One query for both searches.</summary>
/// <param name="Kind">What it tries.</param>
/// <param name="Ours">As our search reads it.</param>
/// <param name="Lucene">As Lucene reads it: filters with a boost of 0, so that they do not score.</param>
internal sealed record OracleQuery(string Kind, string Ours, string Lucene);
