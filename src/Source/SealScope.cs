namespace Blog.Source;

/// <summary>Names of the scopes under which <c>redactions.sealed</c> keys its entries.</summary>
public static class SealScope
{
    /// <summary>A form that no text gives: its entry tells whether a key is the right one.</summary>
    public const string KeyCheck = "(key)";

    /// <summary>What stands before a dropped id in the filter.</summary>
    public const string Number = "#";

    /// <summary>Every byte of the site.</summary>
    public const string Everywhere = "everywhere";

    /// <summary>Every byte but what belongs to the posts and comments with an entry of <see cref="Except"/>.</summary>
    public const string EverywhereBut = "everywhere but";

    /// <summary>One post or comment, by its public id.</summary>
    public static string Unit(string id) => "unit " + id;

    /// <summary>A post and all its comments, by the post's public id.</summary>
    public static string Thread(string id) => "thread " + id;

    /// <summary>Not one post or comment: there somebody decided that the words stay.</summary>
    public static string Except(string id) => "except " + id;
}
