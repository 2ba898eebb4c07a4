namespace Blog.Tests.Architecture.Fixtures.Html;

internal static class CatchUse
{
    public static void Run(Action action)
    {
        try
        {
            action();
        }
        catch (Source.Target)
        {
            throw new InvalidOperationException();
        }
    }
}
