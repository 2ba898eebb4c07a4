using System.Globalization;
using System.Text.RegularExpressions;

namespace Blog.Source;

/// <summary>Takes the known keys out of a YAML map and notes every problem instead of stopping at the first.</summary>
internal sealed partial class YamlFields
{
    private readonly Dictionary<string, YamlEntry> _entries = new(StringComparer.Ordinal);
    private readonly string _path;
    private readonly string _prefix;
    private readonly List<SourceFinding> _problems;

    /// <summary>Checks the keys of a map.</summary>
    /// <param name="map">The map.</param>
    /// <param name="known">Its keys; null where any key is allowed.</param>
    /// <param name="path">Path of the file.</param>
    /// <param name="prefix">Words before a key in messages, e.g. <c>anonymity.</c>; empty at the top.</param>
    /// <param name="problems">Where problems go.</param>
    public YamlFields(YamlValue.Map map, IReadOnlyCollection<string>? known, string path, string prefix, List<SourceFinding> problems)
    {
        _path = path;
        _prefix = prefix;
        _problems = problems;
        Line = map.Line;
        foreach (var entry in map.Entries)
        {
            if (known is not null && !known.Contains(entry.Key, StringComparer.Ordinal))
            {
                Problem(entry.Line, $"There is no key '{prefix}{Show(entry.Key)}'; {NearestWord.Hint(entry.Key, known)} Correct or delete it.");
            }
            else if (!_entries.TryAdd(entry.Key, entry))
            {
                Problem(entry.Line, string.Create(CultureInfo.InvariantCulture, $"'{prefix}{Show(entry.Key)}' stands twice (first in line {_entries[entry.Key].Line}). Delete the wrong one."));
            }
        }
    }

    /// <summary>Line on which the map begins.</summary>
    public int Line { get; }

    /// <summary>Line of a key; of the map where the key is absent.</summary>
    public int LineOf(string key) => _entries.TryGetValue(key, out var entry) ? entry.Line : Line;

    /// <summary>Notes a problem with a key's value.</summary>
    public void Problem(string key, string message) => Problem(LineOf(key), message);

    /// <summary>A text on one line (line ends in it become blanks); null where absent or empty.</summary>
    public string? Text(string key)
    {
        if (Find(key) is not { } value)
        {
            return null;
        }

        if (value is YamlValue.Text text)
        {
            return Line1(text, _prefix + key);
        }

        Problem(key, $"'{_prefix}{key}' is one text. Put it in double quotes if it contains brackets, e.g. \"[redacted: town] council\".");
        return null;
    }

    /// <summary>A text that must be there; empty (with a problem noted) where it is not.</summary>
    public string Required(string key, string how)
    {
        var before = _problems.Count;
        var text = Text(key);
        if (text is null && _problems.Count == before)
        {
            Problem(LineOf(key), $"'{_prefix}{key}' is missing. {how}");
        }

        return text ?? string.Empty;
    }

    /// <summary><c>true</c> or <c>false</c>.</summary>
    /// <param name="key">The key.</param>
    /// <param name="absent">What its absence, or another value (with a problem noted), means.</param>
    public bool Switch(string key, bool absent = false)
    {
        if (Find(key) is not { } value)
        {
            return absent;
        }

        if (value is YamlValue.Text { Plain: true } text)
        {
            if (text.Value is "true" or "True" or "TRUE")
            {
                return true;
            }

            if (text.Value is "false" or "False" or "FALSE")
            {
                return false;
            }
        }

        Problem(key, $"'{_prefix}{key}' is true or false. Write one of the two, without quotes.");
        return absent;
    }

