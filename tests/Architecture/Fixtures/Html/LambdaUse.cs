namespace Blog.Tests.Architecture.Fixtures.Html;

internal static class LambdaUse
{
    public static Func<int> Run(int more) => () => Source.Target.Call() + more;
}
