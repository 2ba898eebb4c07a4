namespace Blog.Tests.Architecture.Fixtures.Html;

internal static class ParameterUse
{
    public static bool Run(Source.Target? value) => value is null;
}
