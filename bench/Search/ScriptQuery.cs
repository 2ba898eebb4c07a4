using System.Globalization;
using Blog.Search.Query;

namespace Blog.Bench.Search;

/// <summary>Writes a query as read, for comparing with what the script read: <see cref="Script"/> writes the same in the browser.</summary>
internal static class ScriptQuery
{
    /// <summary>A function of JavaScript that writes a query of <c>query-parser.js</c>.</summary>
    public const string Script = """
        const written = (node) => {
          const inner = {
            group: () => `(${node.clauses.map(({ occur, query }) => `${occur} ${written(query)}`).join(", ")})`,
            words: () => `words ${node.field} ${JSON.stringify(node.text)}`,
            phrase: () => `phrase ${node.field} ${JSON.stringify(node.text)} ${node.slop}`,
            prefix: () => `prefix ${node.field} ${JSON.stringify(node.start)}`,
            fuzzy: () => `fuzzy ${node.field} ${JSON.stringify(node.word)} ${node.edits}`,
            dates: () => `dates ${JSON.stringify(node.from)} ${JSON.stringify(node.to)} ${node.isFromExcluded} ${node.isToExcluded}`,
          };
          return `${inner[node.kind]()}^${Math.round(node.boost * 1000)}`;
        };
        """;

    /// <summary>The same for the program's queries.</summary>
    public static string Write(QueryNode node)
    {
        var inner = node switch
        {
            GroupNode group => $"({string.Join(", ", group.Clauses.Select(clause => $"{Of(clause.Occur)} {Write(clause.Query)}"))})",
            WordsNode words => $"words {Of(words.Field)} {Quote(words.Text)}",
            PhraseNode phrase => string.Create(CultureInfo.InvariantCulture, $"phrase {Of(phrase.Field)} {Quote(phrase.Text)} {phrase.Slop}"),
            PrefixNode prefix => $"prefix {Of(prefix.Field)} {Quote(prefix.Start)}",
            FuzzyNode fuzzy => string.Create(CultureInfo.InvariantCulture, $"fuzzy {Of(fuzzy.Field)} {Quote(fuzzy.Word)} {fuzzy.Edits}"),
            DatesNode dates => $"dates {Quote(dates.From)} {Quote(dates.To)} {(dates.IsFromExcluded ? "true" : "false")} {(dates.IsToExcluded ? "true" : "false")}",
            _ => throw new ArgumentOutOfRangeException(nameof(node), node.GetType().Name, "No such kind of query."),
        };
        return string.Create(CultureInfo.InvariantCulture, $"{inner}^{Math.Floor((node.Boost * 1000d) + 0.5):0}");
    }

    private static string Of(Occur occur) => occur switch
    {
        Occur.Should => "should",
        Occur.Must => "must",
        Occur.MustNot => "mustNot",
        _ => throw new ArgumentOutOfRangeException(nameof(occur), occur, "No such occur."),
    };

    private static string Of(QueryField field) => field switch
    {
        QueryField.Any => "any",
        QueryField.Title => "title",
        QueryField.Text => "text",
        QueryField.Author => "author",
        QueryField.Label => "label",
        QueryField.Series => "series",
        QueryField.Kind => "kind",
        QueryField.Thread => "in",
        QueryField.Date => "date",
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "No such field."),
    };

    // As JSON.stringify does: it escapes quotation marks, backslashes, control characters and half surrogate pairs.
    private static string Quote(string text)
    {
        var quoted = new System.Text.StringBuilder("\"");
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var isHalf = char.IsSurrogate(c) && !(char.IsHighSurrogate(c) ? i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]) : i > 0 && char.IsHighSurrogate(text[i - 1]));
            quoted.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                '\b' => "\\b",
                '\f' => "\\f",
                _ when c < ' ' || isHalf => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => c.ToString(),
            });
        }

        return quoted.Append('"').ToString();
    }
}
