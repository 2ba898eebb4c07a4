namespace Blog.Search.Query;

/// <summary>Fields that can be asked for by name.</summary>
public enum QueryField
{
    /// <summary>No name given: title (counted twice) and text, and capital forms.</summary>
    Any,

    /// <summary><c>title:</c>.</summary>
    Title,

    /// <summary><c>text:</c>.</summary>
    Text,

    /// <summary><c>author:</c>, a filter.</summary>
    Author,

    /// <summary><c>label:</c>, a filter.</summary>
    Label,

    /// <summary><c>series:</c>, a filter.</summary>
    Series,

    /// <summary><c>kind:</c>, a filter: post or comment.</summary>
    Kind,

    /// <summary><c>in:</c>, a filter: the name of a post's page.</summary>
    Thread,

    /// <summary><c>date:</c>, a filter.</summary>
    Date,
}
