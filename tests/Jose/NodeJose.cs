using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Blog.Tests.Jose;

/// <summary>The jose package of npm in a process of Node (<c>tests/tools/jose</c>, set up by <c>./test.sh</c>).</summary>
internal sealed class NodeJose : IDisposable
{
    private static readonly string? Folder = FindFolder();

    private readonly Process _node;

    public NodeJose()
    {
        var start = new ProcessStartInfo("node") { WorkingDirectory = Folder!, RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false }; // not null: the test would be skipped
        start.ArgumentList.Add("interop.mjs");
        _node = Process.Start(start) ?? throw new InvalidOperationException("Node did not start.");
    }

    /// <summary>Why it cannot be had; null where it can.</summary>
    public static string? WhyNot =>
        Folder is null ? "The jose package is not installed: ./test.sh does it, or \"npm ci\" in tests/tools/jose."
        : !Programs.Has("node") ? "There is no Node on this machine."
        : null;

    /// <summary>Asks; an error of the package is an answer that begins with "error: ".</summary>
    public string Ask(JsonObject question)
    {
        _node.StandardInput.WriteLine(question.ToJsonString());
        _node.StandardInput.Flush();
        var answer = JsonNode.Parse(_node.StandardOutput.ReadLine() ?? throw new InvalidOperationException("Node ended."))!;
        return answer["value"] is { } value ? value is JsonValue text ? text.GetValue<string>() : value.ToJsonString() : $"error: {answer["error"]}";
    }

    public void Dispose()
    {
        _node.StandardInput.Close();
        _node.WaitForExit();
        _node.Dispose();
    }

    private static string? FindFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var tools = Path.Combine(folder.FullName, "tools", "jose");
            if (Directory.Exists(Path.Combine(tools, "node_modules", "jose")))
            {
                return tools;
            }
        }

        return null;
    }
}
