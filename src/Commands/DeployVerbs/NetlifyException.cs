namespace Blog.Commands.DeployVerbs;

/// <summary>Netlify's interface refused or failed; the message holds no token and nothing of its answer but the status.</summary>
internal sealed class NetlifyException : Exception
{
    public NetlifyException(string message)
        : base(message)
    {
    }
}
