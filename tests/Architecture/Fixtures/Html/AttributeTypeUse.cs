namespace Blog.Tests.Architecture.Fixtures.Html;

[System.ComponentModel.TypeConverter(typeof(Source.Target))]
internal sealed class AttributeTypeUse;
