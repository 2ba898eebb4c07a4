using System.Text.Json;

namespace Blog.Bench.Leaks;

/// <summary>One planted secret, as <c>cases.py</c> made it.</summary>
/// <param name="Number">Its case number.</param>
/// <param name="Secret">What a person redacted.</param>
/// <param name="Variant">How it is written.</param>
/// <param name="Encoding">How that is encoded.</param>
/// <param name="Sink">Where it is put.</param>
/// <param name="Scope"><c>everywhere</c>; <c>unit</c>: forbidden where it is planted; <c>elsewhere</c>: forbidden in another unit, so that it must not be found.</param>
/// <param name="Payload">The bytes that are put there.</param>
internal sealed record LeakCase(string Number, string Secret, string Variant, string Encoding, string Sink, string Scope, byte[] Payload)
{
    /// <summary>Whether it must be found.</summary>
    public bool IsLeak => Scope != "elsewhere";

    /// <summary>The payload of a sink that takes text.</summary>
    public string Text => System.Text.Encoding.UTF8.GetString(Payload);

    /// <summary>Reads the lines of a file of cases.</summary>
    public static IReadOnlyList<LeakCase> Read(string path) =>
    [
        .. File.ReadLines(path, System.Text.Encoding.UTF8).Where(line => line.Length > 0).Select(line =>
        {
            using var document = JsonDocument.Parse(line);
            string Field(string name) => document.RootElement.GetProperty(name).GetString() ?? throw new InvalidDataException($"{path}: a case has no {name}.");
            return new LeakCase(Field("number"), Field("secret"), Field("variant"), Field("encoding"), Field("sink"), Field("scope"), Convert.FromBase64String(Field("payload")));
        }),
    ];
}
