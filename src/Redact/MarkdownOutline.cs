using System.Buffers;
using Blog.Text;

namespace Blog.Redact;

/// <summary>
/// Tells apart, in a Markdown text, the words readers read as prose from code, addresses and redaction marks, so that names, masks and
/// clock times are changed in prose alone.
/// </summary>
/// <remarks>
/// One pass, linear in the text: bodies are strangers' texts, and a Markdown parser can be made to take seconds by brackets alone. Where
/// this reading and the build's differ, the text counts as prose: changing a name too many is safe, leaving one is not.
/// </remarks>
public sealed class MarkdownOutline
{
    /// <summary>Longest address looked at; keeps a text of nothing but <c>](</c> linear.</summary>
    private const int MaxAddress = 2048;

    private const int MaxOpenBrackets = 64;

    /// <summary>What ends a bare address.</summary>
    private static readonly SearchValues<char> AddressEnds = SearchValues.Create(" \t\r\n<>\"`");

    /// <summary>What inline syntax begins or ends with.</summary>
    private static readonly SearchValues<char> Marks = SearchValues.Create("\\`<[]");

    private static readonly SearchValues<char> MarksAndAddresses = SearchValues.Create("\\`<[]hHwW");

    private static readonly SearchValues<string> Addresses = SearchValues.Create(["http", "www."], StringComparison.OrdinalIgnoreCase);

    private readonly string _text;
    private readonly List<TextRange> _hidden = [];
    private readonly List<MarkdownLink> _links = [];

    private MarkdownOutline(string text) => _text = text;

    /// <summary>Stretches that are not prose (code, addresses, link syntax, marks), in order, without overlaps.</summary>
    public IReadOnlyList<TextRange> Hidden => _hidden;

    /// <summary>Links, pictures and bare addresses, in the order of their ends (an inner one before the one around it).</summary>
    public IReadOnlyList<MarkdownLink> Links => _links;

    /// <summary>Reads a text.</summary>
    public static MarkdownOutline Read(string text)
    {
        var outline = new MarkdownOutline(text);
        outline.ReadBlocks();
        outline.Tidy();
        return outline;
    }

    private void ReadBlocks()
    {
        var position = 0;
        var proseStart = 0;
        while (position < _text.Length)
        {
            var lineEnd = LineEnd(position);
            if (IsFence(position, lineEnd, out var fence, out var fenceLength))
            {
                ReadInline(proseStart, position);
                var end = lineEnd;
                while (end < _text.Length)
                {
                    var start = end;
                    end = LineEnd(start);
                    if (IsFence(start, end, out var closing, out var closingLength) && closing == fence && closingLength >= fenceLength)
                    {
                        break;
                    }
                }

                _hidden.Add(new TextRange(position, end));
                position = end;
                proseStart = end;
                continue;
            }

            if (IsBlank(position, lineEnd)) // inline syntax does not reach over a blank line
            {
                ReadInline(proseStart, position);
                proseStart = lineEnd;
            }

            position = lineEnd;
        }

        ReadInline(proseStart, _text.Length);
    }

    private int LineEnd(int start)
    {
        var end = _text.IndexOf('\n', start);
        return end < 0 ? _text.Length : end + 1;
    }

    private bool IsBlank(int start, int end) => _text.AsSpan(start, end - start).Trim(" \t\r\n>").IsEmpty;

    private bool IsFence(int start, int end, out char fence, out int length)
    {
        var line = _text.AsSpan(start, end - start).TrimStart(" >");
        fence = line.IsEmpty ? '\0' : line[0];
        length = 0;
        if (fence is not ('`' or '~'))
        {
            return false;
        }

        length = line.IndexOfAnyExcept(fence);
        length = length < 0 ? line.Length : length;
        return length >= 3 && (fence == '~' || !line[length..].Contains('`'));
    }

    private void ReadInline(int start, int end)
    {
        var open = new List<int>();
        HashSet<int>? unclosed = null;
        var marks = _text.AsSpan(start, end - start).ContainsAny(Addresses) ? MarksAndAddresses : Marks; // an h or w stands in every other word
        var i = start;
        while (i < end)
        {
            var step = _text.AsSpan(i, end - i).IndexOfAny(marks);
            if (step < 0)
            {
                return;
            }

            i += step;
            switch (_text[i])
            {
                case '\\':
                    i += 2;
                    break;
                case '`':
                    i = ReadCode(i, end, ref unclosed);
                    break;
                case '<':
                    i = ReadAutolink(i, end);
                    break;
                case '[' when RedactionMark.TryRead(_text.AsSpan(i, end - i), out _, out var length):
                    _hidden.Add(new TextRange(i, i + length));
                    i += length;
                    break;
                case '[':
                    if (open.Count == MaxOpenBrackets)
                    {
                        open.RemoveAt(0);
                    }

                    open.Add(i);
                    i++;
                    break;
                case ']':
                    i = open.Count == 0 ? i + 1 : ReadLinkEnd(open, i, end);
                    break;
                case 'h' or 'H' or 'w' or 'W':
                    i = ReadBare(i, end);
                    break;
                default:
                    throw new InvalidOperationException("A mark of inline syntax that is not read.");
            }
        }
    }

