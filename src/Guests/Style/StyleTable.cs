using Blog.Redact;

namespace Blog.Guests.Style;

/// <summary>Reads the three tables of this folder.</summary>
internal static class StyleTable
{
    /// <summary>Words of the closed classes, in lower case, in the order of the table.</summary>
    public static readonly IReadOnlyList<string> FunctionWords = WordTable.Read("Guests.Style.function-words");

    /// <summary>Short and long forms of one meaning, in lower case.</summary>
    public static readonly IReadOnlyList<(string Short, string Long)> Contractions =
        [.. WordTable.Read("Guests.Style.contractions").Select(line => line.Split('\t')).Select(cells => (cells[0], cells[1]))];

    /// <summary>Kind, word or phrase, and what can stand instead.</summary>
    public static readonly IReadOnlyList<(string Kind, string Word, string Instead)> NeutralWords =
        [.. WordTable.Read("Guests.Style.neutral-words").Select(line => line.Split('\t')).Select(cells => (cells[0], cells[1], cells.Length > 2 ? cells[2] : string.Empty))];
}
