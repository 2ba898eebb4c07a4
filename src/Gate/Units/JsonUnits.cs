using System.Text.Json;
using Blog.Pages;

namespace Blog.Gate.Units;

/// <summary>
/// Reads the units of a page's structured data: each object with an <c>identifier</c> is one, with everything in it that is not another's. Of its strings it tells
/// the program's own words, keys and kinds, from what people wrote.
/// </summary>
internal static class JsonUnits
{
    /// <summary>Adds the ranges of a document that begins at an offset of its file; a broken one adds none.</summary>
    /// <param name="json">The document.</param>
    /// <param name="offset">Where it begins.</param>
    /// <param name="ranges">Takes the units.</param>
    /// <param name="ownWords">Takes keys, and values of <c>@type</c>, that our writers write (<see cref="StructuredDataTerms"/>), quotes included. A key of any other name may hold something. Null where nobody wants them.</param>
    public static void Read(ReadOnlySpan<byte> json, int offset, List<UnitRange> ranges, List<(int Start, int End)>? ownWords)
    {
        var open = new Stack<(int Start, string? Unit)>();
        var found = new List<UnitRange>();
        var words = new List<(int Start, int End)>();
        var isKind = false;
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 512 });
        try
        {
            while (reader.Read())
            {
                if (ownWords is not null && (reader.TokenType == JsonTokenType.PropertyName || (reader.TokenType == JsonTokenType.String && isKind)))
                {
                    if (StructuredDataTerms.IsTerm(reader.ValueSpan))
                    {
                        words.Add((offset + (int)reader.TokenStartIndex, offset + (int)reader.TokenStartIndex + reader.ValueSpan.Length + 2));
                    }
                }

                isKind = reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals(StructuredDataTerms.Type.EncodedUtf8Bytes);
                switch (reader.TokenType)
                {
                    case JsonTokenType.StartObject:
                        open.Push((offset + (int)reader.TokenStartIndex, null));
                        break;
                    case JsonTokenType.EndObject:
                        var (start, unit) = open.Pop();
                        if (unit is not null)
                        {
                            found.Add(new UnitRange(start, offset + (int)reader.BytesConsumed, unit));
                        }

                        break;
                    case JsonTokenType.PropertyName when reader.ValueTextEquals(StructuredDataTerms.Identifier.EncodedUtf8Bytes):
                        if (reader.Read() && reader.TokenType == JsonTokenType.String && reader.GetString() is { Length: > 0 } id)
                        {
                            open.Push((open.Pop().Start, id));
                        }

                        break;
                    default:
                        break;
                }
            }
        }
        catch (JsonException)
        {
            return; // PageCheck reports it; without ranges its bytes belong to every unit of the page
        }

        ranges.AddRange(found);
        ownWords?.AddRange(words);
    }
}
