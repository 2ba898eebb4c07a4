namespace Blog.Tests.Architecture.Fixtures.Html;

internal static class TypeOfUse
{
    public static Type Run() => typeof(Source.Target);
}
