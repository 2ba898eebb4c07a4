using System.Text;

namespace Blog.Guests.Submissions;

/// <summary>Reads a table of comma-separated values (RFC 4180), row by row; a cell that is too long is null, so that none fills the memory.</summary>
internal static class CsvRows
{
    /// <summary>The rows; blank lines are passed over.</summary>
    /// <param name="text">The table.</param>
    /// <param name="most">Most UTF-16 units of a cell.</param>
    public static IEnumerable<IReadOnlyList<string?>> Read(TextReader text, int most)
    {
        var row = new List<string?>();
        var cell = new StringBuilder();
        var (isQuoted, isTooLong, hasAny) = (false, false, false);
        var buffer = new char[16 * 1024];
        var (at, length) = (0, 0);
        while (Next() is var sign and >= 0)
        {
            if (isQuoted)
            {
                if (sign != '"')
                {
                    Add((char)sign);
                }
                else if (Peek() == '"')
                {
                    Next();
                    Add('"');
                }
                else
                {
                    isQuoted = false;
                }

                continue;
            }

            switch (sign)
            {
                case '"' when cell.Length == 0:
                    (isQuoted, hasAny) = (true, true);
                    break;
                case ',':
                    End();
                    hasAny = true;
                    break;
                case '\r' when Peek() == '\n':
                    break;
                case '\n':
                    if (hasAny)
                    {
                        End();
                        yield return row;
                        row = [];
                    }

                    hasAny = false;
                    break;
                default:
                    Add((char)sign);
                    hasAny = true;
                    break;
            }
        }

        if (hasAny)
        {
            End();
            yield return row;
        }

        void Add(char sign)
        {
            if (cell.Length < most)
            {
                cell.Append(sign);
            }
            else
            {
                isTooLong = true;
            }
        }

        void End()
        {
            row.Add(isTooLong ? null : cell.ToString());
            cell.Clear();
            isTooLong = false;
        }

        int Peek()
        {
            if (at == length)
            {
                (at, length) = (0, text.Read(buffer, 0, buffer.Length));
            }

            return at < length ? buffer[at] : -1;
        }

        int Next()
        {
            var sign = Peek();
            at += sign < 0 ? 0 : 1;
            return sign;
        }
    }
}
