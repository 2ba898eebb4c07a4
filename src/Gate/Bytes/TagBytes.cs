namespace Blog.Gate.Bytes;

/// <summary>Finds where a tag, comment or declaration that begins at a place ends, as browsers do; lenient, where <see cref="Html.PageTokens"/> refuses.</summary>
internal static class TagBytes
{
    /// <summary>What begins with a <c>&lt;</c>.</summary>
    public enum Kind
    {
        /// <summary>Nothing: the sign is text.</summary>
        Text,

        /// <summary>A start tag, also one that closes itself.</summary>
        Start,

        /// <summary>An end tag.</summary>
        End,

        /// <summary>A comment.</summary>
        Comment,

        /// <summary>The opening of a CDATA section; what follows is text.</summary>
        CData,

        /// <summary>A declaration or processing instruction.</summary>
        Declaration,
    }

    /// <summary>Reads what begins at the <c>&lt;</c> at a place.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="at">Offset of the <c>&lt;</c>.</param>
    /// <param name="name">Range of the tag's name.</param>
    /// <param name="end">After the closing <c>&gt;</c>.</param>
    public static Kind Read(ReadOnlySpan<byte> bytes, int at, out Range name, out int end)
    {
        name = at..at;
        end = at + 1;
        if (at + 1 >= bytes.Length)
        {
            return Kind.Text;
        }

        var next = bytes[at + 1];
        if (next == (byte)'!')
        {
            return ReadDeclaration(bytes, at, out end);
        }

        var isEnd = next == (byte)'/';
        var first = isEnd ? at + 2 : at + 1;
        if (next == (byte)'?' || first >= bytes.Length || !char.IsAsciiLetter((char)bytes[first]))
        {
            return next == (byte)'?' ? Find(bytes, at, (byte)'>', out end, Kind.Declaration) : Kind.Text;
        }

        var last = first;
        while (last < bytes.Length && bytes[last] is not ((byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f' or (byte)'/' or (byte)'>'))
        {
            last++;
        }

        name = first..last;
        return TryEnd(bytes, last, out end) ? (isEnd ? Kind.End : Kind.Start) : Kind.Text;
    }

    /// <summary>The <c>&gt;</c> outside quotes; a quote begins a value only after a <c>=</c>, as browsers see it.</summary>
    private static bool TryEnd(ReadOnlySpan<byte> bytes, int at, out int end)
    {
        end = at;
        var afterEquals = false;
        while (at < bytes.Length)
        {
            var c = bytes[at];
            if (c == (byte)'>')
            {
                end = at + 1;
                return true;
            }

            if (afterEquals && c is (byte)'"' or (byte)'\'')
            {
                var close = bytes[(at + 1)..].IndexOf(c);
                if (close < 0)
                {
                    return false;
                }

                at += close + 2;
                afterEquals = false;
                continue;
            }

            afterEquals = c == (byte)'=' || (afterEquals && c is (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r');
            at++;
        }

        return false;
    }

    private static Kind ReadDeclaration(ReadOnlySpan<byte> bytes, int at, out int end)
    {
        var rest = bytes[at..];
        if (rest.StartsWith("<!--"u8))
        {
            var close = rest[4..].IndexOf("-->"u8);
            end = close < 0 ? at + 1 : at + 4 + close + 3;
            return close < 0 ? Kind.Text : Kind.Comment;
        }

        if (rest.StartsWith("<![CDATA["u8))
        {
            end = at + 9;
            return Kind.CData;
        }

        return Find(bytes, at, (byte)'>', out end, Kind.Declaration);
    }

    private static Kind Find(ReadOnlySpan<byte> bytes, int at, byte wanted, out int end, Kind kind)
    {
        var close = bytes[at..].IndexOf(wanted);
        end = close < 0 ? at + 1 : at + close + 1;
        return close < 0 ? Kind.Text : kind;
    }
}
