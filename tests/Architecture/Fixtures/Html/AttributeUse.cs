namespace Blog.Tests.Architecture.Fixtures.Html;

[Source.Target]
internal sealed class AttributeUse;
