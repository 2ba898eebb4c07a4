using System.Collections.Frozen;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Blog.Gate.Bytes;
using Blog.Html;
using Blog.Model;
using Blog.Pages;

namespace Blog.Gate.Removal;

/// <summary>Takes units and passages out of one page as it was published: a comment keeps its place, lists lose their line, quotes become a mark.</summary>
internal static class PageRemoval
{
    // What stays of a unit that is gone, so that the thread stands.
    private static readonly FrozenSet<string> Kept = new[]
    {
        StructuredDataTerms.Context, StructuredDataTerms.Type, StructuredDataTerms.Id, StructuredDataTerms.Identifier, StructuredDataTerms.ParentItem, StructuredDataTerms.Comment, StructuredDataTerms.InLanguage,
    }.Select(term => term.Value).ToFrozenSet(StringComparer.Ordinal);

    private static readonly string Gone = CommentStateTable.ReasonFor(CommentState.Withheld)!; // a withheld comment has a reason

    /// <summary>The page without them; the same bytes where it holds nothing of them.</summary>
    /// <param name="page">The page.</param>
    /// <param name="units">Units to take out.</param>
    /// <param name="search">Passages to take out.</param>
    /// <param name="quoting">Takes the units in which passages stood.</param>
    /// <exception cref="InvalidDataException">The page is none of the theme's.</exception>
    public static byte[] Remove(byte[] page, IReadOnlySet<string> units, PassageSearch search, Action<string> quoting)
    {
        var tokens = PageToken.Of(page);
        var edits = new List<(int From, int To, string Text)>();
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].IsScript && IsStructured(page, tokens[i]))
            {
                edits.AddRange(Structured(page, tokens[i], units, search));
            }
            else if (tokens[i].Unit is { } unit && units.Contains(unit))
            {
                var close = PageToken.CloseOf(tokens, i);
                edits.Add(tokens[i].Has("u-comment")
                    ? (tokens[i].To, tokens[close].From, Tombstone(page, tokens, i, close))
                    : (tokens[i].From, tokens[close].To, string.Empty));
                i = tokens[i].Has("h-entry") && tokens[i].Name == "article" ? i : close;
            }
        }

        var places = search.Find(page, FileForm.Markup).Where(place => !edits.Exists(edit => place.From >= edit.From && place.To <= edit.To)).ToList();
        foreach (var (from, _) in places)
        {
            if (UnitAt(tokens, from) is { } unit)
            {
                quoting(unit);
            }
        }

        edits.AddRange(PassageSearch.Edits(page, tokens, places));
        return edits.Count == 0 ? page : ByteEdits.Apply(page, edits);
    }

    /// <summary>The comment's number and ways stay, so that the thread reads on; its words, writer and date go.</summary>
    private static string Tombstone(byte[] page, IReadOnlyList<PageToken> tokens, int article, int close)
    {
        var kept = new StringBuilder();
        for (var i = article + 1; i < close; i++)
        {
            if (tokens[i].Kind != PageTokenKind.Start)
            {
                continue;
            }

            if (tokens[i].Has("num"))
            {
                kept.Append("<p class=\"who\">").Append(Text(page, tokens, i)).Append(" <span class=\"gone\">Comment ").Append(Gone).Append("</span></p>");
            }
            else if (tokens[i].Has("ways") || (tokens[i].Name == "span" && tokens[i].Classes.Length == 0))
            {
                kept.Append(Text(page, tokens, i)); // "in reply to", "next"
                i = PageToken.CloseOf(tokens, i);
            }
            else if (tokens[i].Has("e-content") || tokens[i].Name == "footer")
            {
                i = PageToken.CloseOf(tokens, i);
            }
        }

        return $"<header>{kept}</header>";
    }

    private static string Text(byte[] page, IReadOnlyList<PageToken> tokens, int start) =>
        Encoding.UTF8.GetString(page.AsSpan(tokens[start].From, tokens[PageToken.CloseOf(tokens, start)].To - tokens[start].From));

    private static string? UnitAt(IReadOnlyList<PageToken> tokens, int offset)
    {
        var open = new Stack<(string Name, string? Unit)>();
        foreach (var token in tokens)
        {
            if (token.From > offset)
            {
                break;
            }

            if (token.Kind == PageTokenKind.Start && !token.IsVoid)
            {
                open.Push((token.Name, token.Unit));
            }
            else if (token.Kind == PageTokenKind.End && open.Count > 0 && open.Peek().Name == token.Name)
            {
                open.Pop();
            }
        }

        return open.FirstOrDefault(each => each.Unit is not null).Unit;
    }

    private static bool IsStructured(byte[] page, PageToken script) => page.AsSpan(script.From, script.To - script.From).IndexOf("application/ld+json"u8) >= 0 ||
        page.AsSpan(script.From, Math.Min(80, script.To - script.From)).IndexOf("ld&#x2B;json"u8) >= 0;

    private static IEnumerable<(int From, int To, string Text)> Structured(byte[] page, PageToken script, IReadOnlySet<string> units, PassageSearch search)
    {
        var from = script.From + page.AsSpan(script.From).IndexOf((byte)'>') + 1;
        var to = script.To;
        JsonNode? document;
        try
        {
            document = JsonNode.Parse(page.AsSpan(from, to - from), documentOptions: new JsonDocumentOptions { MaxDepth = JsonLdOutput.Options.MaxDepth });
        }
        catch (JsonException)
        {
            return [(from, to, "{}")];
        }

        return document is not null && Clean(document, units, search) ? [(from, to, ToText(document))] : [];
    }

    /// <summary>A document as the pages' own writer writes it.</summary>
    private static string ToText(JsonNode document)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, JsonLdOutput.Options))
        {
            document.WriteTo(json);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static bool Clean(JsonNode node, IReadOnlySet<string> units, PassageSearch search)
    {
        var changed = false;
        switch (node)
        {
            case JsonArray array:
                foreach (var item in array.OfType<JsonNode>().ToList())
                {
                    changed |= Clean(item, units, search);
                }

                break;
            case JsonObject item:
                if (item[StructuredDataTerms.Identifier.Value] is JsonValue id && id.TryGetValue<string>(out var unit) && units.Contains(unit) && item[StructuredDataTerms.CreativeWorkStatus.Value] is null)
                {
                    foreach (var key in item.Select(pair => pair.Key).Where(key => !Kept.Contains(key)).ToList())
                    {
                        item.Remove(key);
                    }

                    item.Insert(item.IndexOf(StructuredDataTerms.Identifier.Value) + 1, StructuredDataTerms.CreativeWorkStatus.Value, "Deleted");
                    changed = true;
                }

                foreach (var (key, value) in item.ToList())
                {
                    if (value is JsonValue text && text.TryGetValue<string>(out var words))
                    {
                        var clean = search.Plain(words);
                        if (clean != words)
                        {
                            item[key] = clean;
                            changed = true;
                        }
                    }
                    else if (value is not null)
                    {
                        changed |= Clean(value, units, search);
                    }
                }

                break;
            default:
                break;
        }

        return changed;
    }
}
