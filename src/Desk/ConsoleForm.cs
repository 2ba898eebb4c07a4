using System.IO.Pipelines;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Blog.Desk;

/// <summary>The fields of a form, read in memory: the framework's own reader would put large ones into a shared temporary folder.</summary>
internal sealed class ConsoleForm
{
    private const int MostFields = 64;

    private readonly Dictionary<string, StringValues> _fields;

    private ConsoleForm(Dictionary<string, StringValues> fields) => _fields = fields;

    /// <summary>Reads a body of the type <c>application/x-www-form-urlencoded</c>.</summary>
    /// <param name="body">The body.</param>
    /// <param name="mostBytes">Most bytes of a field.</param>
    /// <param name="token">Stops it.</param>
    /// <exception cref="InvalidDataException">It has too many or too long fields.</exception>
    public static async Task<ConsoleForm> ReadAsync(PipeReader body, int mostBytes, CancellationToken token)
    {
        var reader = new FormPipeReader(body) { ValueCountLimit = MostFields, KeyLengthLimit = 64, ValueLengthLimit = mostBytes };
        return new ConsoleForm(await reader.ReadFormAsync(token));
    }

    /// <summary>Every value of a field that may be given several times, such as ticks in a list.</summary>
    public IReadOnlyList<string> All(string name) => _fields.TryGetValue(name, out var values) ? [.. values.OfType<string>()] : [];

    /// <summary>A field; null where it is missing, blank or given twice.</summary>
    public string? this[string name] => _fields.TryGetValue(name, out var value) && value is [{ } only] && only.Trim() is { Length: > 0 } trimmed ? trimmed : null;
}
