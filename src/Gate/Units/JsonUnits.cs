using System.Text.Json;

namespace Blog.Gate.Units;

/// <summary>Reads the units of a JSON document: each object with an <c>identifier</c> is one, with everything in it that is not another's.</summary>
internal static class JsonUnits
{
    /// <summary>Adds the ranges of a document that begins at an offset of its file; a broken one adds none.</summary>
    public static void Read(ReadOnlySpan<byte> json, int offset, List<UnitRange> ranges)
    {
        var open = new Stack<(int Start, string? Unit)>();
        var found = new List<UnitRange>();
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 512 });
        try
        {
            while (reader.Read())
            {
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
                    case JsonTokenType.PropertyName when reader.ValueTextEquals("identifier"u8):
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
    }
}
