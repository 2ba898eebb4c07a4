using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace Blog.Text;

/// <summary>Folds characters one after the other into a <see cref="FoldedText"/>, whatever they were decoded from.</summary>
/// <remarks>One for many texts: <see cref="Clear"/> keeps the buffers. Positions are the caller's own and need not rise.</remarks>
public sealed class TextFolder
{
    internal const int GapShift = 8;

    private char[] _letters = new char[256];
    private char[]? _shapes;
    private int[] _starts = new int[256];
    private int[] _ends = new int[256];
    private ushort[] _traits = new ushort[256];
    private int _length;
    private int[] _odd = new int[64];
    private int _odds;

    private LetterGap _gap;
    private bool _lineHyphen; // the gap is a hyphen and then a line break: "Hol-" "loway"
    private bool _sentence;
    private bool _comma;
    private LetterClass _last;
    private int _wordLetters; // of the part before a capital, to know "Mc"

    /// <summary>Starts with an empty text.</summary>
    public TextFolder() => Clear();

    private enum LetterClass : byte
    {
        None,
        Lower,
        Upper,
        Digit,
        Symbol,
        Unspaced,
    }

    /// <summary>Number of folded letters so far.</summary>
    public int Length => _length;

    /// <summary>Starts a new text.</summary>
    public void Clear()
    {
        _length = 0;
        _odds = 0;
        _shapes = null;
        _gap = LetterGap.Block;
        _lineHyphen = false;
        _sentence = true;
        _comma = false;
        _last = LetterClass.None;
        _wordLetters = 0;
    }

    /// <summary>Parts what comes from what was.</summary>
    public void Part(LetterGap gap)
    {
        _lineHyphen = false;
        if (gap > _gap)
        {
            _gap = gap;
        }

        _sentence |= gap >= LetterGap.Block;
    }

    /// <summary>Takes one code point that stands at [start, end) of the source.</summary>
    public void Append(int codePoint, int start, int end)
    {
        if (codePoint < 0x80)
        {
            AppendAscii((char)codePoint, start, end);
        }
        else
        {
            AppendForeign(codePoint, start, end);
        }
    }

    /// <summary>Takes a run of ASCII bytes, each a character of its own, the first of which stands at <paramref name="offset"/>.</summary>
    /// <remarks>Asked for every byte of a site. Nearly all of them are small letters, alone or after a blank, and take the short way; the rest goes the way of every character.</remarks>
    public void AppendAscii(ReadOnlySpan<byte> run, int offset)
    {
        while (_letters.Length - _length < run.Length + Vector128<byte>.Count)
        {
            Grow();
        }

        for (var i = 0; i < run.Length;)
        {
            var c = run[i];
            if (c == (byte)' ' && !_lineHyphen)
            {
                Widen(LetterGap.Space);
                i++;
                continue;
            }

            if (c is >= (byte)'a' and <= (byte)'z' && TryBeginSmall(out var traits))
            {
                i += AddSmall(run[i..], offset + i, traits);
            }
            else
            {
                AppendAscii((char)c, offset + i, offset + i + 1);
                i++;
            }
        }
    }

    /// <summary>Whether a small letter begins or goes on with a word and nothing more is to be noted of it.</summary>
    /// <param name="traits">Its traits and the gap before it.</param>
    private bool TryBeginSmall(out ushort traits)
    {
        traits = 0;
        if (_sentence || _comma || _shapes is not null)
        {
            return false;
        }

        if (_gap == LetterGap.None)
        {
            return _last is LetterClass.Lower or LetterClass.Upper;
        }

        if (_gap < LetterGap.Soft || _length == 0)
        {
            return false;
        }

        traits = (ushort)((int)LetterTraits.WordStart | ((int)_gap << GapShift));
        _traits[_length - 1] |= (ushort)LetterTraits.WordEnd;
        _wordLetters = 0;
        _gap = LetterGap.None;
        _lineHyphen = false;
        return true;
    }

