using Blog.Text;

namespace Blog.Gate.Bytes;

/// <summary>Looks for secrets in the bytes of a file, however they are encoded. One for a worker: it keeps its buffers.</summary>
internal sealed class SecretSearch
{
    private const int Deepest = 5; // layers of encoding; each costs the writer of a leak a purpose
    private const int Context = 96; // bytes around an escape that are decoded with it, besides the length of the longest secret
    private const int PrintableRun = 8; // printable bytes in a row that random ones hardly make

    // Bytes below the blank but tab and line ends.
    private static readonly System.Buffers.SearchValues<byte> Controls = System.Buffers.SearchValues.Create([.. Enumerable.Range(0, 0x20).Where(value => value is not (9 or 10 or 13)).Select(value => (byte)value)]);

    private readonly SecretSet _secrets;
    private readonly GateSwitches _switches;
    private readonly LayerFolder _folder;
    private readonly List<FoundTerm> _found = [];
    private readonly HashSet<SecretMatch> _matches = [];
    private readonly EscapeKind _kinds;
    private SecretSelection _selection;

    public SecretSearch(SecretSet secrets, GateSwitches switches)
    {
        _secrets = secrets;
        _selection = new SecretSelection(secrets);
        _switches = switches;
        _folder = new LayerFolder(switches);
        _kinds = Kind(switches.Entities, EscapeKind.Reference) | Kind(switches.Percent, EscapeKind.Percent) |
            Kind(switches.Backslash, EscapeKind.Backslash) | Kind(switches.QuotedPrintable, EscapeKind.QuotedPrintable);
    }

    /// <summary>Every place of a file where a secret stands or may stand, sorted.</summary>
    /// <exception cref="InvalidDataException">Something compressed in it cannot be unpacked, so that the file cannot be checked.</exception>
    public IReadOnlyList<SecretMatch> Find(ReadOnlyMemory<byte> bytes, FileForm form)
    {
        _matches.Clear();
        if (_secrets.Count > 0)
        {
            var packed = bytes;
            for (var depth = 0; _switches.Compressed && PackedBytes.IsGzip(packed.Span); depth++)
            {
                if (depth == Deepest)
                {
                    throw new InvalidDataException("It is compressed too often.");
                }

                packed = PackedBytes.Unpack(packed);
                SearchAll(new ByteLayer(packed, new int[packed.Length], IsMarkup: true), FileForm.Markup);
            }

            SearchAll(new ByteLayer(bytes, null, form == FileForm.Markup), form);
        }

        return Sorted();
    }

    /// <summary>As <see cref="Find(ReadOnlyMemory{byte}, FileForm)"/>, of some secrets only.</summary>
    public IReadOnlyList<SecretMatch> Find(ReadOnlyMemory<byte> bytes, FileForm form, SecretSelection selection)
    {
        var all = _selection;
        _selection = selection;
        try
        {
            return Find(bytes, form);
        }
        finally
        {
            _selection = all;
        }
    }

    /// <summary>Where a secret stands in a name of a file or in another short text.</summary>
    public IReadOnlyList<SecretMatch> FindInName(string name)
    {
        _matches.Clear();
        SearchLayer(new ByteLayer(System.Text.Encoding.UTF8.GetBytes(name), null, IsMarkup: false), 0, FileForm.Plain);
        return Sorted();
    }

    private static EscapeKind Kind(bool isOn, EscapeKind kind) => isOn ? kind : EscapeKind.None;

    private List<SecretMatch> Sorted() =>
        [.. _matches.OrderBy(match => match.Offset).ThenBy(match => match.Secret).ThenBy(match => match.Certainty)];

    private void SearchAll(ByteLayer layer, FileForm form)
    {
        if (form == FileForm.Binary)
        {
            if (!_switches.Binary)
            {
                return;
            }

            if (_switches.Compressed && PackedBytes.IsPng(layer.Bytes.Span))
            {
                foreach (var (offset, text) in PackedBytes.UnpackChunks(layer.Bytes))
                {
                    var origins = new int[text.Length];
                    Array.Fill(origins, offset);
                    SearchAll(new ByteLayer(text, origins, IsMarkup: true), FileForm.Markup);
                }
            }
        }

        SearchLayer(layer, 0, form);
        if (_switches.Wide && WideText.MayBe(layer.Bytes.Span))
        {
            foreach (var wide in WideText.Decode(layer))
            {
                SearchLayer(wide, 1, FileForm.Markup);
            }
        }
    }

