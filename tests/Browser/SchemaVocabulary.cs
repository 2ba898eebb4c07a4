using System.Text.RegularExpressions;

namespace Blog.Tests.Browser;

/// <summary>The types and properties of schema.org, as Google's package schema-dts declares them for TypeScript: <c>interface CommentBase extends CreativeWorkBase { "parentItem"?: SchemaValue&lt;Comment | ...&gt;; }</c>.</summary>
internal sealed partial class SchemaVocabulary
{
    private readonly Dictionary<string, (string[] Parents, Dictionary<string, string[]> Properties)> _interfaces = new(StringComparer.Ordinal);

    private SchemaVocabulary()
    {
    }

    public static SchemaVocabulary Read(string file)
    {
        var vocabulary = new SchemaVocabulary();
        foreach (Match match in Interface().Matches(File.ReadAllText(file)))
        {
            var properties = Property().Matches(match.Groups["body"].Value).ToDictionary(
                property => property.Groups["name"].Value,
                property => property.Groups["takes"].Value.Split('|', StringSplitOptions.TrimEntries),
                StringComparer.Ordinal);
            vocabulary._interfaces[match.Groups["name"].Value] = ([.. match.Groups["parents"].Value.Split(',', StringSplitOptions.TrimEntries)], properties);
        }

        Assert.True(vocabulary._interfaces.Count > 800); // all of it was read
        return vocabulary;
    }

    /// <summary>Whether things of a type have a property, their own or of a type above.</summary>
    public bool Has(string type, string property) => Above(type + "Leaf").Any(name => _interfaces[name].Properties.ContainsKey(property));

    /// <summary>Whether a property takes a thing of a type, or of one above it.</summary>
    public bool Takes(string property, string type) =>
        _interfaces.Values.Any(one => one.Properties.TryGetValue(property, out var takes) && Above(type + "Leaf").Any(name => takes.Contains(name[..^4], StringComparer.Ordinal)));

    private IEnumerable<string> Above(string name) => _interfaces.TryGetValue(name, out var one) ? one.Parents.SelectMany(Above).Prepend(name) : [];

    [GeneratedRegex("""^(?:export )?interface (?<name>\w+) extends (?<parents>[^{]+) \{\n(?<body>.*?)^\}""", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Interface();

    [GeneratedRegex("""^ +"(?<name>\w+)"\?: SchemaValue<(?<takes>[^,]+),""", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Property();
}