    /// <summary>Takes the small letters with which a run begins, up to a vector of them; returns how many.</summary>
    /// <remarks>Whole vectors are written: what stands behind the last letter is written over by the next one.</remarks>
    private int AddSmall(ReadOnlySpan<byte> run, int offset, ushort traits)
    {
        var count = 1;
        if (run.Length >= Vector128<byte>.Count)
        {
            var letters = Vector128.Create(run);
            var others = Vector128.GreaterThan(letters - Vector128.Create((byte)'a'), Vector128.Create((byte)('z' - 'a')));
            count = BitOperations.TrailingZeroCount(others.ExtractMostSignificantBits() | (1u << Vector128<byte>.Count));
            var (low, high) = Vector128.Widen(letters);
            low.CopyTo(MemoryMarshal.Cast<char, ushort>(_letters.AsSpan(_length)));
            Vector128<ushort>.Zero.CopyTo(_traits, _length);
            if (count > Vector128<ushort>.Count)
            {
                high.CopyTo(MemoryMarshal.Cast<char, ushort>(_letters.AsSpan(_length + Vector128<ushort>.Count)));
                Vector128<ushort>.Zero.CopyTo(_traits, _length + Vector128<ushort>.Count);
            }
        }
        else
        {
            _letters[_length] = (char)run[0];
        }

        var places = Vector128.Create(offset) + Vector128.Create(0, 1, 2, 3);
        for (var i = 0; i < count; i += Vector128<int>.Count)
        {
            places.CopyTo(_starts, _length + i);
            (places + Vector128<int>.One).CopyTo(_ends, _length + i);
            places += Vector128.Create(Vector128<int>.Count);
        }

        _traits[_length] = traits;
        _length += count;
        _wordLetters += count;
        _last = LetterClass.Lower;
        return count;
    }

    /// <summary>What was taken so far, as a text of its own.</summary>
    public FoldedText ToFoldedText()
    {
        End();
        return new FoldedText(new string(_letters, 0, _length), _shapes?.AsSpan(0, _length).ToArray(), _starts.AsSpan(0, _length).ToArray(), _ends.AsSpan(0, _length).ToArray(), _traits.AsSpan(0, _length).ToArray(), _odd.AsSpan(0, _odds).ToArray());
    }

    /// <summary>What was taken so far, without a copy: it must not be used after the next change of this folder.</summary>
    public FoldedLetters ToLetters()
    {
        End();
        return new FoldedLetters(_letters.AsSpan(0, _length), _shapes is null ? default : _shapes.AsSpan(0, _length), _starts.AsSpan(0, _length), _ends.AsSpan(0, _length), _traits.AsSpan(0, _length), _odd.AsSpan(0, _odds));
    }

    private void End()
    {
        if (_length > 0)
        {
            _traits[_length - 1] |= (ushort)LetterTraits.WordEnd;
        }
    }

    private void AppendAscii(char c, int start, int end)
    {
        if (char.IsAsciiLetterLower(c))
        {
            Add(c, start, end, LetterClass.Lower, LetterTraits.None);
        }
        else if (char.IsAsciiLetterUpper(c))
        {
            Add((char)(c | 0x20), start, end, LetterClass.Upper, LetterTraits.Upper);
        }
        else if (char.IsAsciiDigit(c))
        {
            Add(c, start, end, LetterClass.Digit, LetterTraits.None);
        }
        else
        {
            PartAt(c);
        }
    }

    private void PartAt(char c)
    {
        switch (c)
        {
            case '-' or '\'':
                Widen(LetterGap.Hyphen);
                break;
            case '*' or '_' or '~' or '`' or '\\':
                Widen(LetterGap.Soft);
                break;
            case '\n' or '\r' when _gap == LetterGap.Hyphen:
                _lineHyphen = true;
                break;
            case ' ' or '\t' or '\n' or '\r' when _lineHyphen:
                break;
            case '.' or '!' or '?' or ':':
                Widen(LetterGap.Space);
                _sentence = true;
                break;
            case ',':
                Widen(LetterGap.Space);
                _comma = true;
                break;
            case < ' ' and not ('\t' or '\n' or '\r' or '\v' or '\f') or '\u007F':
                Widen(LetterGap.Soft);
                break;
            default:
                Widen(LetterGap.Space);
                break;
        }
    }

    private void Widen(LetterGap gap)
    {
        if (gap > _gap)
        {
            _gap = gap;
        }
    }

    private void AppendForeign(int codePoint, int start, int end)
    {
        if (codePoint is 0x2019 or 0x2018 or 0x02BC or 0x2010 or 0x2011 or 0x00B4)
        {
            Widen(LetterGap.Hyphen);
            return;
        }

        var entry = FoldingTable.Of(codePoint);
        if (entry.IsLetter)
        {
            AddForeign(entry, codePoint, start, end);
        }
        else if (entry.IsJoiner)
        {
            Widen(LetterGap.Join);
        }
        else if (entry.IsDropped)
        {
            Widen(LetterGap.Soft);
        }
        else if (codePoint == 0xFFFC)
        {
            Part(LetterGap.Wall); // object replacement: a view's sign for what is no prose
        }
        else
        {
            Widen(LetterGap.Space);
            _sentence |= codePoint is 0x2026 or 0x3002 or 0x2029;
        }
    }

