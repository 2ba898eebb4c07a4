namespace Blog.Import.Documents;

/// <summary>Pieces of words that a reader of the document may not have seen, or that are not the writer's text.</summary>
public enum HiddenPieceKind
{
    /// <summary>Added under "track changes"; it stands in the text.</summary>
    TrackedInsertion,

    /// <summary>Deleted under "track changes"; it does not stand in the text.</summary>
    TrackedDeletion,

    /// <summary>A comment in the margin.</summary>
    Comment,

    /// <summary>Set as hidden, invisible or not displayed.</summary>
    HiddenText,

    /// <summary>White on white.</summary>
    InvisibleColour,

    /// <summary>Too small to be seen.</summary>
    TinyText,

    /// <summary>The line above or below the pages.</summary>
    HeaderOrFooter,

    /// <summary>A footnote or endnote.</summary>
    Note,

    /// <summary>A text box, or words in a drawing or chart.</summary>
    TextBox,

    /// <summary>Words that stand for a picture.</summary>
    AlternativeText,

    /// <summary>A comment in the markup.</summary>
    MarkupComment,

    /// <summary>Characters that show nothing; the text says which, as <c>U+200B (3)</c>.</summary>
    InvisibleCharacters,

    /// <summary>What somebody else had written, quoted in an answer.</summary>
    QuotedReply,

    /// <summary>A closing with name, or a signature.</summary>
    Signature,
}
