namespace Blog.Tests.Architecture.Fixtures.Html;

internal sealed class Harmless;
