using System.Reflection;
using Blog.Html;
using Blog.Model;

namespace Blog.Tests.Architecture;

/// <summary>Records that may be published are made in two places only: by the release, which applied every decision, and by the readers of <c>input/</c>.</summary>
public sealed class PublishedRecordsTests
{
    private const string Fixtures = "Blog.Tests.Architecture.Fixtures.";

    [Theory]
    [InlineData(typeof(PublishedPost))]
    [InlineData(typeof(PublishedComment))]
    public void Only_the_release_and_the_readers_of_input_make_published_records(Type record)
    {
        using var program = new CompiledAssembly(record.Assembly.Location);

        var callers = program.Callers(record.FullName ?? record.Name, "Create").ToList();

        Assert.NotEmpty(callers); // else the question is wrong
        Assert.All(callers, caller => Assert.True(MayCreate(caller), caller));
    }

    [Theory]
    [InlineData(typeof(PublishedPost))]
    [InlineData(typeof(PublishedComment))]
    public void A_published_record_has_one_factory_and_cannot_be_changed(Type record)
    {
        using var program = new CompiledAssembly(record.Assembly.Location);

        Assert.Equal([record.FullName], program.Callers(record.FullName ?? record.Name, ".ctor"));
        Assert.Empty(record.GetConstructors());
        Assert.All(record.GetProperties(), property => Assert.False(property.CanWrite, property.Name)); // "with" could not change one
    }

    [Fact]
    public void Safe_markup_is_made_by_nobody_but_the_folder_that_sanitises()
    {
        using var program = new CompiledAssembly(typeof(SafeHtml).Assembly.Location);

        Assert.All(program.Callers(typeof(SafeHtml).FullName ?? nameof(SafeHtml), ".ctor"), caller => Assert.StartsWith("Blog.Html.", caller, StringComparison.Ordinal));
    }

    [Fact]
    public void A_planted_maker_is_found_however_it_calls()
    {
        using var tests = new CompiledAssembly(Assembly.GetExecutingAssembly().Location);

        Assert.Equal([Fixtures + "MakesAsync", Fixtures + "MakesPublishedRecords"], Planted(tests, "PublishedPost"));
        Assert.Equal([Fixtures + "MakesInLambda", Fixtures + "MakesPublishedRecords"], Planted(tests, "PublishedComment"));
    }

    [Theory]
    [InlineData("Blog.Source.ThreadReader", true)]
    [InlineData("Blog.Release.BlogReleaser", true)]
    [InlineData("Blog.Source.BlogWriter", false)]
    [InlineData("Blog.Import.ExportReader", false)]
    [InlineData("Blog.Commands.ReleaseCommand", false)]
    [InlineData("Blog.Tests.Architecture.Fixtures.MakesAsync", false)]
    public void Who_may_is_decided_by_folder_and_role(string caller, bool may) => Assert.Equal(may, MayCreate(caller));

    private static IEnumerable<string> Planted(CompiledAssembly assembly, string record) => assembly
        .Callers("Blog.Model." + record, "Create")
        .Where(caller => caller.StartsWith(Fixtures, StringComparison.Ordinal));

    private static bool MayCreate(string caller) =>
        caller.StartsWith("Blog.Release.", StringComparison.Ordinal) ||
        (caller.StartsWith("Blog.Source.", StringComparison.Ordinal) && caller.EndsWith("Reader", StringComparison.Ordinal));
}
