namespace Blog.Tests.Architecture.Fixtures.Html;

internal static class CallUse
{
    public static int Run() => Source.Target.Call();
}