    private void AddForeign(FoldingEntry entry, int codePoint, int start, int end)
    {
        Span<char> units = stackalloc char[FoldingEntry.MostUnits];
        var length = entry.Fold(units);
        var isUpper = codePoint <= 0xFFFF ? char.IsUpper((char)codePoint) : Rune.IsUpper(new Rune(codePoint));
        var kind = entry.IsUnspaced ? LetterClass.Unspaced
            : entry.IsSymbol ? LetterClass.Symbol
            : char.IsAsciiDigit(units[0]) && !Rune.IsLetter(new Rune(codePoint)) ? LetterClass.Digit // the small Cyrillic be only looks like a 6
            : isUpper ? LetterClass.Upper : LetterClass.Lower;
        var traits = LetterTraits.Foreign | (isUpper ? LetterTraits.Upper : LetterTraits.None);
        Add(units[0], start, end, kind, traits);
        for (var i = 1; i < length; i++)
        {
            AddNext(units[i], start, end, LetterTraits.Foreign | LetterTraits.Continued);
        }

        if (length == 1 && entry.TryShape(out var shape))
        {
            _shapes ??= CopyLetters();
            _shapes[_length - 1] = shape;
        }
    }

    private void Add(char letter, int start, int end, LetterClass kind, LetterTraits traits)
    {
        if (_gap >= LetterGap.Soft || IsChange(_last, kind))
        {
            traits |= LetterTraits.WordStart;
            _wordLetters = 0;
            if (_length > 0)
            {
                _traits[_length - 1] |= (ushort)LetterTraits.WordEnd;
            }
        }

        if (_sentence)
        {
            traits |= LetterTraits.SentenceStart;
            _sentence = false;
        }

        if (_comma)
        {
            traits |= LetterTraits.AfterComma;
            _comma = false;
        }

        if (_length == _letters.Length)
        {
            Grow();
        }

        if (kind == LetterClass.Digit || (letter is 'i' or 'l' && (traits.HasFlag(LetterTraits.Foreign) || (kind == LetterClass.Upper && _length > 0 && _gap <= LetterGap.Join))))
        {
            AddOdd();
        }

        _wordLetters++;
        _last = kind;
        _letters[_length] = letter;
        _starts[_length] = start;
        _ends[_length] = end;
        _traits[_length] = (ushort)((int)traits | ((int)_gap << GapShift));
        if (_shapes is not null)
        {
            _shapes[_length] = letter;
        }

        _length++;
        _gap = LetterGap.None;
        _lineHyphen = false;
    }

    /// <summary>Remembers a letter that may be written for another, so that only its neighbourhood is looked at twice.</summary>
    private void AddOdd()
    {
        if (_odds == _odd.Length)
        {
            Array.Resize(ref _odd, _odds * 2);
        }

        _odd[_odds++] = _length;
    }

    private void AddNext(char letter, int start, int end, LetterTraits traits)
    {
        if (_length == _letters.Length)
        {
            Grow();
        }

        _letters[_length] = letter;
        _starts[_length] = start;
        _ends[_length] = end;
        _traits[_length] = (ushort)traits;
        if (_shapes is not null)
        {
            _shapes[_length] = letter;
        }

        _length++;
    }

    /// <summary>Whether a word may end between two letters with nothing visible between them: "margaretHolloway", "holloway77", "TM" of a sign.</summary>
    private bool IsChange(LetterClass before, LetterClass after) => (before, after) switch
    {
        (LetterClass.None, _) => true,
        (LetterClass.Unspaced, _) or (_, LetterClass.Unspaced) => true,
        (LetterClass.Symbol, _) or (_, LetterClass.Symbol) => before != after,
        (LetterClass.Digit, _) or (_, LetterClass.Digit) => before != after,
        (LetterClass.Lower, LetterClass.Upper) => !IsScottish(),
        _ => false,
    };

    /// <summary>Whether the word so far is "Mc" or "Mac", after which a capital goes on with the name.</summary>
    private bool IsScottish() => _wordLetters switch
    {
        2 => _letters.AsSpan(_length - 2, 2) is "mc",
        3 => _letters.AsSpan(_length - 3, 3) is "mac",
        _ => false,
    };

    private char[] CopyLetters()
    {
        var copy = new char[_letters.Length];
        _letters.AsSpan(0, _length).CopyTo(copy);
        return copy;
    }

    private void Grow()
    {
        var size = _letters.Length * 2;
        Array.Resize(ref _letters, size);
        Array.Resize(ref _starts, size);
        Array.Resize(ref _ends, size);
        Array.Resize(ref _traits, size);
        if (_shapes is not null)
        {
            Array.Resize(ref _shapes, size);
        }
    }
}
