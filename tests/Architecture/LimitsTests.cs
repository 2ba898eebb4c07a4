using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Blog.Html;
using Blog.Import;
using Blog.Import.Documents;
using Blog.Import.Fetching;
using Blog.Import.Zip;

namespace Blog.Tests.Architecture;

/// <summary>The one table of limits (docs/limits.md) says what the code does, and the code keeps no limit on what strangers send that the table does not say.</summary>
public sealed partial class LimitsTests
{
    private static readonly Assembly Program = typeof(Importers).Assembly;

    // Bounds on what the program itself makes or shows, not on what comes in.
    private static readonly string[] NotOnInput =
    [
        "LossLedger.MostIds", "ElementSplitter.Lookahead", "ZipNames.LongestShown", "MarkupOutput.MaxKept", "MarkdownPipelines.MaxDepth", "HtmlSanitizer.MaximumPasses", "NearestWord.LongestCompared", "TolerantThreadReader.MostFindings",
        "DocumentLimits.MaximumListed", "ZipIndex.LongestComment", "MarkupLimits.LongestName", "MarkdownList.LargestNumber", "MarkdownBlocks.MaximumDepth", "CitationChoice.MaxChoices", "MarkdownDepth.Max",
        "QuoteForm.MaxSpeaker", "QuoteForm.MaxWords", "TableShape.LongestCell", "SimpleMarkupReader.DeepestNesting", "MailText.LongestSignature", "MailText.LongestSignatureLine", "MarkdownReader.LongestHead", "WrappedLines.MostWidth",
    ];

    public static TheoryData<string, string, string> Rows()
    {
        var rows = new TheoryData<string, string, string>();
        foreach (var line in File.ReadLines(Path.Combine(SharedMaterial.Project, "docs", "limits.md")))
        {
            if (Row().Match(line) is { Success: true } row)
            {
                rows.Add(row.Groups["type"].Value, row.Groups["member"].Value, row.Groups["value"].Value);
            }
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void The_table_says_what_the_code_does(string type, string member, string value)
    {
        var held = Program.GetTypes().Where(one => one.Name == type && (one.Namespace ?? string.Empty).StartsWith("Blog.", StringComparison.Ordinal)).Select(one => Value(one, member)).FirstOrDefault(found => found is not null);

        Assert.True(held is not null, $"docs/limits.md names {type}.{member}, which is not there.");
        Assert.Equal(long.Parse(value.Replace(",", string.Empty, StringComparison.Ordinal), CultureInfo.InvariantCulture), held);
    }

    [Fact]
    public void Every_limit_on_what_comes_in_has_its_row()
    {
        var rows = Rows().Select(row => $"{row[0]}.{row[1]}").ToHashSet(StringComparer.Ordinal);
        Assert.True(rows.Count > 40, "the table was not found");
        var missing = Program.GetTypes()
            .Where(type => type.Namespace is { } space && (space is "Blog.Html" or "Blog.Source" or "Blog.Import" or "Blog.Import.Blogger" or "Blog.Import.Fetching" or "Blog.Import.Readers" or "Blog.Import.Documents" or "Blog.Import.Xml" or "Blog.Import.Zip"))
            .SelectMany(type => type.GetMembers(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly)
                .Where(member => Name().IsMatch(member.Name) && Value(type, member.Name) is not null)
                .Select(member => $"{type.Name}.{member.Name}"))
            .Where(name => !rows.Contains(name) && !NotOnInput.Contains(name, StringComparer.Ordinal))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();

        Assert.True(missing.Count == 0, "docs/limits.md has no row for: " + string.Join(", ", missing));
    }

    private static long? Value(Type type, string member)
    {
        const BindingFlags all = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;
        object? held = null;
        if (type.GetField(member, all) is { IsLiteral: true } constant)
        {
            held = constant.GetRawConstantValue();
        }
        else if (type.GetProperty(member, all) is { CanWrite: true } property)
        {
            var instance = type == typeof(ZipLimits) ? ZipLimits.Archive : type == typeof(DocumentLimits) ? DocumentLimits.Default : type == typeof(HtmlContext) ? HtmlContext.Comment : type == typeof(FetchLimits) ? FetchLimits.Default : (object?)null;
            held = instance is null ? null : property.GetValue(instance);
        }

        return held is int or long ? Convert.ToInt64(held, CultureInfo.InvariantCulture) : null;
    }

    [GeneratedRegex(@"^\| .* \| (?<value>[\d,]+)( [^|]*)? \| .* \| `(?<type>\w+)\.(?<member>\w+)` \|$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Row();

    [GeneratedRegex("^(Max|Maximum|Most|Longest|Deepest|Largest)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Name();
}
