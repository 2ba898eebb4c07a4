using Blog.Source;

namespace Blog.Vault;

/// <summary>Reads <c>settings.yml</c> in the store's folder: what the owner says about moderating that no reader may know.</summary>
public static class VaultSettingsReader
{
    /// <summary>Its name in the store's folder.</summary>
    public const string FileName = "settings.yml";

    private const int MaxBytes = 1024 * 1024;

    private static readonly string[] Keys = ["actor", "twoPersons", "workAddresses", "notWorkAddresses"];

    /// <summary>Reads the settings of a store; none where there is no such file.</summary>
    /// <exception cref="SourceException">The file has problems; all of them are named, none of its values.</exception>
    public static VaultSettings Read(VaultLocation location)
    {
        var path = Path.Combine(location.Folder, FileName);
        if (!File.Exists(path))
        {
            return new VaultSettings(null, []);
        }

        if (new FileInfo(path).Length > MaxBytes)
        {
            throw new SourceException(path, 0, "The settings file is larger than 1 MB, which no settings are. Write it anew.");
        }

        var yaml = SourceLines.Decode(File.ReadAllBytes(path), path, []);
        if (YamlEventReader.Read(yaml, path, firstLine: 1) is not YamlValue.Map map)
        {
            throw new SourceException(path, 1, "The settings are not a list of 'key: value' lines. Write for example 'actor: Patient Lathe'.");
        }

        var problems = new List<SourceFinding>();
        var fields = new YamlFields(map, Keys, path, string.Empty, problems);
        var actor = fields.Text("actor");
        if (actor is not null && !PenNames.IsUsable(actor))
        {
            fields.Problem("actor", $"'actor' is a pen name: one line of at most {PenNames.MaxLength} characters, no e-mail address, not your own name.");
        }

        var acts = new List<ConfirmedAct>();
        foreach (var word in fields.Texts("twoPersons"))
        {
            if (word == VaultWords.Of(ConfirmedAct.Erasure))
            {
                acts.Add(ConfirmedAct.Erasure);
            }
            else if (word == VaultWords.Of(ConfirmedAct.GuestPost))
            {
                acts.Add(ConfirmedAct.GuestPost);
            }
            else
            {
                fields.Problem("twoPersons", "'twoPersons' lists what a second person has to confirm: erasure, guest-post. Write for example 'twoPersons: [erasure]'.");
            }
        }

        return problems.Count == 0 ? new VaultSettings(actor, acts) { WorkAddresses = fields.Texts("workAddresses"), NotWorkAddresses = fields.Texts("notWorkAddresses") } : throw new SourceException(problems);
    }
}
