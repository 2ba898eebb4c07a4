namespace Blog.Html;

/// <summary>Characters that are written one after the other and read back as one span, which <c>StringBuilder</c> cannot give.</summary>
internal sealed class TextBuffer
{
    private char[] _characters = new char[1024];

    /// <summary>Number of characters.</summary>
    public int Length { get; private set; }

    /// <summary>What was written.</summary>
    public ReadOnlySpan<char> Span => _characters.AsSpan(0, Length);

    /// <summary>The last character; a line end where there is none yet.</summary>
    public char Last => Length == 0 ? '\n' : _characters[Length - 1];

    /// <summary>Empties the buffer.</summary>
    public void Clear() => Length = 0;

    /// <summary>Appends a character.</summary>
    public TextBuffer Append(char character)
    {
        if (Length == _characters.Length)
        {
            Reserve(1);
        }
        _characters[Length++] = character;
        return this;
    }

    /// <summary>Appends characters.</summary>
    public TextBuffer Append(ReadOnlySpan<char> characters)
    {
        Reserve(characters.Length);
        characters.CopyTo(_characters.AsSpan(Length));
        Length += characters.Length;
        return this;
    }

    /// <summary>Takes blanks off the end.</summary>
    public void TrimEnd() => Length = Span.TrimEnd(' ').Length;

    /// <inheritdoc/>
    public override string ToString() => Span.ToString();

    private void Reserve(int more)
    {
        if (Length + more > _characters.Length)
        {
            Array.Resize(ref _characters, Math.Max(_characters.Length * 2, Length + more));
        }
    }
}
