namespace Blog.Tests.Architecture.Fixtures.Source;

[AttributeUsage(AttributeTargets.All)]
internal sealed class TargetAttribute : Attribute;
