namespace Blog.Release.Citations;

/// <summary>The ways in which people cite a comment by its clock time.</summary>
internal enum CitationForm
{
    /// <summary>"Anon at 11.23", "Anon 18:35", "Anonymous (11:23)".</summary>
    Anonymous,

    /// <summary>"@18:28".</summary>
    AtSign,

    /// <summary>The comment opens with it: "18.57. That is really worrying."</summary>
    Opening,

    /// <summary>"the analysis by 10.04", "well said by 10.04".</summary>
    By,

    /// <summary>"my point at 11:23".</summary>
    OwnComment,

    /// <summary>"your comment at 11:23", "the reply of 11:23".</summary>
    SomeComment,

    /// <summary>"Nettlepin is right at 14.31", "as you said at 14.31".</summary>
    Statement,

    /// <summary>"I agree with 18:35", "Reply to 18:35", "18:35 makes a good point".</summary>
    Answer,

    /// <summary>"Nettlepin at 14.31": a name that stands beside a comment of the thread.</summary>
    Named,
}
