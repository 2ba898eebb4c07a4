using System.Reflection;

namespace Blog.Tests.Architecture;

public sealed class FolderArrowTests
{
    private const string Fixtures = "Blog.Tests.Architecture.Fixtures.";

    private static readonly Lazy<List<string>> Planted = new(FindPlanted);

    [Fact]
    public void No_folder_of_the_program_names_one_that_comes_after_it_or_the_other_side()
    {
        using var program = new CompiledAssembly(typeof(Blog.Model.PostId).Assembly.Location);

        var violations = FolderArrows.Violations(program.References(), "Blog.").ToList();

        Assert.True(violations.Count == 0, string.Join('\n', violations));
    }

    [Fact]
    public void Every_type_of_the_program_lies_in_a_folder()
    {
        var strays = typeof(Blog.Model.PostId).Assembly.GetTypes()
            .Where(type => type is { IsNested: false, Namespace: "Blog" })
            .Select(type => type.Name);

        Assert.Empty(strays);
    }

    [Theory]
    [InlineData("Html.AttributeUse")]
    [InlineData("Html.AttributeTypeUse")]
    [InlineData("Html.BaseUse")]
    [InlineData("Html.CallUse")]
    [InlineData("Html.CatchUse")]
    [InlineData("Html.ConstraintUse")]
    [InlineData("Html.FieldUse")]
    [InlineData("Html.GenericCallUse")]
    [InlineData("Html.LambdaUse")]
    [InlineData("Html.LocalUse")]
    [InlineData("Html.NestedUse")]
    [InlineData("Html.ParameterUse")]
    [InlineData("Html.TypeOfUse")]
    [InlineData("Html.UsesCommands")]
    [InlineData("Import.UsesPublicSide")]
    [InlineData("Content.UsesPrivateSide")]
    public void A_planted_arrow_is_found(string type) => Assert.Contains(Planted.Value, violation => violation.StartsWith(type + " names ", StringComparison.Ordinal));

    [Theory]
    [InlineData("Source.AllowedUse")]
    [InlineData("Commands.AllowedUse")]
    public void An_arrow_with_the_order_is_none(string type) => Assert.DoesNotContain(Planted.Value, violation => violation.StartsWith(type, StringComparison.Ordinal));

    [Theory]
    [InlineData("Blog.Unknown.A", "Blog.Html.B")]
    [InlineData("Blog.Html.A", "Blog.Unknown.B")]
    [InlineData("Blog.A", "Blog.Html.B")]
    [InlineData("Blog.Desk.A", "Blog.Commands.B")]
    [InlineData("Blog.Gate.A", "Blog.Release.B")]
    [InlineData("Blog.Release.A", "Blog.Site.B")]
    [InlineData("Blog.Text.A", "Blog.Html.B")]
    public void A_reference_against_the_order_is_a_violation(string from, string to) =>
        Assert.Single(FolderArrows.Violations([(from, to)], "Blog."));

    private static List<string> FindPlanted()
    {
        using var tests = new CompiledAssembly(Assembly.GetExecutingAssembly().Location);
        return [.. FolderArrows.Violations(tests.References(), Fixtures)];
    }
}
