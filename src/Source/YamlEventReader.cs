using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Blog.Source;

/// <summary>Reads any YAML through YamlDotNet's events, within limits, and refuses what refers to something else.</summary>
/// <remarks>
/// YamlDotNet's object layer dies of an uncatchable stack overflow on 80 KB of <c>{a: </c> and expands aliases without bound. Its events
/// are flat, so they are counted here as they come: no anchors, aliases or tags, depth at most 24, at most 20,000 events.
/// </remarks>
internal static class YamlEventReader
{
    private const int MaxDepth = 24;
    private const int MaxEvents = 20_000;

    /// <summary>Reads one document.</summary>
    /// <param name="yaml">The text.</param>
    /// <param name="path">Path for messages.</param>
    /// <param name="firstLine">Line of the file on which the text begins.</param>
    /// <returns>The document's value; an empty map for an empty document.</returns>
    /// <exception cref="SourceException">It is not YAML, or YAML of a kind that is not read.</exception>
    public static YamlValue Read(string yaml, string path, int firstLine)
    {
        try
        {
            return ReadEvents(yaml, path, firstLine);
        }
        catch (YamlException broken)
        {
            // YamlDotNet's own message may quote the text, so only the place is used.
            throw new SourceException(path, LineOf(broken.Start, firstLine), "The YAML cannot be read here: often a tab used for indenting, a quote that is not closed, or a ':' in a text without quotes. Indent with blanks and put the text in double quotes.");
        }
    }

    private static YamlValue ReadEvents(string yaml, string path, int firstLine)
    {
        var parser = new Parser(new StringReader(yaml));
        var open = new Stack<Level>();
        YamlValue? root = null;
        var events = 0;
        var documents = 0;
        while (parser.MoveNext())
        {
            var current = parser.Current ?? throw new InvalidOperationException("YamlDotNet moved on without an event.");
            var line = LineOf(current.Start, firstLine);
            if (++events > MaxEvents)
            {
                throw new SourceException(path, line, "The YAML has more parts than any settings or front matter needs (20,000). Shorten it.");
            }

            if (current is NodeEvent node && (!node.Anchor.IsEmpty || !node.Tag.IsEmpty))
            {
                throw new SourceException(path, line, "Anchors (&x) and tags (!x) are not read here. Write the value out; put a text that begins with such a sign in double quotes.");
            }

            switch (current)
            {
                case AnchorAlias:
                    throw new SourceException(path, line, "Aliases (*x) are not read here. Write the value out; put a text that begins with * in double quotes.");
                case Scalar scalar:
                    Place(new YamlValue.Text(scalar.Value, scalar.Style == ScalarStyle.Plain, line));
                    break;
                case MappingStart or SequenceStart:
                    if (open.Count == MaxDepth)
                    {
                        throw new SourceException(path, line, "The YAML is nested more than 24 deep. Flatten it.");
                    }

                    open.Push(new Level(current is MappingStart, line));
                    break;
                case MappingEnd or SequenceEnd:
                    Place(open.Pop().Close(path));
                    break;
                case DocumentStart when ++documents > 1:
                    throw new SourceException(path, line, "A second YAML document ('---') begins here. One is read; delete the line or join the two.");
                case StreamStart or StreamEnd or DocumentStart or DocumentEnd or Comment:
                    break;
                default:
                    throw new InvalidOperationException($"No such YAML event: {current.GetType().Name}.");
            }
        }

        return root ?? new YamlValue.Map([], firstLine);

        void Place(YamlValue value)
        {
            if (open.TryPeek(out var level))
            {
                level.Values.Add(value);
            }
            else
            {
                root = value;
            }
        }
    }

    private static int LineOf(Mark mark, int firstLine) => (int)Math.Min(int.MaxValue - firstLine, mark.Line - 1) + firstLine;

    /// <summary>A map or list that is not closed yet; a map's keys and values alternate.</summary>
    private sealed record Level(bool IsMap, int Line)
    {
        public List<YamlValue> Values { get; } = [];

        public YamlValue Close(string path)
        {
            if (!IsMap)
            {
                return new YamlValue.Items(Values, Line);
            }

            var entries = new List<YamlEntry>(Values.Count / 2);
            for (var i = 0; i + 1 < Values.Count; i += 2)
            {
                if (Values[i] is not YamlValue.Text key)
                {
                    throw new SourceException(path, Values[i].Line, "A key of a YAML map is not a text. Put it in double quotes; a value with brackets needs them too.");
                }

                entries.Add(new YamlEntry(key.Value, key.Line, Values[i + 1]));
            }

            return new YamlValue.Map(entries, Line);
        }
    }
}
