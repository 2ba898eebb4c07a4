namespace Blog.Vault;

/// <summary>What a person decided.</summary>
public enum DecisionAction
{
    /// <summary>Words are redacted: a span of one text, or a term within a scope.</summary>
    Redact,

    /// <summary>Words stay as they are, whatever a recognizer says.</summary>
    Keep,

    /// <summary>A comment or post is withheld whole.</summary>
    Withhold,

    /// <summary>A person gets a chosen pseudonym.</summary>
    Pseudonym,

    /// <summary>A text was read whole and may be published as it stands under the other decisions.</summary>
    Accept,

    /// <summary>The decision it replaces holds no more.</summary>
    Undo,

    /// <summary>A picture was looked at and is published.</summary>
    PublishPicture,

    /// <summary>A picture was looked at and is left out.</summary>
    LeaveOutPicture,

    /// <summary>Another picture (cropped, covered) stands for it.</summary>
    ReplacePicture,

    /// <summary>A comment is the same as another one of its thread, which stands for both.</summary>
    SameAs,

    /// <summary>A comment answers another one of its thread than the one under which it was posted.</summary>
    Answers,
}
