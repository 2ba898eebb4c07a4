using System.Globalization;
using Blog.Redact.Tagging;

namespace Blog.Tests.Redact.Tagging;

/// <summary>What the console says of the tagger is what the documentation says.</summary>
public sealed class TaggerFigureTests
{
    [Fact]
    public void The_figures_of_the_console_are_those_of_the_documentation()
    {
        var documented = File.ReadLines(Path.Combine(SharedMaterial.Project, "docs", "detection.md")).ToHashSet(StringComparer.Ordinal);

        Assert.All(TaggerFigure.All, figure => Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"| {figure.What} | {figure.Suggest} | {figure.Guard} |"), documented));
    }
}
