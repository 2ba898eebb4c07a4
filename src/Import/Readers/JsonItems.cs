using System.Text.Json;

namespace Blog.Import.Readers;

/// <summary>Reads the arrays under a property of a JSON file element by element, so that memory holds one element at a time.</summary>
internal static class JsonItems
{
    /// <summary>Longest element, in bytes.</summary>
    public const int LongestItem = 64 * 1024 * 1024;

    /// <summary>Deepest nesting that is read.</summary>
    public const int Deepest = 64;

    private static readonly JsonReaderOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = Deepest };

    /// <summary>The elements of every array that stands in an object under a property of the name given, each with the array's own name.</summary>
    /// <exception cref="JsonException">The file is no JSON from some place on, breaks off, or an element is too large. What came before stands.</exception>
    public static IEnumerable<(string Array, JsonElement Item)> Under(Stream stream, string parent)
    {
        var buffer = new byte[64 * 1024];
        var length = 0;
        var atEnd = false;
        var state = new JsonReaderState(Options);
        var walk = new Walk(parent);
        var first = true;
        while (true)
        {
            var read = stream.Read(buffer, length, buffer.Length - length);
            atEnd |= read == 0;
            length += read;
            var start = 0;
            if (first && length >= 3 && buffer.AsSpan().StartsWith("\uFEFF"u8))
            {
                start = 3;
            }

            first &= length < 3;
            while (walk.Next(buffer.AsSpan(start, length - start), atEnd, ref state, out var consumed, out var item))
            {
                start += consumed;
                if (item is { } found)
                {
                    yield return (walk.Array, found);
                }
            }

            if (atEnd)
            {
                if (!walk.Done)
                {
                    throw new JsonException("The file breaks off.");
                }

                yield break;
            }

            buffer.AsSpan(start, length - start).CopyTo(buffer);
            length -= start;
            if (length == buffer.Length)
            {
                if (buffer.Length >= LongestItem)
                {
                    throw new JsonException("An element is too large.");
                }

                Array.Resize(ref buffer, buffer.Length * 2);
            }
        }
    }

    /// <summary>Where the reading stands among objects and arrays.</summary>
    private sealed class Walk(string parent)
    {
        private readonly Stack<string> _names = [];
        private string _name = string.Empty;
        private bool _inArray;

        public string Array { get; private set; } = string.Empty;

        public bool Done { get; private set; }

        /// <summary>Reads one token, or one element of a wanted array; false where more bytes are needed, or none are left.</summary>
        public bool Next(ReadOnlySpan<byte> bytes, bool isFinal, ref JsonReaderState state, out int consumed, out JsonElement? item)
        {
            item = null;
            consumed = 0;
            var reader = new Utf8JsonReader(bytes, isFinal, state);
            if (Done || !reader.Read())
            {
                return false;
            }

            if (_inArray && reader.TokenType is (JsonTokenType.StartObject or JsonTokenType.StartArray))
            {
                // Either the whole element is in the bytes at hand, or none of it is taken.
                var whole = new Utf8JsonReader(bytes, isFinal, state);
                whole.Read();
                if (!JsonDocument.TryParseValue(ref whole, out var document))
                {
                    return false;
                }

                using (document)
                {
                    item = document.RootElement.Clone();
                }

                consumed = (int)whole.BytesConsumed;
                state = whole.CurrentState;
                return true;
            }

            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    _name = reader.GetString() ?? string.Empty;
                    break;
                case JsonTokenType.StartObject:
                    _names.Push(_name);
                    _name = string.Empty;
                    break;
                case JsonTokenType.StartArray:
                    _inArray = _names.TryPeek(out var above) && above == parent;
                    Array = _inArray ? _name : Array;
                    _names.Push(_name);
                    _name = string.Empty;
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    _inArray = false;
                    _names.Pop();
                    Done = _names.Count == 0;
                    break;
            }

            consumed = (int)reader.BytesConsumed;
            state = reader.CurrentState;
            return true;
        }
    }
}
