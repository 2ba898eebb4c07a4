using System.Text;
using Blog.Import.Xml;

namespace Blog.Import.Readers;

/// <summary>The lines of a text export, decoded as XML exports are: bad UTF-8 read run by run as Windows-1252, and counted.</summary>
internal sealed class DecodedLines(SourceDecoder decoder)
{
    /// <summary>Longest line; what is longer is cut into several.</summary>
    public const int LongestLine = 32 * 1024 * 1024;

    private readonly char[] _buffer = new char[16 * 1024];
    private int _at;
    private int _end;
    private bool _afterReturn;

    /// <summary>The next line without its end (LF, CR or CRLF); null at the end of the source.</summary>
    public string? Read()
    {
        StringBuilder? line = null;
        while (true)
        {
            if (_at == _end)
            {
                _at = 0;
                _end = decoder.Read(_buffer);
                if (_end == 0)
                {
                    return line?.ToString();
                }
            }

            if (_afterReturn && _buffer[_at] == '\n')
            {
                _at++;
                _afterReturn = false;
                continue;
            }

            _afterReturn = false;
            line ??= new StringBuilder();
            var rest = _buffer.AsSpan(_at, _end - _at);
            var end = rest.IndexOfAny('\n', '\r');
            var length = end < 0 ? rest.Length : end;
            line.Append(rest[..length]);
            _at += length;
            if (end >= 0)
            {
                _afterReturn = _buffer[_at++] == '\r';
                return line.ToString();
            }

            if (line.Length > LongestLine)
            {
                return line.ToString();
            }
        }
    }
}
