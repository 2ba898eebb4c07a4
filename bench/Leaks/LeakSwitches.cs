using Blog.Gate;

namespace Blog.Bench.Leaks;

/// <summary>Every part of the search by itself switched off.</summary>
internal static class LeakSwitches
{
    /// <summary>Name of the part, and the switches with it off.</summary>
    public static IReadOnlyList<(string Part, GateSwitches Switches)> All { get; } =
    [
        ("text between tags", GateSwitches.All with { Text = false }),
        ("words split by tags", GateSwitches.All with { TagJoins = false }),
        ("tags, attributes, comments, scripts", GateSwitches.All with { Markup = false }),
        ("character references", GateSwitches.All with { Entities = false }),
        ("percent escapes", GateSwitches.All with { Percent = false }),
        ("backslash escapes", GateSwitches.All with { Backslash = false }),
        ("quoted-printable", GateSwitches.All with { QuotedPrintable = false }),
        ("base64", GateSwitches.All with { Base64 = false }),
        ("hex", GateSwitches.All with { Hex = false }),
        ("encodings within encodings", GateSwitches.All with { Nesting = false }),
        ("UTF-16", GateSwitches.All with { Wide = false }),
        ("compressed bytes", GateSwitches.All with { Compressed = false }),
        ("pictures", GateSwitches.All with { Binary = false }),
        ("names of files and folders", GateSwitches.All with { Names = false }),
        ("secrets of single units", GateSwitches.All with { Scopes = false }),
        ("bytes that no unit claims", GateSwitches.All with { Unclaimed = false }),
    ];
}
