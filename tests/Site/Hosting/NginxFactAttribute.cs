namespace Blog.Tests.Site.Hosting;

/// <summary>A test that runs the machine's nginx with Debian's files; skipped where there is none.</summary>
public sealed class NginxFactAttribute : FactAttribute
{
    public NginxFactAttribute()
    {
        if (NginxServer.Program is null)
        {
            Skip = "nginx is not installed (Debian: nginx-light and libnginx-mod-http-brotli-static)";
        }
    }
}
