namespace Blog.Tests.Architecture.Fixtures.Html;

internal static class NestedUse
{
    internal sealed class Inner
    {
        public int Run() => Source.Target.Value;
    }
}
