using System.Globalization;
using Blog.Model;

namespace Blog.Source;

/// <summary>Reads a thread file that somebody wrote or changed by hand, with a finding for everything that is not as <see cref="ThreadWriter"/> writes it.</summary>
/// <remarks>
/// It never guesses where a guess could publish what must not be: a key or state that is not understood stops the reading, because
/// <c>stat: withheld</c> read as text would show a withheld comment.
/// </remarks>
internal sealed class TolerantThreadReader
{
    private const int MostFindings = 200; // a file that is wrong all over is told so, not listed

    private readonly string _path;
    private readonly string[] _lines;
    private readonly List<SourceFinding> _findings;
    private readonly List<(CommentFields Fields, string Body, int Line)> _comments = [];
    private int _next;
    private int _unlisted;

    private TolerantThreadReader(string path, string[] lines, List<SourceFinding> findings)
    {
        _path = path;
        _lines = lines;
        _findings = findings;
    }

    /// <summary>Reads a thread.</summary>
    /// <exception cref="SourceException">It cannot be read with certainty.</exception>
    public static ThreadReadResult Read(ReadOnlySpan<byte> utf8, string path)
    {
        var findings = new List<SourceFinding>();
        var text = SourceLines.Decode(utf8, path, findings);
        var reader = new TolerantThreadReader(path, text.Split('\n'), findings);
        var thread = reader.ReadThread();
        var canonical = ThreadWriter.Write(thread).AsSpan().SequenceEqual(utf8);
        if (!canonical && findings.Count == 0)
        {
            findings.Add(new SourceFinding(path, 0, "layout", "The blank lines or blanks are not as the program writes them. Run check --fix.", Fixable: true));
        }

        if (reader._unlisted > 0)
        {
            findings.Add(new SourceFinding(path, 0, "more", string.Create(CultureInfo.InvariantCulture, $"{reader._unlisted} more findings of these kinds are not listed."), Fixable: true));
        }

        findings.Sort(SourceFinding.Compare);
        return new ThreadReadResult(thread, findings, canonical);
    }

    private PublishedThread ReadThread()
    {
        var post = ReadHead();
        while (_next < _lines.Length)
        {
            ReadComment();
        }

        CheckNumbers();
        return new PublishedThread(post, InOrder());
    }

    private PostId ReadHead()
    {
        PostId? post = null;
        string? format = null;
        for (; _next < _lines.Length && !IsSeparator(_lines[_next]); _next++)
        {
            var line = _lines[_next].Trim();
            if (line.Length == 0)
            {
                continue;
            }

            if (!TrySplit(line, out var key, out var value))
            {
                throw Fail(_next, "The head of a thread file has the lines 'thread: <post id>' and 'format: 1' and nothing else. Move this line into a comment, after its '--- comment' line and its keys, or delete it.");
            }

            switch (key)
            {
                case "thread" when post is null:
                    post = PostId.TryParse(value, out var id) ? id : throw Fail(_next, "'thread:' names the post by its id: 1 to 40 characters of a-z, 0-9 and '-'. Copy the id from the post's front matter.");
                    break;
                case "format" when format is null:
                    format = value == ThreadSyntax.Format ? value : throw Fail(_next, "The thread file is of a format that this version does not know; it reads format 1. Use the version of the program that wrote the file, or write 'format: 1' if it was typed by mistake.");
                    break;
                case "thread" or "format":
                    throw Fail(_next, $"'{key}:' stands twice in the head. Delete the wrong one.");
                default:
                    throw Fail(_next, $"The head of a thread file has no key '{Shorten(key)}'; {NearestWord.Hint(key, ["thread", "format"])} A comment begins with the line '--- comment'.");
            }
        }

        if (post is null)
        {
            throw Fail(0, "The file does not begin with 'thread: <post id>', so it is not known under which post its comments stand. Add the line with the id of the post's front matter.");
        }

        if (format is null)
        {
            Add(0, "format", "The line 'format: 1' is missing after the first line. Add it, or run check --fix.");
        }

        if (_lines[0].Length == 0 || _lines.Length < 3 || !_lines[0].StartsWith("thread: ", StringComparison.Ordinal) || _lines[2].Length > 0)
        {
            Add(0, "layout", "The head is line 1 'thread: <post id>', line 2 'format: 1' and a blank line. Run check --fix.");
        }

        return post.Value;
    }

