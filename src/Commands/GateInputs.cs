using Blog.Gate;
using Blog.Source;

namespace Blog.Commands;

/// <summary>Gathers what the safety check of a blog is given: the one place where the private store's secrets meet the public site.</summary>
internal static class GateInputs
{
    /// <summary>The input of a check on a day.</summary>
    public static GateInput Of(BlogFolder folder, DateOnly today)
    {
        _ = folder; // the private store's decisions join here
        return new GateInput { Secrets = SecretSet.None, Today = today, Parallelism = Environment.ProcessorCount };
    }
}
