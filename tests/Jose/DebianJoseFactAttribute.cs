namespace Blog.Tests.Jose;

/// <summary>A test against Debian's jose command, skipped with a plain message where it is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DebianJoseFactAttribute : FactAttribute
{
    public DebianJoseFactAttribute() => Skip = (Programs.Has("jose") ? null : "There is no jose command on this machine (Debian: apt-get install jose).")!; // null is "not skipped"
}
