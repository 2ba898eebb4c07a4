using System.Text;

namespace Blog.Import.Readers;

/// <summary>Reads tables of comma-separated values (RFC 4180): quoted cells, doubled quotes, line ends within quotes.</summary>
internal static class CsvTable
{
    /// <summary>Most rows that are read.</summary>
    public const int MostRows = 1_000_000;

    /// <summary>The rows by the names of the first one; blank cells are left out.</summary>
    /// <param name="file">The table, in UTF-8.</param>
    /// <param name="longest">Most characters of it that are read.</param>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Read(SourceFile file, int longest)
    {
        using var stream = file.Open();
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var buffer = new char[16 * 1024];
        var text = new StringBuilder();
        int read;
        while (text.Length < longest && (read = reader.Read(buffer, 0, buffer.Length)) > 0)
        {
            text.Append(buffer, 0, read);
        }

        return Parse(text.ToString());
    }

    /// <summary>As <see cref="Read"/>, of a text.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Parse(string text)
    {
        var rows = new List<IReadOnlyDictionary<string, string>>();
        List<string>? names = null;
        foreach (var cells in Rows(text))
        {
            if (names is null)
            {
                names = cells;
                continue;
            }

            var row = new Dictionary<string, string>(StringComparer.Ordinal);
            for (var i = 0; i < Math.Min(names.Count, cells.Count); i++)
            {
                if (cells[i].Trim() is { Length: > 0 } cell)
                {
                    row.TryAdd(names[i].Trim(), cell);
                }
            }

            rows.Add(row);
            if (rows.Count == MostRows)
            {
                break;
            }
        }

        return rows;
    }

    private static IEnumerable<List<string>> Rows(string text)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        var any = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted)
            {
                if (c != '"')
                {
                    cell.Append(c);
                }
                else if (i + 1 < text.Length && text[i + 1] == '"')
                {
                    cell.Append('"');
                    i++;
                }
                else
                {
                    quoted = false;
                }

                continue;
            }

            any = true;
            switch (c)
            {
                case '"' when cell.Length == 0:
                    quoted = true;
                    break;
                case ',':
                    cells.Add(cell.ToString());
                    cell.Clear();
                    break;
                case '\r':
                    break;
                case '\n':
                    cells.Add(cell.ToString());
                    cell.Clear();
                    if (cells.Count > 1 || cells[0].Length > 0)
                    {
                        yield return cells;
                    }

                    cells = [];
                    any = false;
                    break;
                default:
                    cell.Append(c);
                    break;
            }
        }

        if (any || cell.Length > 0)
        {
            cells.Add(cell.ToString());
            yield return cells;
        }
    }
}
