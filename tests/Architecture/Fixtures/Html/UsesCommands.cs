namespace Blog.Tests.Architecture.Fixtures.Html;

internal static class UsesCommands
{
    public static object Run() => new Commands.AllowedUse();
}
