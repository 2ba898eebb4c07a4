namespace Blog.Tests.Architecture.Fixtures.Html;

internal static class LocalUse
{
    public static string? Run(object value) => (value as Source.Target)?.Message;
}
