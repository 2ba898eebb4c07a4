namespace Blog.Model;

/// <summary>What a release hides of commenters, times and ids; the defaults are the strictest that keep a thread readable.</summary>
public sealed record AnonymityPolicy
{
    /// <summary>What becomes of commenters' names.</summary>
    public CommenterPolicy Commenters { get; init; } = CommenterPolicy.PseudonymPerThread;

    /// <summary>Finest precision of every public date.</summary>
    public DatePrecision Times { get; init; } = DatePrecision.Day;

    /// <summary>What becomes of the old blog's comment ids.</summary>
    public OldIdPolicy OldIds { get; init; } = OldIdPolicy.DropWhereRedacted;

    /// <summary>What becomes of masks written by hand on the old blog.</summary>
    public LegacyMaskPolicy LegacyMasks { get; init; } = LegacyMaskPolicy.Neutral;

    /// <summary>What the text of a resolved time citation becomes where times are coarser than a minute.</summary>
    public CitedTimePolicy CitedTimes { get; init; } = CitedTimePolicy.Number;
}
