using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Unicode;
using Blog.Model;

namespace Blog.Source;

/// <summary>
/// Reads thread files exactly as <see cref="ThreadWriter"/> writes them, in one pass over the bytes, and gives up on anything else:
/// what it accepts without a finding is by construction what would be written.
/// </summary>
/// <remarks>
/// Every file of a blog passes here on every build (hundreds of megabytes), so it makes no string but those of the result: bodies
/// are found by vectorised search and decoded once, a repeated author or date is recognised by its bytes, a parent's id is the
/// string of the comment it names.
/// </remarks>
internal ref struct CanonicalThreadReader
{
    private const int AuthorSlots = 64; // a power of two; a thread has few distinct names, and a miss only costs a string

    /// <summary>Bytes that stand nowhere in a canonical file: C0 but tab and LF, and DEL. A tab is for bodies only.</summary>
    private static readonly SearchValues<byte> Forbidden = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Append(0x7F).Where(code => code is not (0x09 or 0x0A)).Select(code => (byte)code)]);

    private static readonly SearchValues<byte> IdBytes = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-"u8);

    private readonly List<PublishedComment> _comments;
    private readonly HashSet<string> _ids;
    private readonly HashSet<CommentNumber> _numbers;
    private readonly List<CommentId> _ancestors;
    private readonly string?[] _authors;
    private readonly AuthorBytes _authorBytes;
    private ReadOnlySpan<byte> _rest;
    private ReadOnlySpan<byte> _lastDateBytes;
    private PublicDate _lastDate;

    private CanonicalThreadReader(ReadOnlySpan<byte> file)
    {
        _rest = file;
        var guess = (file.Length / 600) + 1;
        _comments = new List<PublishedComment>(guess);
        _ids = new HashSet<string>(guess, StringComparer.Ordinal);
        _numbers = new HashSet<CommentNumber>(guess);
        _ancestors = [];
        _authors = new string?[AuthorSlots];
        _authorBytes = new AuthorBytes(file);
        _lastDateBytes = default;
        _lastDate = default;
    }

    /// <summary>Reads a canonical file; false where it is not one, whatever the reason.</summary>
    public static bool TryRead(ReadOnlySpan<byte> file, [NotNullWhen(true)] out PublishedThread? thread)
    {
        thread = null;
        if (file.ContainsAny(Forbidden) || !Utf8.IsValid(file))
        {
            return false;
        }

        var reader = new CanonicalThreadReader(file);
        return reader.TryReadThread(out thread);
    }

    private bool TryReadThread([NotNullWhen(true)] out PublishedThread? thread)
    {
        thread = null;
        if (!TryTakeKey("thread: "u8, out var post) || !IsId(post) || !TryTake("format: 1\n\n"u8))
        {
            return false;
        }

        while (!_rest.IsEmpty)
        {
            if (!TryReadComment())
            {
                return false;
            }
        }

        thread = new PublishedThread(PostId.Parse(Encoding.ASCII.GetString(post)), _comments);
        return true;
    }

    private bool TryReadComment()
    {
        if (!TryTake("--- comment\n"u8) ||
            !TryTakeKey("id: "u8, out var idBytes) || !IsId(idBytes) ||
            !TryReadNumber(out var number) ||
            !TryReadParent(out var parent) ||
            !TryReadAuthor(out var author) ||
            !TryReadDate(out var date) ||
            !TryTakeKey("state: "u8, out var stateBytes) || !TryParseState(stateBytes, out var state) ||
            !TryReadReason(state, out var reason) ||
            !TryReadInferred(out var inferred) ||
            !TryReadText("unresolved: "u8, out var unresolved) ||
            !TryReadAlso(out var also) ||
            !TryTake("\n"u8) ||
            !TryReadBody(state, out var body))
        {
            return false;
        }

        var id = CommentId.Parse(Encoding.ASCII.GetString(idBytes));
        if (!_ids.Add(id.Value))
        {
            return false;
        }

        _ancestors.Add(id);
        _comments.Add(PublishedComment.Create(
            new CommentFields
            {
                Id = id,
                Number = number,
                Parent = parent,
                Author = author,
                Date = date,
                State = state,
                Reason = reason,
                Inferred = inferred,
                Unresolved = unresolved,
                Also = also,
            },
            body));
        return true;
    }

    private bool TryReadNumber(out CommentNumber? number)
    {
        number = null;
        if (!_rest.StartsWith("number: "u8))
        {
            return true;
        }

        Span<char> text = stackalloc char[15]; // two parts of seven digits and the dot
        if (!TryTakeKey("number: "u8, out var bytes) || bytes.Length > text.Length ||
            Encoding.UTF8.GetChars(bytes, text) is var length && !CommentNumber.TryParse(text[..length], out var value))
        {
            return false;
        }

        number = value;
        return _numbers.Add(value);
    }

    /// <summary>The parent must be the comment before, or one of those it answers: anything else is not depth first.</summary>
    private bool TryReadParent(out CommentId? parent)
    {
        parent = null;
        if (!_rest.StartsWith("parent: "u8))
        {
            _ancestors.Clear();
            return true;
        }

        if (!TryTakeKey("parent: "u8, out var bytes))
        {
            return false;
        }

        for (var last = _ancestors.Count - 1; last >= 0; last--)
        {
            if (Ascii.Equals(bytes, _ancestors[last].Value))
            {
                parent = _ancestors[last];
                _ancestors.RemoveRange(last + 1, _ancestors.Count - last - 1);
                return true;
            }
        }

        return false;
    }

    private bool TryReadAuthor(out string? author)
    {
        author = null;
        if (!_rest.StartsWith("author: "u8))
        {
            return true;
        }

        if (!TryTakeKey("author: "u8, out var bytes))
        {
            return false;
        }

        var slot = AuthorBytes.SlotOf(bytes);
        if (_authors[slot] is { } known && _authorBytes.Matches(slot, bytes))
        {
            author = known;
            return true;
        }

        if (!TryDecode(bytes, out author))
        {
            return false;
        }

        _authors[slot] = author;
        _authorBytes.Set(slot, bytes);
        return true;
    }

    private bool TryReadDate(out PublicDate? date)
    {
        date = null;
        if (!_rest.StartsWith("date: "u8))
        {
            return true;
        }

        Span<char> text = stackalloc char[22]; // 2015-12-15T10:04+00:00
        if (!TryTakeKey("date: "u8, out var bytes) || bytes.Length > text.Length)
        {
            return false;
        }

        if (!bytes.SequenceEqual(_lastDateBytes))
        {
            var length = Encoding.UTF8.GetChars(bytes, text);
            if (!PublicDate.TryParse(text[..length], out _lastDate))
            {
                return false;
            }

            _lastDateBytes = bytes;
        }

        date = _lastDate;
        return true;
    }

    private bool TryReadReason(CommentState state, out string? reason)
    {
        reason = null;
        if (!_rest.StartsWith("reason: "u8))
        {
            return true;
        }

        if (state == CommentState.Published || !TryTakeKey("reason: "u8, out var bytes))
        {
            return false;
        }

        foreach (var known in ThreadSyntax.Reasons)
        {
            if (Ascii.Equals(bytes, known))
            {
                reason = known;
                return true;
            }
        }

        return false;
    }

    private bool TryReadInferred(out InferredPlace? inferred)
    {
        inferred = null;
        return TryReadText("inferred: "u8, out var text) && (text is null || InferredPlace.TryParse(text, out inferred));
    }

    private readonly bool AreNew(CommentIds ids)
    {
        foreach (var id in ids.All)
        {
            if (!_ids.Add(id.Value))
            {
                return false;
            }
        }

        return true;
    }

    private bool TryReadAlso(out CommentIds? also)
    {
        also = null;
        return TryReadText("also: "u8, out var text) && (text is null || (CommentIds.TryParse(text, out also) && AreNew(also)));
    }

    private bool TryReadText(ReadOnlySpan<byte> key, out string? value)
    {
        value = null;
        return !_rest.StartsWith(key) || (TryTakeKey(key, out var bytes) && TryDecode(bytes, out value));
    }

    /// <summary>Reads the body up to the next comment or the end: nothing or <c>body LF</c>, and a blank line.</summary>
    private bool TryReadBody(CommentState state, out string body)
    {
        body = string.Empty;
        if (!TryFindEnd(out var length, out var escaped))
        {
            return false;
        }

        var region = _rest[..length];
        _rest = _rest[length..];
        if (region.Length < 3)
        {
            return region.SequenceEqual("\n"u8);
        }

        if (!region.EndsWith("\n\n"u8) || state != CommentState.Published || HasBlankEnds(region[..^2]))
        {
            return false;
        }

        body = Encoding.UTF8.GetString(region[..^2]);
        if (escaped)
        {
            body = ThreadSyntax.Unescape(body);
        }

        return true;
    }

    /// <summary>Finds where the body's region ends; false where a line begins as the separator does without being it.</summary>
    private readonly bool TryFindEnd(out int length, out bool escaped)
    {
        escaped = false;
        length = 0;
        while (true)
        {
            var hit = _rest[length..].IndexOf(ThreadSyntax.SeparatorBytes);
            if (hit < 0)
            {
                length = _rest.Length;
                return true;
            }

            hit += length;
            var lineStart = hit;
            while (lineStart > length && _rest[lineStart - 1] == (byte)'\\')
            {
                lineStart--;
            }

            length = hit + ThreadSyntax.SeparatorBytes.Length;
            if (lineStart == 0 || _rest[lineStart - 1] == (byte)'\n')
            {
                if (lineStart == hit)
                {
                    var separator = length < _rest.Length && _rest[length] == (byte)'\n';
                    length = hit;
                    return separator;
                }

                escaped = true;
            }
        }
    }

    private bool TryTake(ReadOnlySpan<byte> expected)
    {
        if (!_rest.StartsWith(expected))
        {
            return false;
        }

        _rest = _rest[expected.Length..];
        return true;
    }

    /// <summary>Takes <c>key: value LF</c>; the value is not empty and has no blank at its ends.</summary>
    private bool TryTakeKey(ReadOnlySpan<byte> key, out ReadOnlySpan<byte> value)
    {
        value = default;
        if (!_rest.StartsWith(key))
        {
            return false;
        }

        var line = _rest[key.Length..];
        var end = line.IndexOf((byte)'\n');
        if (end <= 0 || line[0] == (byte)' ' || line[end - 1] == (byte)' ')
        {
            return false;
        }

        value = line[..end];
        _rest = line[(end + 1)..];
        return true;
    }

    private static bool IsId(ReadOnlySpan<byte> bytes) => bytes.Length is > 0 and <= 40 && !bytes.ContainsAnyExcept(IdBytes);

    private static bool TryParseState(ReadOnlySpan<byte> word, out CommentState state)
    {
        if (word.SequenceEqual("published"u8))
        {
            state = CommentState.Published;
            return true;
        }

        return CommentStateTable.TryParse(Encoding.UTF8.GetString(word), out state);
    }

    /// <summary>Decodes a free-text value; false where it holds what no value may hold. C0 but tab and LF is known to be absent, the line ends at LF.</summary>
    private static bool TryDecode(ReadOnlySpan<byte> bytes, out string? value)
    {
        value = null;
        if (bytes.Contains((byte)'\t'))
        {
            return false;
        }

        var text = Encoding.UTF8.GetString(bytes);
        if (text.Length != bytes.Length && SourceText.HasForbiddenValueCharacter(text))
        {
            return false;
        }

        value = text;
        return true;
    }

    private static bool HasBlankEnds(ReadOnlySpan<byte> body)
    {
        if (body[0] is (byte)' ' or (byte)'\t' or (byte)'\n')
        {
            var first = body.IndexOf((byte)'\n');
            if ((first < 0 ? body : body[..first]).IndexOfAnyExcept((byte)' ', (byte)'\t') < 0)
            {
                return true;
            }
        }

        return body[^1] is (byte)' ' or (byte)'\t' or (byte)'\n' &&
            body[(body.LastIndexOf((byte)'\n') + 1)..].IndexOfAnyExcept((byte)' ', (byte)'\t') < 0;
    }

    /// <summary>Where in the file the author of each cache slot was read, so that a repeat is recognised without a string.</summary>
    private readonly ref struct AuthorBytes
    {
        private readonly ReadOnlySpan<byte> _file;
        private readonly (int Start, int Length)[] _places;

        public AuthorBytes(ReadOnlySpan<byte> file)
        {
            _file = file;
            _places = new (int, int)[AuthorSlots];
        }

        public static int SlotOf(ReadOnlySpan<byte> name)
        {
            var hash = (uint)name.Length;
            foreach (var b in name[..Math.Min(name.Length, 24)])
            {
                hash = (hash * 31) + b;
            }

            return (int)((hash ^ (hash >> 7)) & (AuthorSlots - 1));
        }

        public bool Matches(int slot, ReadOnlySpan<byte> name) => _file.Slice(_places[slot].Start, _places[slot].Length).SequenceEqual(name);

        public void Set(int slot, ReadOnlySpan<byte> name)
        {
            _file.Overlaps(name, out var start); // the name is a slice of the file, so start is its offset
            _places[slot] = (start, name.Length);
        }
    }
}
