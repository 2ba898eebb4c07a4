namespace Blog.Html;

/// <summary>Where quoted words come from.</summary>
internal enum QuotedSourceKind
{
    /// <summary>A newspaper, a broadcaster, a journal.</summary>
    Press,

    /// <summary>A post or comment of a Facebook group.</summary>
    Facebook,

    /// <summary>Spoken words as they were taken down, with their speakers.</summary>
    Transcript,

    /// <summary>Answers to a survey, each paragraph another person's.</summary>
    Survey,
}
