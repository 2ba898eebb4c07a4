namespace Blog.Vault;

/// <summary>One decision of a moderator, as it is kept.</summary>
public sealed record VaultDecision
{
    /// <summary>Its own random name; also its place in no order (order is <see cref="Row"/>).</summary>
    public required VaultHandle Handle { get; init; }

    /// <summary>Position in the order in which decisions were made, from 1.</summary>
    public long Row { get; init; }

    /// <summary>When, in UTC.</summary>
    public required DateTimeOffset Made { get; init; }

    /// <summary>Who: a pen name.</summary>
    public required string Actor { get; init; }

    /// <summary>What was decided.</summary>
    public required DecisionAction Action { get; init; }

    /// <summary>How far it reaches.</summary>
    public required DecisionScope Scope { get; init; }

    /// <summary>The post or comment it is about; of scope <see cref="DecisionScope.Thread"/> the post; null for <see cref="DecisionScope.Everywhere"/> and <see cref="DecisionScope.Writer"/>. Of a decision on a picture, the picture.</summary>
    public VaultHandle? Unit { get; init; }

    /// <summary>The writer it is about; null for every other scope.</summary>
    public VaultHandle? Person { get; init; }

    /// <summary>The decision it replaces or undoes.</summary>
    public VaultHandle? Replaces { get; init; }

    /// <summary>Kind of what is hidden, a word of the redactor's table; null where none was given.</summary>
    public string? Kind { get; init; }

    /// <summary>The span, for <see cref="DecisionScope.Place"/>: which text, and UTF-16 positions in it.</summary>
    public TextField? Field { get; init; }

    /// <summary>First position of the span.</summary>
    public int Start { get; init; }

    /// <summary>Length of the span, in UTF-16 units.</summary>
    public int Length { get; init; }

    /// <summary>The words; null once they were erased. Of a span: the words it covered, by which it is found again when the text moves.</summary>
    public string? Term { get; init; }

    /// <summary>Other forms of the term that a person added: nicknames, former names.</summary>
    public IReadOnlyList<string> Variants { get; init; } = [];

    /// <summary>What stands instead: a mark, a more general word, a pseudonym; null for the mark of its kind. Of a picture or a comment that was posted twice, the handle of the one that stands for it; of a comment that answers another one than it seems to, the handle of that one.</summary>
    public string? Replacement { get; init; }

    /// <summary>Whether texts may show less under it than before: a published text that does not follow it yet may say too much.</summary>
    public bool MayTakeOut => Action is not (DecisionAction.Keep or DecisionAction.Accept or DecisionAction.PublishPicture);

    /// <summary>Why, in the moderator's words; may be null.</summary>
    public string? Reason { get; init; }
}
