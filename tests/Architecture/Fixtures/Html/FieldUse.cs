namespace Blog.Tests.Architecture.Fixtures.Html;

internal sealed class FieldUse
{
    public IReadOnlyList<Source.Target[]>? Field { get; init; }
}
