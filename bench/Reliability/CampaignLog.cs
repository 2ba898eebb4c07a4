using System.Text.Json;
using System.Text.Json.Serialization;

namespace Blog.Bench.Reliability;

/// <summary>The results of a campaign, a line each as it comes: what lets it go on where it was stopped. The first line names the program and the seed.</summary>
internal sealed class CampaignLog : IDisposable
{
    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() }, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    private readonly Dictionary<string, TrialResult> _results = new(StringComparer.Ordinal);
    private readonly StreamWriter _file;

    private CampaignLog(StreamWriter file) => _file = file;

    /// <summary>Everything so far.</summary>
    public IReadOnlyCollection<TrialResult> Results => _results.Values;

    /// <summary>Opens a log; one of another program or seed is begun anew.</summary>
    public static CampaignLog Open(string path, string head)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!); // not null: a file has a folder
        var lines = File.Exists(path) ? File.ReadAllLines(path) : [];
        var known = lines.Length > 0 && lines[0] == head ? lines[1..] : [];
        var log = new CampaignLog(new StreamWriter(path, append: false) { AutoFlush = true });
        log._file.WriteLine(head);
        foreach (var line in known)
        {
            if (TryRead(line) is { } result)
            {
                log.Add(result);
            }
        }

        return log;
    }

    /// <summary>Whether a disturbance was tried already.</summary>
    public bool Has(Fault fault) => _results.ContainsKey(fault.Key);

    /// <summary>Adds a result.</summary>
    public void Add(TrialResult result)
    {
        _results[result.Fault.Key] = result;
        _file.WriteLine(JsonSerializer.Serialize(result, Json));
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private static TrialResult? TryRead(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<TrialResult>(line, Json);
        }
        catch (JsonException)
        {
            return null; // the line at which an earlier campaign was stopped
        }
    }
}
