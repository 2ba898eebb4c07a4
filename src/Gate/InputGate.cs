using Blog.Gate.Bytes;
using Blog.Gate.Checks;
using Blog.Gate.Units;
using Blog.Text;

namespace Blog.Gate;

/// <summary>Looks for secrets in files before they are committed: the same search as over a site, over files as they stand in a repository.</summary>
/// <remarks>A commit cannot be taken back once it was pushed; a site can be built again. So what is about to be committed is checked before.</remarks>
public static class InputGate
{
    private const string Name = "secrets";
    private const string InputFolder = "input/";

    /// <summary>Searches every file below a folder.</summary>
    /// <param name="root">The folder: an export of what is about to be committed.</param>
    /// <param name="input">What must not be found, and what was allowed.</param>
    /// <param name="token">Stops the check; a stopped check is a failed one.</param>
    /// <exception cref="InvalidOperationException">The tables of folds are broken: nothing can be checked.</exception>
    public static GateResult Run(string root, GateInput input, CancellationToken token)
    {
        FoldingSelfTest.Run();
        var files = Directory.EnumerateFiles(root, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None })
            .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/')).Order(StringComparer.Ordinal).ToList();
        var search = new SecretSearch(input.Secrets, input.Switches);
        var findings = new HashSet<GateFinding>();
        var doubts = new HashSet<GateFinding>();
        foreach (var file in files)
        {
            token.ThrowIfCancellationRequested();
            var bytes = File.ReadAllBytes(Path.Combine(root, file));
            var units = InputUnits.Of(bytes);
            foreach (var match in search.FindInName(file))
            {
                Add(file, null, match);
            }

            if (file.StartsWith(InputFolder, StringComparison.Ordinal) && ReplyCheck.IsEncrypted(file[InputFolder.Length..], bytes))
            {
                continue; // a secret of three letters would stand in it by chance
            }

            foreach (var match in search.Find(bytes, FormOf(file)))
            {
                Add(file, units, match);
            }

            void Add(string path, InputUnits? map, SecretMatch match)
            {
                var secret = input.Secrets[match.Secret];
                var offset = map is null ? 0 : match.Offset;
                var unit = map?.At(offset);
                var isForbidden = secret.Scope.IsEverywhere || (unit is not null ? secret.Scope.Forbids(unit) : secret.Scope.ForbidsAny(units.All));
                if (!isForbidden || match.Certainty == TermCertainty.Ordinary || map?.IsOwnWord(match.Offset, match.End) == true)
                {
                    return;
                }

                var line = map is null ? 0 : bytes.AsSpan(0, Math.Min(offset, bytes.Length)).Count((byte)'\n') + 1;
                var finding = new GateFinding(Name, path, line, $"holds what case {secret.Case} hides.", "Run release, or take it out by hand, and stage the file again.")
                {
                    Case = secret.Case,
                    Place = unit is null ? path : $"{path}#{unit}",
                };
                (match.Certainty == TermCertainty.Certain ? findings : doubts).Add(finding);
            }
        }

        var list = findings.ToList();
        var waived = Waivers.Apply(list, input.Waivers, input.Today);
        return new GateResult { Findings = [.. list.Order()], Doubts = [.. doubts.Order()], Waived = waived, Files = files.Count, Secrets = input.Secrets.Count };
    }

    private static FileForm FormOf(string file) => Path.GetExtension(file) switch
    {
        ".md" or ".yml" or ".html" or ".svg" or ".xml" => FileForm.Markup,
        ".txt" or ".sealed" or ".css" or ".js" or ".json" or "" => FileForm.Plain,
        _ => FileForm.Binary,
    };
}
