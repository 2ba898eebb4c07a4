using System.Text.Json;

namespace Blog.Tests.Text;

/// <summary>One row of the shared list of disguised names.</summary>
internal sealed record EvasionRow(string Id, string Target, string Technique, int Level, string Text)
{
    public static IReadOnlyList<EvasionRow> ReadAll() =>
    [
        .. File.ReadLines(SharedMaterial.File("data", "hostile", "unicode", "redaction-evasion.jsonl")).Where(line => line.Length > 0).Select(line =>
        {
            using var row = JsonDocument.Parse(line);
            var fields = row.RootElement;
            return new EvasionRow(Field(fields, "id"), Field(fields, "target"), Field(fields, "technique"), fields.GetProperty("level").GetInt32(), Field(fields, "text"));
        }),
    ];

    private static string Field(JsonElement row, string name) => row.GetProperty(name).GetString()!;
}
