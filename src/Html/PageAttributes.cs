using System.Buffers;

namespace Blog.Html;

/// <summary>The attributes of a start tag that <see cref="PageTokens"/> found well formed: every value stands in double quotes, right behind its <c>=</c>.</summary>
/// <param name="raw">What stands between the tag's name and its <c>&gt;</c>.</param>
public ref struct PageAttributes(ReadOnlySpan<byte> raw)
{
    private static readonly SearchValues<byte> NameEnds = SearchValues.Create(" \n\t=/"u8);

    private readonly ReadOnlySpan<byte> _raw = raw;
    private ReadOnlySpan<byte> _rest = raw;

    /// <summary>Name of the current attribute as written.</summary>
    public ReadOnlySpan<byte> Name { get; private set; }

    /// <summary>Its value as written, see <see cref="PageTokens.Decode"/>; empty where it has none.</summary>
    public ReadOnlySpan<byte> Value { get; private set; }

    /// <summary>Goes to the next attribute; false at the end.</summary>
    public bool MoveNext()
    {
        _rest = _rest.TrimStart(" \n\t/"u8);
        if (_rest.IsEmpty)
        {
            return false;
        }

        var length = _rest.IndexOfAny(NameEnds);
        Name = length < 0 ? _rest : _rest[..length];
        Value = default;
        _rest = _rest[Name.Length..];
        if (length >= 0 && _rest[0] == (byte)'=')
        {
            _rest = _rest["=\"".Length..];
            var close = _rest.IndexOf((byte)'"');
            Value = _rest[..close];
            _rest = _rest[(close + 1)..];
        }

        return true;
    }

    /// <summary>Value of an attribute as written; empty where the tag has none of the name.</summary>
    public readonly ReadOnlySpan<byte> Find(scoped ReadOnlySpan<byte> name)
    {
        var rest = _raw;
        while (true)
        {
            var quote = rest.IndexOf("=\""u8);
            if (quote < 0)
            {
                return default;
            }

            var value = rest[(quote + 2)..];
            var close = value.IndexOf((byte)'"');
            if (rest[..quote].EndsWith(name) && (quote == name.Length || rest[quote - name.Length - 1] is (byte)' ' or (byte)'\n' or (byte)'\t'))
            {
                return value[..close];
            }

            rest = value[(close + 1)..];
        }
    }

    /// <summary>Whether the tag has a class.</summary>
    public readonly bool HasClass(scoped ReadOnlySpan<byte> name)
    {
        var classes = Find("class"u8);
        for (var at = classes.IndexOf(name); at >= 0;)
        {
            if ((at == 0 || classes[at - 1] == (byte)' ') && (at + name.Length == classes.Length || classes[at + name.Length] == (byte)' '))
            {
                return true;
            }

            var next = classes[(at + 1)..].IndexOf(name);
            at = next < 0 ? -1 : at + 1 + next;
        }

        return false;
    }
}
