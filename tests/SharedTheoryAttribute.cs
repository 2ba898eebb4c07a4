namespace Blog.Tests;

/// <summary>A theory that reads the real material beside the project, and is skipped with a plain message where it is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedTheoryAttribute : TheoryAttribute
{
    public SharedTheoryAttribute()
    {
        if (SharedMaterial.Root is null)
        {
            Skip = "The real material (../shared) is not beside the project.";
        }
    }
}