    private void SearchLayer(ByteLayer layer, int depth, FileForm form)
    {
        _folder.Read(layer);
        Match(layer, _folder.Text, form);
        if (layer.IsMarkup)
        {
            Match(layer, _folder.Markup, form);
        }

        if (depth >= Deepest || (depth > 0 && !_switches.Nesting))
        {
            return;
        }

        List<(int From, int To)> inner = [.. _folder.Inner]; // copies: the folder is used again below
        var stretches = Stretches(layer, _folder.Escapes);
        foreach (var (from, to) in inner)
        {
            SearchLayer(layer.Slice(from, to), depth + 1, form);
        }

        foreach (var (from, to) in stretches)
        {
            // Quoted-printable by itself: "?n=0113%20496" holds none, though "=01" could be one.
            SearchDecoded(layer, from, to, _kinds & ~EscapeKind.QuotedPrintable, isStyle: false, depth, form);
            if (layer.Bytes.Span[from..to].Contains((byte)'='))
            {
                SearchDecoded(layer, from, to, _kinds & EscapeKind.QuotedPrintable, isStyle: false, depth, form);
            }

            if (HasStyleEscape(layer.Bytes.Span[from..to]))
            {
                SearchDecoded(layer, from, to, _kinds & ~EscapeKind.QuotedPrintable, isStyle: true, depth, form);
            }
        }

        foreach (var decoded in EncodedRuns.Decode(layer, _switches))
        {
            SearchLayer(decoded, depth + 1, FileForm.Plain);
            if (_switches.Wide)
            {
                foreach (var wide in WideText.Decode(decoded))
                {
                    SearchLayer(wide, depth + 2, FileForm.Plain);
                }
            }
        }
    }

    /// <summary>Searches what a stretch decodes to, where decoding changes anything.</summary>
    private void SearchDecoded(ByteLayer layer, int from, int to, EscapeKind kinds, bool isStyle, int depth, FileForm form)
    {
        var decoded = EscapeBytes.Decode(layer, from, to, kinds, isStyle);
        if (decoded.Bytes.Length != to - from)
        {
            SearchLayer(decoded, depth + 1, form);
        }
    }

    private void Match(ByteLayer layer, TextFolder folded, FileForm form)
    {
        var letters = folded.ToLetters();
        _selection.Search(letters, _found);
        foreach (var found in _found)
        {
            if (!LetterCaseRule.Allows(_secrets[found.Term].Letters, letters, found))
            {
                continue;
            }

            var start = letters.Starts[found.First];
            var end = letters.Ends[found.First + found.Length - 1];
            if (form != FileForm.Binary || IsPrintable(layer.Bytes.Span, start, end))
            {
                _matches.Add(new SecretMatch(layer.ToFile(start), layer.ToFile(end - 1) + 1, found.Term, found.Certainty));
            }
        }
    }

    /// <summary>Whether a match stands among printable bytes, as texts in a picture's head do and its pixels do not.</summary>
    private static bool IsPrintable(ReadOnlySpan<byte> bytes, int start, int end)
    {
        while (start > 0 && end - start < PrintableRun && bytes[start - 1] is >= 0x20 and < 0x7F)
        {
            start--;
        }

        while (end < bytes.Length && end - start < PrintableRun && bytes[end] is >= 0x20 and < 0x7F)
        {
            end++;
        }

        return end - start >= PrintableRun && bytes[start..end].IndexOfAny(Controls) < 0;
    }

    /// <summary>Stretches of a layer around its escapes, each grown to the next blank or sign, so that no word is cut; those that meet are one.</summary>
    private List<(int From, int To)> Stretches(ByteLayer layer, List<int> escapes)
    {
        var stretches = new List<(int From, int To)>();
        if (_kinds == EscapeKind.None)
        {
            return stretches;
        }

        var bytes = layer.Bytes.Span;
        var around = Context + (2 * _secrets.LongestText);
        foreach (var escape in escapes)
        {
            if (!EscapeBytes.IsEscape(bytes, escape, _kinds))
            {
                continue;
            }

            var from = Math.Max(0, escape - around);
            var to = Math.Min(bytes.Length, escape + around);
            if (stretches.Count > 0 && from <= stretches[^1].To)
            {
                stretches[^1] = (stretches[^1].From, Math.Max(to, stretches[^1].To));
            }
            else
            {
                stretches.Add((from, to));
            }
        }

        for (var i = 0; i < stretches.Count; i++)
        {
            var (from, to) = stretches[i];
            while (from > 0 && IsInWord(bytes[from - 1]))
            {
                from--;
            }

            while (to < bytes.Length && IsInWord(bytes[to]))
            {
                to++;
            }

            stretches[i] = (from, to);
        }

        return stretches;
    }

    private static bool IsInWord(byte value) => value is not ((byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t' or (byte)'"' or (byte)'<' or (byte)'>' or (byte)',' or (byte)'(' or (byte)')');

    private static bool HasStyleEscape(ReadOnlySpan<byte> bytes)
    {
        for (var at = bytes.IndexOf((byte)'\\'); at >= 0 && at + 1 < bytes.Length;)
        {
            if (EscapeBytes.TryHex(bytes[at + 1], out _))
            {
                return true;
            }

            var next = bytes[(at + 1)..].IndexOf((byte)'\\');
            at = next < 0 ? -1 : at + 1 + next;
        }

        return false;
    }
}
