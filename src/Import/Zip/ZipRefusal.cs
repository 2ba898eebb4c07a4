namespace Blog.Import.Zip;

/// <summary>An entry that is not read.</summary>
/// <param name="ShownName">Its name, cut short and without characters that cannot be seen.</param>
/// <param name="Fault">What kind of fault it is.</param>
/// <param name="Why">A phrase for a message, e.g. "its name leads out of the archive".</param>
internal sealed record ZipRefusal(string ShownName, ZipFault Fault, string Why);
