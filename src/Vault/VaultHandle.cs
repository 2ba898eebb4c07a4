namespace Blog.Vault;

/// <summary>The random name of an original, a writer or a decision: 16 bytes as 32 lower-case hexadecimal digits. Says nothing about what it names.</summary>
/// <param name="Hex">The digits.</param>
public readonly record struct VaultHandle(string Hex)
{
    /// <summary>How many digits are shown to a person; enough to be unique among millions of decisions is not needed to type one.</summary>
    public const int ShownDigits = 8;

    /// <summary>Its 16 bytes.</summary>
    public byte[] ToBytes() => Convert.FromHexString(Hex);

    /// <summary>The digits.</summary>
    public override string ToString() => Hex;

    /// <summary>Reads the 32 digits of a handle, as <see cref="ToString"/> writes them.</summary>
    public static bool TryParse(string text, out VaultHandle handle)
    {
        handle = new VaultHandle(text);
        return text.Length == 32 && text.All(char.IsAsciiHexDigitLower);
    }

    /// <summary>The handle of 16 bytes.</summary>
    internal static VaultHandle Of(ReadOnlySpan<byte> bytes) => new(Convert.ToHexStringLower(bytes));
}
