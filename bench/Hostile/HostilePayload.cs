using System.Text.Json;

namespace Blog.Bench.Hostile;

/// <summary>A script payload of the corpora.</summary>
/// <param name="Id">Its name in the corpus.</param>
/// <param name="Text">What it is.</param>
internal sealed record HostilePayload(string Id, string Text)
{
    /// <summary>Reads a part of a file of payloads, one JSON object a line: every so-manieth, so that each part holds of every source.</summary>
    /// <param name="file">The corpus.</param>
    /// <param name="part">From 0.</param>
    /// <param name="parts">How many parts there are.</param>
    public static IReadOnlyList<HostilePayload> Read(string file, int part, int parts) =>
    [
        .. File.ReadLines(file).Where((_, row) => row % parts == part).Select(line =>
        {
            using var json = JsonDocument.Parse(line);
            return new HostilePayload(json.RootElement.GetProperty("id").GetString() ?? string.Empty, json.RootElement.GetProperty("payload").GetString() ?? string.Empty);
        }),
    ];
}
