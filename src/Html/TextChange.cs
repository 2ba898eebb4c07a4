namespace Blog.Html;

/// <summary>One removal or repair in a text, counted in the ledger by its reason.</summary>
/// <param name="Reason">A fixed phrase from the tables of <c>Html</c>, e.g. <c>script dropped</c>, <c>mojibake repaired</c>; never text of the source.</param>
/// <param name="Count">How often, at least 1.</param>
public sealed record TextChange(string Reason, int Count);
