namespace Blog.Tests.Jose;

/// <summary>A test against the jose package of npm, skipped with a plain message where it is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NodeJoseFactAttribute : FactAttribute
{
    public NodeJoseFactAttribute() => Skip = NodeJose.WhyNot!; // null is "not skipped"
}
