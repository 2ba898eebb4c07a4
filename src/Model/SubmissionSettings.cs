namespace Blog.Model;

/// <summary>How encrypted submissions are taken (<c>submissions:</c> in <c>site.yml</c>).</summary>
/// <param name="Endpoint">What takes them.</param>
/// <param name="Url">Its address, https; null unless <paramref name="Endpoint"/> is <see cref="SubmissionEndpoint.Url"/>.</param>
public sealed record SubmissionSettings(SubmissionEndpoint Endpoint, string? Url)
{
    /// <summary>The largest padded content, in bytes, that the endpoint takes. Netlify takes 4 MB, and a content of 2 MB is 2.8 MB as a message.</summary>
    public int MaxContent => Endpoint == SubmissionEndpoint.Netlify ? 2 << 20 : 8 << 20;
}