    private void ReadComment()
    {
        var opening = _next;
        if (_lines[_next] != ThreadSyntax.Separator)
        {
            Add(_next, "layout", "The line has blanks after '--- comment'. Delete them, or run check --fix.");
        }

        _next++;
        if (_next < _lines.Length && IsBlank(_lines[_next]))
        {
            Add(_next, "layout", "A blank line stands between '--- comment' and the comment's keys. Delete it, or run check --fix.");
            while (_next < _lines.Length && IsBlank(_lines[_next]))
            {
                _next++;
            }
        }

        var keys = ReadKeys();
        var fields = ToFields(keys, opening);
        var bodyLine = _next;
        var body = ReadBody(keys);
        if (fields.State != CommentState.Published && body.Length > 0)
        {
            Add(bodyLine, "removed-text", $"Comment {fields.Id} is removed but still has a text here; the text is not published. Delete it, or run check --fix, which deletes it.");
            body = string.Empty;
        }

        _comments.Add((fields, body, opening));
    }

    private Dictionary<string, (string Value, int Line)> ReadKeys()
    {
        var keys = new Dictionary<string, (string Value, int Line)>(StringComparer.Ordinal);
        var lastPlace = -1;
        for (; _next < _lines.Length && !IsBlank(_lines[_next]); _next++)
        {
            var line = _lines[_next];
            if (IsSeparator(line) || !TrySplit(line, out var key, out var value))
            {
                Add(_next, "layout", "A blank line is missing after the comment's keys. Add it, or run check --fix.");
                return keys;
            }

            var place = Array.IndexOf(ThreadSyntax.Keys, key);
            if (place < 0)
            {
                throw Fail(_next, $"A comment has no key '{Shorten(key)}'; {NearestWord.Hint(key, ThreadSyntax.Keys)} If the line is the comment's text, put a blank line before it.");
            }

            if (!keys.TryAdd(key, (value, _next)))
            {
                throw Fail(_next, $"'{key}:' stands twice in this comment. Delete the wrong one.");
            }

            if (place < lastPlace)
            {
                Add(_next, "key-order", $"'{key}:' stands too late: keys come in the order {string.Join(", ", ThreadSyntax.Keys)}. Move it, or run check --fix.");
            }

            lastPlace = Math.Max(lastPlace, place);
            if (line != $"{key}: {value}" || value.Length == 0)
            {
                Add(_next, "layout", $"The line is not '{key}: value' with one blank, no tab and no control character. Put it right, or run check --fix.");
            }
        }

        return keys;
    }

    private CommentFields ToFields(Dictionary<string, (string Value, int Line)> keys, int opening)
    {
        if (Get("id") is not ({ } idText, var idLine))
        {
            throw Fail(opening, "The comment has no id. Give it one that no other comment has: 1 to 40 characters of a-z, 0-9 and '-'.");
        }

        if (!CommentId.TryParse(idText, out var id))
        {
            throw Fail(idLine, "The comment's id has other characters than a-z, 0-9 and '-', or more than 40. Put it right; replies name it as their parent.");
        }

        CommentNumber? number = null;
        if (Get("number") is ({ } numberText, var numberLine))
        {
            number = CommentNumber.TryParse(numberText, out var parsed)
                ? parsed
                : throw Fail(numberLine, "The number is not like 6 or 6.4, without leading zeros. Put it right, or delete the line for a comment without a number.");
        }

        CommentId? parent = null;
        if (Get("parent") is ({ } parentText, var parentLine))
        {
            parent = CommentId.TryParse(parentText, out var parsed)
                ? parsed
                : throw Fail(parentLine, "The parent is not the id of a comment (a-z, 0-9 and '-', at most 40). Write the id of the comment that this one answers, or delete the line.");
        }

        PublicDate? date = null;
        if (Get("date") is ({ } dateText, var dateLine))
        {
            date = DateText.TryRead(dateText, out var parsed, out var canonical)
                ? parsed
                : throw Fail(dateLine, $"The date is not one: {DateText.Expected}, or delete the line for an unknown date.");
            if (!canonical)
            {
                Add(dateLine, "date", $"The date is not written as dates are here: {DateText.Expected}, or run check --fix.");
            }
        }

        var state = ToState(Get("state"), opening);
        return new CommentFields
        {
            Id = id,
            Number = number,
            Parent = parent,
            Author = Get("author")?.Value,
            Date = date,
            State = state,
            Reason = ToReason(Get("reason"), state),
            Inferred = ToInferred(Get("inferred")),
            Unresolved = Get("unresolved")?.Value,
            Also = ToAlso(Get("also")),
        };

        (string Value, int Line)? Get(string key) => keys.TryGetValue(key, out var found) && found.Value.Length > 0 ? found : null;
    }

