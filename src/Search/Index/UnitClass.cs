namespace Blog.Search.Index;

/// <summary>What a posting says of its unit: the code of its length, and whether it is a post. Together with the term's frequency it gives the score.</summary>
/// <param name="IsPost">Whether it is a post.</param>
/// <param name="Norm">Code of the text's length, <see cref="FieldNorm"/>.</param>
internal readonly record struct UnitClass(bool IsPost, byte Norm)
{
    /// <summary>As the root writes it: the code of the length, 256 more for posts; so comments come before posts, short before long.</summary>
    public int Code => Norm + (IsPost ? 256 : 0);
}
