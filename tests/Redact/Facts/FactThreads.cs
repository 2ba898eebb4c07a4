using Blog.Redact.Facts;
using Blog.Vault;

namespace Blog.Tests.Redact.Facts;

/// <summary>Invented threads for the tests of links and ledgers.</summary>
internal static class FactThreads
{
    /// <summary>A handle of a number.</summary>
    public static VaultHandle Handle(int number) => new(number.ToString("x32", System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>A post without a name.</summary>
    public static FactText Post(int number, string markdown, bool isGuest = false, string? identity = null) =>
        new() { Handle = Handle(number), Thread = Handle(number), Markdown = markdown, IsGuest = isGuest, Identity = identity };

    /// <summary>A comment.</summary>
    public static FactText Comment(int post, int number, string markdown, string? identity = null, int? parent = null) =>
        new() { Handle = Handle(number), Thread = Handle(post), Parent = parent is { } to ? Handle(to) : null, Markdown = markdown, Identity = identity };
}