    private int ReadCode(int start, int end, ref HashSet<int>? unclosed)
    {
        var run = RunLength(start, end);
        if (unclosed is not null && unclosed.Contains(run))
        {
            return start + run;
        }

        for (var i = start + run; i < end;)
        {
            var next = _text.IndexOf('`', i, end - i);
            if (next < 0)
            {
                break;
            }

            var length = RunLength(next, end);
            if (length == run)
            {
                _hidden.Add(new TextRange(start, next + length));
                return next + length;
            }

            i = next + length;
        }

        (unclosed ??= []).Add(run); // a second run of this length would search to the end again
        return start + run;
    }

    private int RunLength(int start, int end)
    {
        var i = start;
        while (i < end && _text[i] == '`')
        {
            i++;
        }

        return i - start;
    }

    private int ReadAutolink(int start, int end)
    {
        var close = _text.AsSpan(start, Math.Min(end - start, MaxAddress)).IndexOfAny('>', ' ', '\n');
        if (close < 0 || _text[start + close] != '>')
        {
            return start + 1;
        }

        var address = _text.AsSpan(start + 1, close - 1);
        var colon = address.IndexOf(':');
        if (!(colon > 1 && address[..colon].IndexOfAnyExceptInRange('!', '~') < 0 && char.IsAsciiLetter(address[0])) && !address.Contains('@'))
        {
            return start + 1;
        }

        AddLink(new MarkdownLink(MarkdownLinkForm.Autolink, start, start + close + 1, default, new TextRange(start + 1, start + close)));
        _hidden.Add(new TextRange(start, start + close + 1));
        return start + close + 1;
    }

    private int ReadBare(int start, int end)
    {
        var rest = _text.AsSpan(start, end - start);
        var isAddress = rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ||
            rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase);
        if (!isAddress || (start > 0 && char.IsLetterOrDigit(_text[start - 1])))
        {
            return start + 1;
        }

        var length = rest[..Math.Min(rest.Length, MaxAddress)].IndexOfAny(AddressEnds);
        length = length < 0 ? Math.Min(rest.Length, MaxAddress) : length;
        var stop = rest[..length].IndexOf(']'); // the words of a link end here
        length = stop < 0 ? length : stop;
        while (length > 0 && rest[length - 1] is '.' or ',' or ';' or ':' or '!' or '?' or '\'' or ')' or '*' or '_')
        {
            length--;
        }

        var address = new TextRange(start, start + Math.Max(length, 1));
        AddLink(new MarkdownLink(MarkdownLinkForm.Bare, address.Start, address.End, default, address));
        _hidden.Add(address);
        return address.End;
    }

    private int ReadLinkEnd(List<int> open, int close, int end)
    {
        var start = open[^1];
        open.RemoveAt(open.Count - 1);
        if (close + 1 >= end || _text[close + 1] != '(' || !TryAddress(close + 2, end, out var address, out var after))
        {
            return close + 1;
        }

        var isImage = start > 0 && _text[start - 1] == '!' && (start < 2 || _text[start - 2] != '\\');
        start = isImage ? start - 1 : start;
        AddLink(new MarkdownLink(
            isImage ? MarkdownLinkForm.Image : MarkdownLinkForm.Inline, start, after, new TextRange(start + (isImage ? 2 : 1), close), address));
        _hidden.Add(new TextRange(close, after));
        return after;
    }

    /// <summary>Reads <c>address "title")</c>; the title counts as syntax.</summary>
    private bool TryAddress(int start, int end, out TextRange address, out int after)
    {
        address = default;
        after = 0;
        var i = SkipBlanks(start, end);
        if (i < end && _text[i] == '<')
        {
            var close = _text.AsSpan(i, Math.Min(end - i, MaxAddress)).IndexOfAny('>', '\n');
            if (close < 0 || _text[i + close] != '>')
            {
                return false;
            }

            address = new TextRange(i + 1, i + close);
            i += close + 1;
        }
        else
        {
            var first = i;
            var depth = 0;
            var limit = Math.Min(end, first + MaxAddress);
            while (i < limit && _text[i] > ' ')
            {
                if (_text[i] == '\\' && i + 1 < limit)
                {
                    i++;
                }
                else if (_text[i] == '(')
                {
                    depth++;
                }
                else if (_text[i] == ')' && depth-- == 0)
                {
                    break;
                }

                i++;
            }

            address = new TextRange(first, i);
        }

        i = SkipBlanks(i, end);
        if (i < end && _text[i] is '"' or '\'')
        {
            var close = i + 1;
            var limit = Math.Min(end, i + MaxAddress);
            while (close < limit && _text[close] != _text[i])
            {
                close += _text[close] == '\\' ? 2 : 1;
            }

            i = close < limit ? SkipBlanks(close + 1, end) : end;
        }

        after = i + 1;
        return i < end && _text[i] == ')';
    }

    private int SkipBlanks(int i, int end)
    {
        while (i < end && _text[i] is ' ' or '\n' or '\t')
        {
            i++;
        }

        return i;
    }

    private void AddLink(MarkdownLink link) => _links.Add(link);

    private void Tidy()
    {
        _hidden.Sort((left, right) => left.Start != right.Start ? left.Start.CompareTo(right.Start) : right.End.CompareTo(left.End));
        var kept = 0;
        var reached = 0;
        for (var i = 0; i < _hidden.Count; i++)
        {
            var clipped = new TextRange(Math.Max(_hidden[i].Start, reached), _hidden[i].End);
            if (clipped.Length > 0)
            {
                _hidden[kept++] = clipped;
                reached = clipped.End;
            }
        }

        _hidden.RemoveRange(kept, _hidden.Count - kept);
    }
}
