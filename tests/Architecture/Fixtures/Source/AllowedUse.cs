namespace Blog.Tests.Architecture.Fixtures.Source;

internal sealed class AllowedUse
{
    public Html.Harmless? Field { get; init; }
}
