namespace Blog.Model;

/// <summary>Where the page for submissions hands encrypted messages over.</summary>
public enum SubmissionEndpoint
{
    /// <summary>A form at Netlify, the site's own host.</summary>
    Netlify,

    /// <summary>An address that takes them.</summary>
    Url,

    /// <summary>Nowhere: the message is saved as a file, to be sent in any way.</summary>
    File,
}
