namespace Blog.Pages;

/// <summary>The page on which somebody sends the editors a text that nobody else can read. It stays where nothing can be sent, and says so.</summary>
public sealed record SubmitPage : PageModel
{
    /// <summary>The form; null where nothing is taken at present.</summary>
    public SubmissionFormView? Form { get; init; }
}
