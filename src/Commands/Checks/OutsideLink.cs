using System.Globalization;
using Blog.Model;

namespace Blog.Commands.Checks;

/// <summary>A link of a text to another site.</summary>
/// <param name="Path">File within <c>input/</c>.</param>
/// <param name="Line">Line, from 1; 0 where it is not known.</param>
/// <param name="Date">Date of the text; null where none is known.</param>
/// <param name="Address">Where it leads, absolute.</param>
internal sealed record OutsideLink(string Path, int Line, PublicDate? Date, string Address)
{
    /// <summary>Its place, as messages name it.</summary>
    public string Place => Line == 0 ? Path : string.Create(CultureInfo.InvariantCulture, $"{Path}:{Line}");

    /// <summary>
    /// Address of a copy at the Internet Archive nearest to the text's date, whether there is one or not: <c>https://web.archive.org/web/20151215/https://...</c> (a shorter
    /// date is completed there; without a date <c>2</c> asks for the latest). Nobody is asked for it.
    /// </summary>
    public string WaybackAddress => $"https://web.archive.org/web/{ArchiveDate ?? "2"}/{Address}";

    /// <summary>The text's date as the Internet Archive writes it, <c>20151215</c> or <c>201512</c>; null where none is known.</summary>
    public string? ArchiveDate => Date?.ToString() is { } date ? date[..Math.Min(10, date.Length)].Replace("-", string.Empty, StringComparison.Ordinal) : null;
}