    private CommentState ToState((string Value, int Line)? written, int opening)
    {
        if (written is not ({ } word, var line))
        {
            Add(opening, "state", "The comment has no state and is taken as published. Add 'state: published', or run check --fix.");
            return CommentState.Published;
        }

        if (CommentStateTable.TryParse(word, out var state))
        {
            return state;
        }

        if (!CommentStateTable.TryParse(word.ToLowerInvariant(), out state))
        {
            var states = Enum.GetValues<CommentState>().Select(CommentStateTable.ToWord).ToArray();
            throw Fail(line, $"The state is not known, so it cannot be told whether the comment may be seen; {NearestWord.Hint(word, states)}");
        }

        Add(line, "state", "States are written in small letters. Put it right, or run check --fix.");
        return state;
    }

    private string? ToReason((string Value, int Line)? written, CommentState state)
    {
        if (written is not ({ } reason, var line))
        {
            return null;
        }

        if (state != CommentState.Published && ThreadSyntax.Reasons.Contains(reason, StringComparer.Ordinal))
        {
            return reason;
        }

        Add(line, "reason", $"A reason is only for removed comments, and only one of: {string.Join("; ", ThreadSyntax.Reasons)}. It is left out: readers are told nothing finer. Delete the line, or run check --fix.");
        return null;
    }

    private InferredPlace? ToInferred((string Value, int Line)? written)
    {
        if (written is not ({ } text, var line))
        {
            return null;
        }

        if (!InferredPlace.TryParse(text, out var inferred))
        {
            Add(line, "inferred", "What was inferred is 'parent', 'answers ID' or 'parent; answers ID', with the id of a comment. This is left out. Put it right, or run check --fix, which deletes the line.");
        }

        return inferred;
    }

    private CommentIds? ToAlso((string Value, int Line)? written) => written is not ({ } text, var line) ? null
        : CommentIds.TryParse(text, out var ids) ? ids
        : throw Fail(line, "'also:' has ids of comments that were the same as this one, each once, with one blank between them. Put it right, or delete the line: old links to those comments then lead to the post.");

    private string ReadBody(Dictionary<string, (string Value, int Line)> keys)
    {
        var first = _next;
        while (_next < _lines.Length && !IsSeparator(_lines[_next]))
        {
            var line = _lines[_next];
            if (line.StartsWith(ThreadSyntax.Separator, StringComparison.Ordinal))
            {
                Add(_next, "escape", @"A line of a comment's text that begins with '--- comment' is written with a backslash before it. Add it, or run check --fix.");
                _lines[_next] = "\\" + line;
            }
            else if (LooksLikeSeparator(line))
            {
                Add(_next, "separator", "The line looks like the '--- comment' that opens a comment but is not, so it and what follows is read as text of the comment before. Write exactly '--- comment', or change the line.", fixable: false);
            }

            _next++;
        }

        var start = first;
        while (start < _next && IsBlank(_lines[start]))
        {
            start++;
        }

        // A blank line inside the header would turn "state: withheld" into text.
        if (start < _next && !keys.ContainsKey("state") && TrySplit(_lines[start], out var key, out _) && Array.IndexOf(ThreadSyntax.Keys, key) >= 0)
        {
            throw Fail(start, $"The comment's header has no 'state:' and its text begins with '{key}:', so a blank line may have slipped into the header. Delete the blank line, or add 'state: published' to the header.");
        }

        if (_next < _lines.Length && start < _next && !IsBlank(_lines[_next - 1]))
        {
            Add(_next, "layout", "A blank line is missing before '--- comment'. Add it, or run check --fix.");
        }

        var body = SourceText.WithoutBlankEnds(string.Join('\n', _lines[first.._next]));
        return ThreadSyntax.Unescape(body);
    }

    private void CheckNumbers()
    {
        var seen = new Dictionary<CommentNumber, CommentId>();
        foreach (var (fields, _, line) in _comments)
        {
            if (fields.Number is { } number && !seen.TryAdd(number, fields.Id))
            {
                Add(line, "number", $"Comment {fields.Id} has the number {number}, which comment {seen[number]} has already, so a citation of it leads to the first. Give one of them a free number.", fixable: false);
            }
        }
    }

