namespace Blog.Import.Captures;

/// <summary>A top-level comment as far as columns show one: text, then numbered lines that may be its replies. Mutable while a segment is read.</summary>
internal sealed class ThreadGroup
{
    /// <summary>Line of its number; -1 where that line is lost.</summary>
    public int NumberLine { get; init; } = -1;

    /// <summary>Stands for "nothing above": collects nothing.</summary>
    public bool IsNothing { get; init; }

    /// <summary>Lines of its own text, the number's line excepted.</summary>
    public List<ThreadLine> Body { get; init; } = [];

    /// <summary>The numbered lines and whatever stands under them.</summary>
    public List<ThreadLine> Run { get; init; } = [];

    /// <summary>Last number of the run.</summary>
    public int LastReply { get; set; }

    /// <summary>Whether the run holds text at the column of replies, or a name and time: a list typed in a comment has neither.</summary>
    public bool HasReplyEvidence { get; set; }

    /// <summary>Whether text at the wrong column stands within the run.</summary>
    public bool HasStray { get; set; }

    /// <summary>Flags of the comment itself.</summary>
    public SortedSet<string> Flags { get; } = new(StringComparer.Ordinal);

    /// <summary>First line of what is left of it; -1 where nothing is.</summary>
    public int FirstLine => NumberLine >= 0 ? NumberLine : Body.Count > 0 ? Body[0].Line : Run.Count > 0 ? Run[0].Line : -1;

    /// <summary>Blank lines before it, as far as it can be seen.</summary>
    public bool AfterGap => Body.Count > 0 ? Body[0].AfterGap : Run.Count > 0 && Run[0].AfterGap;

    /// <summary>Takes the numbered lines for a list in the comment's own text.</summary>
    public void TakeRunAsText()
    {
        Body.AddRange(Run);
        Run.Clear();
        LastReply = 0;
        HasStray = false;
        Flags.Add(CaptureFlags.ListOrReplies);
    }

    /// <summary>Goes on with what was taken for the next comment; only where this one has no numbered lines.</summary>
    public void Append(ThreadGroup next)
    {
        Body.AddRange(next.Body);
        Run.AddRange(next.Run);
        LastReply = next.LastReply;
        HasReplyEvidence = next.HasReplyEvidence;
        HasStray = next.HasStray;
        Flags.UnionWith(next.Flags);
    }
}
