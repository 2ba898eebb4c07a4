namespace Blog.Tests.Architecture.Fixtures.Source;

internal class Target : Exception
{
    public static readonly int Value = Environment.ProcessorCount;

    public static int Call() => Value;

    public static T Same<T>(T value) => value;
}
