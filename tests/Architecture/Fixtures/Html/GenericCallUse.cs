namespace Blog.Tests.Architecture.Fixtures.Html;

internal static class GenericCallUse
{
    public static int Run() => Array.Empty<Source.Target>().Length;
}
