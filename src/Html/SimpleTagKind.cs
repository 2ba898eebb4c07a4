namespace Blog.Html;

/// <summary>The tags of simple markup.</summary>
internal enum SimpleTagKind
{
    Break,
    Bold,
    Strong,
    Italic,
    Emphasis,
    Link,
}
