using System.Globalization;

namespace Blog.Search.Analysis;

/// <summary>The automaton that says where a word ends (table <c>WordRules.table.txt</c>: the word rules of UAX #29 as Lucene 8.8.1's StandardTokenizer has them).</summary>
internal sealed class WordRules
{
    /// <summary>The state before a token.</summary>
    public const int Start = 1;

    private const int PageBits = 8;
    private const int Ascii = 0x80;
    private const byte EndBit = 0x80;

    private static readonly WordRules Table = new();

    // For each state and class the next state, with the bit of an end; for ASCII by character, since nearly all text is.
    private readonly byte[] _steps;
    private readonly byte[] _asciiSteps;
    private readonly int _classes;
    private readonly byte[] _noClass = new byte[1 << PageBits];
    private readonly byte[][] _pages = new byte[0x110000 >> PageBits][];

    private WordRules()
    {
        Array.Fill(_pages, _noClass);
        var steps = new List<byte>();
        var ends = new List<bool>();
        var inStates = false;
        foreach (var line in AnalysisTable.Lines("WordRules"))
        {
            if (line[0] == '[')
            {
                inStates = line == "[states]";
            }
            else if (inStates)
            {
                ends.Add(line[0] == '+');
                steps.AddRange(line[2..].Split(' ').Select(state => byte.Parse(state, CultureInfo.InvariantCulture)));
            }
            else
            {
                ReadClass(line);
            }
        }

        _steps = [.. steps.Select(state => ends[state] ? (byte)(state | EndBit) : state)];
        _classes = _steps.Length / ends.Count;
        _asciiSteps = new byte[ends.Count * Ascii];
        for (var i = 0; i < _asciiSteps.Length; i++)
        {
            _asciiSteps[i] = _steps[(i / Ascii * _classes) + PageClass(i % Ascii)];
        }
    }

    /// <summary>What kind of character a code point is to the rules; 0 is one that stands in no token, as is half a surrogate pair.</summary>
    public static int ClassOf(int codePoint) => Table.PageClass(codePoint);

    /// <summary>The state after a character; 0 where no token goes on with it.</summary>
    /// <param name="state">The state before it.</param>
    /// <param name="codePoint">The character.</param>
    /// <param name="isEnd">Whether a token may end after it.</param>
    public static int Step(int state, int codePoint, out bool isEnd)
    {
        var table = Table;
        var next = codePoint < Ascii ? table._asciiSteps[(state * Ascii) + codePoint] : table._steps[(state * table._classes) + table.PageClass(codePoint)];
        isEnd = next >= EndBit;
        return next & ~EndBit;
    }

    private int PageClass(int codePoint) => _pages[codePoint >> PageBits][codePoint & ((1 << PageBits) - 1)];

    private void ReadClass(string line)
    {
        var blank = line.IndexOf(' ', StringComparison.Ordinal);
        var @class = byte.Parse(line.AsSpan(blank + 1), CultureInfo.InvariantCulture);
        var (first, last) = CodePoints(line.AsSpan(0, blank));
        for (var code = first; code <= last; code++)
        {
            ref var page = ref _pages[code >> PageBits];
            if (ReferenceEquals(page, _noClass))
            {
                page = new byte[1 << PageBits];
            }

            page[code & ((1 << PageBits) - 1)] = @class;
        }
    }

    private static (int First, int Last) CodePoints(ReadOnlySpan<char> range)
    {
        var dash = range.IndexOf('-');
        var first = int.Parse(dash < 0 ? range : range[..dash], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return (first, dash < 0 ? first : int.Parse(range[(dash + 1)..], NumberStyles.HexNumber, CultureInfo.InvariantCulture));
    }
}
