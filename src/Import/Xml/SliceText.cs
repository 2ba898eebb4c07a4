namespace Blog.Import.Xml;

/// <summary>Hands a slice of a shared buffer to an XML reader without making a string of it.</summary>
internal sealed class SliceText : TextReader
{
    private ReadOnlyMemory<char> _text;

    /// <summary>Reads this text.</summary>
    public SliceText(ReadOnlyMemory<char> text) => _text = text;

    /// <inheritdoc/>
    public override int Read(char[] buffer, int index, int count)
    {
        count = Math.Min(count, _text.Length);
        _text.Span[..count].CopyTo(buffer.AsSpan(index));
        _text = _text[count..];
        return count;
    }

    /// <inheritdoc/>
    public override int Peek() => _text.IsEmpty ? -1 : _text.Span[0];

    /// <inheritdoc/>
    public override int Read()
    {
        var c = Peek();
        _text = c < 0 ? _text : _text[1..];
        return c;
    }
}
