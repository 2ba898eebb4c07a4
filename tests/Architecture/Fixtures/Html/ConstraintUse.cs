namespace Blog.Tests.Architecture.Fixtures.Html;

internal static class ConstraintUse
{
    public static string Run<T>()
        where T : Source.Target => typeof(T).Name;
}
