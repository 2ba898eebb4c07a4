namespace Blog.Import;

/// <summary>What was found under the path given to <c>import</c>.</summary>
/// <param name="Jobs">Sources to import, by path in ordinal order; at least one.</param>
/// <param name="Refused">Files of a folder that are not read, each with a complete message, by path; never empty in silence.</param>
/// <param name="PassedOver">Files of a folder that are no archive at all (notes, pictures), by path.</param>
public sealed record ImportSources(IReadOnlyList<ImportJob> Jobs, IReadOnlyList<string> Refused, IReadOnlyList<string> PassedOver)
{
    /// <summary>Files in the folder <c>Albums</c> of a Google Takeout that came along, in a zip or in a folder; by path.</summary>
    public IReadOnlyList<SourceFile> Albums { get; init; } = [];
}
