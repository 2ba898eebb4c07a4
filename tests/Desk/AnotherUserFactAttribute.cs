namespace Blog.Tests.Desk;

/// <summary>A test that runs a program as another user of the machine, which only root may.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AnotherUserFactAttribute : FactAttribute
{
    public AnotherUserFactAttribute()
    {
        if (!OperatingSystem.IsLinux() || Environment.UserName != "root" || !File.Exists("/usr/bin/setpriv") || !File.Exists("/usr/bin/curl"))
        {
            Skip = "Only root may act as another user, with setpriv and curl.";
        }
    }
}
