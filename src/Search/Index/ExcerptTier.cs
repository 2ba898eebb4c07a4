namespace Blog.Search.Index;

/// <summary>Units whose excerpts share files: posts, or comments of about one length.</summary>
/// <remarks>
/// Ten results lie in about ten files, so the size of a file is what a query pays ten times. A first result is most often a post, since a word in
/// a title counts twice, then a short comment: those lie few to a file, long comments many.
/// </remarks>
/// <param name="LongestText">The most terms (<see cref="FieldNorm.Decode"/>) a comment of the tier has; for the last of them no bound; 0 for posts.</param>
/// <param name="Records">About how many units share a file.</param>
internal readonly record struct ExcerptTier(int LongestText, int Records)
{
    private const double LargeArchive = 100_000; // units from which on a file holds all of its records, so that there are not too many files

    /// <summary>Posts first, then comments from short to long.</summary>
    public static IReadOnlyList<ExcerptTier> All { get; } =
    [
        new(0, 12),
        new(8, 48),
        new(24, 56),
        new(40, 56),
        new(96, 128),
        new(int.MaxValue, 80),
    ];

    /// <summary>The tier of a class of units.</summary>
    public static int Of(UnitClass unitClass)
    {
        if (unitClass.IsPost)
        {
            return 0;
        }

        var length = FieldNorm.Decode(unitClass.Norm);
        for (var tier = 1; ; tier++)
        {
            if (length <= All[tier].LongestText)
            {
                return tier;
            }
        }
    }

    /// <summary>How many unit numbers a file spans so that it holds about <see cref="Records"/>: a power of two, so that a growing archive seldom changes it.</summary>
    /// <remarks>A small archive has few files and, with fewer titles to be found by, more comments among its first hits: there a file holds fewer.</remarks>
    /// <param name="units">All units.</param>
    /// <param name="inTier">Those of the tier.</param>
    public int Span(int units, int inTier)
    {
        var records = Records * Math.Clamp(Math.Sqrt(units / LargeArchive), 0.25, 1);
        return inTier == 0 ? 1 : 1 << Math.Max(0, (int)Math.Round(Math.Log2(records * units / inTier)));
    }
}