    /// <summary>A whole number within limits; null where absent or wrong (with a problem noted).</summary>
    public int? Number(string key, int least, int most)
    {
        if (Find(key) is not { } value)
        {
            return null;
        }

        if (value is YamlValue.Text text &&
            int.TryParse(text.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        Problem(key, string.Create(CultureInfo.InvariantCulture, $"'{_prefix}{key}' is a whole number from {least} to {most}. Write one."));
        return null;
    }

    /// <summary>One of a closed list of words; null where absent or wrong (with a problem noted).</summary>
    public T? Word<T>(string key, IReadOnlyDictionary<string, T> words)
        where T : struct
    {
        if (Text(key) is not { } text)
        {
            return null;
        }

        if (words.TryGetValue(text, out var value))
        {
            return value;
        }

        Problem(key, $"'{_prefix}{key}' is one of {string.Join(", ", words.Keys)}; {NearestWord.Hint(text, [.. words.Keys])}");
        return null;
    }

    /// <summary>A list of texts without repeats; one text alone counts as a list of one.</summary>
    public IReadOnlyList<string> Texts(string key)
    {
        var texts = new List<string>();
        switch (Find(key))
        {
            case null:
                break;
            case YamlValue.Text one:
                if (one.Plain && one.Value.Contains(',', StringComparison.Ordinal))
                {
                    Problem(key, $"'{_prefix}{key}' is a list. Put it in brackets, [one, two], or each on a line of its own after '- '.");
                }

                Take(one);
                break;
            case YamlValue.Items list:
                foreach (var item in list.Values)
                {
                    if (item is YamlValue.Text text)
                    {
                        Take(text);
                    }
                    else
                    {
                        Problem(item.Line, $"'{_prefix}{key}' is a list of texts. Put a text that contains brackets or ': ' in double quotes.");
                    }
                }

                break;
            default:
                Problem(key, $"'{_prefix}{key}' is a list. Write [one, two], or each on a line of its own after '- '.");
                break;
        }

        return texts;

        void Take(YamlValue.Text item)
        {
            if (Line1(item, _prefix + key) is { } text && !texts.Contains(text, StringComparer.Ordinal))
            {
                texts.Add(text);
            }
        }
    }

    /// <summary>A map with known keys; null where absent or wrong (with a problem noted).</summary>
    public YamlFields? Map(string key, IReadOnlyCollection<string> known)
    {
        switch (Find(key))
        {
            case null:
                return null;
            case YamlValue.Map map:
                return new YamlFields(map, known, _path, $"{_prefix}{key}.", _problems);
            default:
                Problem(key, $"'{_prefix}{key}' is a map with the keys {string.Join(", ", known)}. Write {{{string.Join(": …, ", known)}: …}} or each key on a line of its own, indented.");
                return null;
        }
    }

    /// <summary>A map from any text to a text, in the order of the file; entries without a value are left out.</summary>
    public IReadOnlyDictionary<string, string> Pairs(string key)
    {
        var pairs = new Dictionary<string, string>(StringComparer.Ordinal);
        switch (Find(key))
        {
            case null:
                break;
            case YamlValue.Map map:
                var inner = new YamlFields(map, known: null, _path, $"{_prefix}{key}.", _problems);
                foreach (var entry in map.Entries)
                {
                    if (SourceText.CanonicalValue(entry.Key) != entry.Key)
                    {
                        Problem(entry.Line, $"A key of '{_prefix}{key}' is empty or holds a control character or a line end. Write it as plain text.");
                    }
                    else if (inner.Text(entry.Key) is { } text)
                    {
                        pairs.TryAdd(entry.Key, text);
                    }
                }

                break;
            default:
                Problem(key, $"'{_prefix}{key}' is a map: each name on a line of its own, indented, with ': ' and its text.");
                break;
        }

        return pairs;
    }

    private YamlValue? Find(string key) =>
        _entries.TryGetValue(key, out var entry) && entry.Value is not YamlValue.Text { IsNull: true } ? entry.Value : null;

    private string? Line1(YamlValue.Text text, string key)
    {
        var folded = LineEnds().Replace(text.Value, " ").Trim(' ', '\t', '\n');
        if (SourceText.IsCanonicalValue(folded))
        {
            return folded.Length == 0 ? null : folded;
        }

        Problem(text.Line, $"'{Show(key)}' holds a tab, a control character or one that turns the direction of the text around. Retype the value.");
        return null;
    }

    private void Problem(int line, string message) => _problems.Add(new SourceFinding(_path, line, "yaml", message, Fixable: false));

    /// <summary>A key for a message: short, and without what could garble a terminal.</summary>
    private static string Show(string key)
    {
        var clean = SourceText.CanonicalValue(key) ?? string.Empty;
        return clean.Length <= 40 ? clean : clean[..20] + "…";
    }

    [GeneratedRegex(@"[ \t]*\n[ \t\n]*", RegexOptions.CultureInvariant)]
    private static partial Regex LineEnds();
}