    /// <summary>Puts every comment behind its parent, depth first, siblings in the order of the file; a parent that is not there becomes a missing comment.</summary>
    private List<PublishedComment> InOrder()
    {
        var byId = new Dictionary<CommentId, int>(_comments.Count);
        for (var i = 0; i < _comments.Count; i++)
        {
            if (!byId.TryAdd(_comments[i].Fields.Id, i))
            {
                throw Fail(_comments[i].Line, string.Create(CultureInfo.InvariantCulture, $"The id {_comments[i].Fields.Id} stands twice in this thread (first in line {_comments[byId[_comments[i].Fields.Id]].Line + 1}). Give one of the two another id, and its replies with it, or delete the repeat."));
            }
        }

        var gone = new HashSet<CommentId>();
        foreach (var (fields, _, line) in _comments)
        {
            foreach (var id in fields.Also?.All ?? [])
            {
                if (byId.ContainsKey(id) || !gone.Add(id))
                {
                    throw Fail(line, $"'also:' names {id}, which is a comment of this thread or is named by another 'also:'. Delete it from this line, or the comment.");
                }
            }
        }

        var top = new List<int>();
        var replies = new Dictionary<CommentId, List<int>>();
        var written = _comments.Count;
        for (var i = 0; i < written; i++)
        {
            if (_comments[i].Fields.Parent is not { } parent)
            {
                top.Add(i);
                continue;
            }

            if (gone.Contains(parent))
            {
                throw Fail(_comments[i].Line, $"Comment {_comments[i].Fields.Id} answers {parent}, which is in the thread no more: another comment's 'also:' names it. Write that comment's id as the parent.");
            }

            if (byId.TryAdd(parent, _comments.Count))
            {
                Add(_comments[i].Line, "parent-missing", $"Comment {_comments[i].Fields.Id} answers {parent}, which is not in this thread; a comment that is marked as lost stands in for it. Put the parent's id right, or run check --fix to write the stand-in.");
                top.Add(_comments.Count);
                _comments.Add((new CommentFields { Id = parent, State = CommentState.Missing }, string.Empty, _comments[i].Line));
            }

            if (!replies.TryGetValue(parent, out var list))
            {
                replies.Add(parent, list = []);
            }

            list.Add(i);
        }

        var ordered = new List<PublishedComment>(_comments.Count);
        var order = new List<int>(_comments.Count);
        var open = new Stack<int>();
        for (var i = top.Count - 1; i >= 0; i--)
        {
            open.Push(top[i]);
        }

        while (open.TryPop(out var i))
        {
            order.Add(i);
            ordered.Add(PublishedComment.Create(_comments[i].Fields, _comments[i].Body));
            if (replies.TryGetValue(_comments[i].Fields.Id, out var list))
            {
                for (var k = list.Count - 1; k >= 0; k--)
                {
                    open.Push(list[k]);
                }
            }
        }

        if (ordered.Count < _comments.Count)
        {
            var lost = Enumerable.Range(0, _comments.Count).Except(order).Min();
            throw Fail(_comments[lost].Line, $"Comment {_comments[lost].Fields.Id} and the comments it answers answer each other in a circle. Delete the 'parent:' line of the one that came first.");
        }

        var read = order.Where(i => i < written).ToList(); // without the stand-ins
        var moved = Enumerable.Range(0, written).FirstOrDefault(place => read[place] != place, -1);
        if (moved >= 0)
        {
            var (fields, _, line) = _comments[read[moved]];
            Add(line, "thread-order", $"Comment {fields.Id} does not stand in thread order: a comment comes before its replies, and all its replies before the next comment. Move it, or run check --fix.");
        }

        return ordered;
    }

    private void Add(int line, string rule, string message, bool fixable = true)
    {
        if (_findings.Count < MostFindings)
        {
            _findings.Add(new SourceFinding(_path, line + 1, rule, message, fixable));
        }
        else
        {
            _unlisted++;
        }
    }

    private SourceException Fail(int line, string message) => new(_path, line + 1, message);

    /// <summary>A separator, or one with blanks behind it: nothing else can be meant.</summary>
    private static bool IsSeparator(string line) =>
        line.StartsWith(ThreadSyntax.Separator, StringComparison.Ordinal) && IsBlank(line.AsSpan(ThreadSyntax.Separator.Length));

    private static bool LooksLikeSeparator(string line)
    {
        var text = line.AsSpan().Trim().TrimEnd(':');
        var word = text.TrimStart("-–— \t");
        return text.Length - word.Length is > 1 and < 8 && (word.Equals("comment", StringComparison.OrdinalIgnoreCase) || word.Equals("comments", StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsBlank(ReadOnlySpan<char> line) => line.IndexOfAnyExcept(' ', '\t') < 0;

    /// <summary>Splits <c>key: value</c>; a key is letters and hyphens, in any case, and the value loses blanks at its ends and what no value may hold.</summary>
    private static bool TrySplit(string line, out string key, out string value)
    {
        key = value = string.Empty;
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        var name = colon < 0 ? [] : line.AsSpan(0, colon).Trim();
        if (name.Length is 0 or > 40)
        {
            return false;
        }

        foreach (var c in name)
        {
            if (!char.IsAsciiLetter(c) && c != '-')
            {
                return false;
            }
        }

        key = name.ToString().ToLowerInvariant();
        value = SourceText.CanonicalValue(line[(colon + 1)..]) ?? string.Empty;
        return true;
    }

    private static string Shorten(string key) => key.Length <= 20 ? key : key[..20] + "…";
}
