using Blog.Search.Analysis;
using Blog.Search.Units;

namespace Blog.Search.Index;

/// <summary>A unit while the index is made: its words as numbers of the worker that read it, and what a result shows.</summary>
internal sealed class IndexedUnit
{
    /// <summary>The unit's id.</summary>
    public required string Id { get; init; }

    /// <summary>Post or comment.</summary>
    public required UnitKind Kind { get; init; }

    /// <summary>Its date, as <see cref="PageUnit.Date"/>.</summary>
    public required string Date { get; init; }

    /// <summary>Path of the post's first page.</summary>
    public required string PostPath { get; init; }

    /// <summary>Part of the thread.</summary>
    public required int Part { get; init; }

    /// <summary>Anchor; empty for a post.</summary>
    public required string Anchor { get; init; }

    /// <summary>The number readers see.</summary>
    public required string Number { get; init; }

    /// <summary>Name or pseudonym.</summary>
    public required string Author { get; init; }

    /// <summary>The opening words, UTF-8.</summary>
    public required ReadOnlyMemory<byte> Excerpt { get; init; }

    /// <summary>Terms in the text.</summary>
    public required int TextLength { get; init; }

    /// <summary>Terms in the title.</summary>
    public required int TitleLength { get; init; }

    /// <summary>The words whose numbers stand in <see cref="Fields"/>.</summary>
    public required WordForms<WordForm> Words { get; init; }

    /// <summary>For text, title and author in turn: how many words, then the number of each in order; stop words too, since they have positions.</summary>
    public required ReadOnlyMemory<byte> Fields { get; init; }
}
