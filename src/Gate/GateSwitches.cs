namespace Blog.Gate;

/// <summary>The parts of the search for secrets, each of which tests and benchmarks can switch off to show that it is needed. A build and the verb never do.</summary>
internal sealed record GateSwitches
{
    /// <summary>Everything on: the only setting outside tests.</summary>
    public static readonly GateSwitches All = new();

    /// <summary>Text between tags.</summary>
    public bool Text { get; init; } = true;

    /// <summary>Words that tags split.</summary>
    public bool TagJoins { get; init; } = true;

    /// <summary>Tags, attributes, comments, scripts.</summary>
    public bool Markup { get; init; } = true;

    /// <summary>HTML character references.</summary>
    public bool Entities { get; init; } = true;

    /// <summary>Percent escapes.</summary>
    public bool Percent { get; init; } = true;

    /// <summary>Backslash escapes of JSON, script and CSS.</summary>
    public bool Backslash { get; init; } = true;

    /// <summary>Quoted-printable.</summary>
    public bool QuotedPrintable { get; init; } = true;

    /// <summary>Runs of base64.</summary>
    public bool Base64 { get; init; } = true;

    /// <summary>Runs of hex digits.</summary>
    public bool Hex { get; init; } = true;

    /// <summary>What was encoded twice, and markup inside escaped text.</summary>
    public bool Nesting { get; init; } = true;

    /// <summary>UTF-16.</summary>
    public bool Wide { get; init; } = true;

    /// <summary>Compressed files and picture chunks.</summary>
    public bool Compressed { get; init; } = true;

    /// <summary>Bytes of pictures.</summary>
    public bool Binary { get; init; } = true;

    /// <summary>Names of files and folders.</summary>
    public bool Names { get; init; } = true;

    /// <summary>Ids of the old blog that were dropped.</summary>
    public bool Numbers { get; init; } = true;

    /// <summary>Secrets that are forbidden in some units only.</summary>
    public bool Scopes { get; init; } = true;

    /// <summary>Only what may be forbidden in a page is looked for in it. Off, everything is, and the findings are the same.</summary>
    public bool Selection { get; init; } = true;

    /// <summary>Bytes that no element claims belong to every unit of their page.</summary>
    public bool Unclaimed { get; init; } = true;

    /// <summary>Times of files.</summary>
    public bool Times { get; init; } = true;
}
