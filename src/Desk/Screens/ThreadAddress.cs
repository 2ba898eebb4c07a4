using System.Globalization;
using Blog.Desk.Review;
using Blog.Vault;

namespace Blog.Desk.Screens;

/// <summary>Addresses of the redaction screen, written and read.</summary>
internal static class ThreadAddress
{
    /// <summary>The address of a list of a thread's texts.</summary>
    public static string Of(VaultHandle post, TextFilter listed, FindingFilter filter, int page) => string.Create(CultureInfo.InvariantCulture,
        $"/thread/{post.Hex}?texts={Word(listed)}&show={Word(filter)}&page={page}");

    /// <summary>The address at which one text stands, whatever page that is.</summary>
    public static string At(VaultHandle unit) => $"/text/{unit.Hex}";

    /// <summary>The word of a filter.</summary>
    public static string Word(TextFilter listed) => listed switch
    {
        TextFilter.Waiting => "waiting",
        TextFilter.All => "all",
        _ => throw new ArgumentOutOfRangeException(nameof(listed), listed, "No such filter."),
    };

    /// <summary>The word of a filter.</summary>
    public static string Word(FindingFilter filter) => filter switch
    {
        FindingFilter.Deciding => "deciding",
        FindingFilter.Facts => "facts",
        FindingFilter.All => "all",
        _ => throw new ArgumentOutOfRangeException(nameof(filter), filter, "No such filter."),
    };

    /// <summary>Reads a word; anything else is the first filter.</summary>
    public static TextFilter Texts(string? word) => word == "all" ? TextFilter.All : TextFilter.Waiting;

    /// <summary>Reads a word; anything else is the first filter.</summary>
    public static FindingFilter Findings(string? word) => word switch { "facts" => FindingFilter.Facts, "all" => FindingFilter.All, _ => FindingFilter.Deciding };
}
