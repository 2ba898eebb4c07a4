namespace Blog.Import.Documents;

/// <summary>Knows which colours cannot be seen on a white page.</summary>
internal static class DocumentColour
{
    private const int Palest = 0xF8; // of each of red, green and blue: what nobody reads on white

    /// <summary>Whether a colour (<c>#fefefe</c>, <c>FFFFFF</c>, <c>white</c>, <c>rgb(255,255,255)</c>) is white or as good as white.</summary>
    public static bool IsWhite(string? colour)
    {
        var value = colour?.Trim().TrimStart('#').ToUpperInvariant();
        switch (value)
        {
            case null:
                return false;
            case "WHITE" or "FFF" or "TRANSPARENT" or "SNOW" or "IVORY":
                return true;
            case { Length: 6 } when int.TryParse(value, System.Globalization.NumberStyles.AllowHexSpecifier, System.Globalization.CultureInfo.InvariantCulture, out var rgb):
                return (rgb >> 16) >= Palest && ((rgb >> 8) & 0xFF) >= Palest && (rgb & 0xFF) >= Palest;
        }

        return value.StartsWith("RGB", StringComparison.Ordinal) && IsWhiteTriple(value);
    }

    private static bool IsWhiteTriple(string value)
    {
        var numbers = value[(value.IndexOf('(', StringComparison.Ordinal) + 1)..].TrimEnd(')').Split([',', ' ', '/'], StringSplitOptions.RemoveEmptyEntries);
        if (numbers.Length == 4 && numbers[3] is "0" or "0.0" or "0%")
        {
            return true;
        }

        return numbers.Length >= 3 && numbers.Take(3).All(number =>
            int.TryParse(number, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var part) && part >= Palest);
    }
}
