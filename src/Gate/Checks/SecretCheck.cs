using System.Text;
using Blog.Gate.Bytes;
using Blog.Gate.Units;
using Blog.Text;

namespace Blog.Gate.Checks;

/// <summary>No secret stands in any byte of a file or in its name, however it is encoded. One for a worker.</summary>
internal sealed class SecretCheck
{
    public const string Name = "secrets";

    private const string Remedy = "Decide on the case where the text comes from (redact, or allow this place with a reason), publish and build again.";
    private const string NameRemedy = "Change the title, label or url that the name is made of, publish and build again.";

    private const string IdsCase = "old ids";
    private const int MinId = 9;
    private const int MaxId = 32;

    private readonly SecretSet _secrets;
    private readonly SiteUnits _units;
    private readonly SecretSearch _search;
    private readonly GateSwitches _switches;
    private readonly HashSet<GateFinding> _findings = [];
    private readonly HashSet<GateFinding> _doubts = [];
    private SecretSelection? _before;

    public SecretCheck(SecretSet secrets, SiteUnits units, GateSwitches switches)
    {
        _secrets = secrets;
        _units = units;
        _switches = switches;
        _search = new SecretSearch(secrets, switches);
    }

    public IReadOnlyCollection<GateFinding> Findings => _findings;

    public IReadOnlyCollection<GateFinding> Doubts => _doubts;

    /// <summary>Reads one file.</summary>
    public void Read(string file, byte[] bytes)
    {
        if (_secrets.Count == 0)
        {
            return;
        }

        if (_switches.Names)
        {
            ReadName(file);
        }

        if (_switches.Numbers && _secrets.HasNumbers)
        {
            ReadNumbers(file, bytes);
        }

        try
        {
            var map = SiteUnits.MapOf(file, bytes);
            foreach (var match in Find(file, bytes, map))
            {
                var secret = _secrets[match.Secret];
                if (_units.IsForbidden(secret, file, map, bytes, match.Offset, out var unit) && IsWorthSaying(match.Certainty, secret) && map?.IsOwnWord(match.Offset, match.End) != true)
                {
                    Add(match.Certainty, file, LineOf(bytes, match.Offset), unit is null ? file : $"{file}#{unit}", secret, "holds", secret.Remedy ?? Remedy);
                }
            }
        }
        catch (InvalidDataException)
        {
            _findings.Add(new GateFinding(Name, file, 0, "holds something compressed that cannot be unpacked, so it could not be searched.", "Take the file out, or put it there anew."));
        }
    }

    private IReadOnlyList<SecretMatch> Find(string file, byte[] bytes, UnitMap? map) => map is null || !_switches.Selection
        ? _search.Find(bytes, FormOf(file))
        : _search.Find(bytes, FormOf(file), _before = _secrets.Select(map.Units, _before));

    /// <summary>How the bytes of a file are read, by the end of its name.</summary>
    internal static FileForm FormOf(string file) => Path.GetExtension(file) switch
    {
        ".html" or ".atom" or ".xml" or ".svg" => FileForm.Markup,
        ".css" or ".txt" or ".js" or ".mjs" or ".json" or ".webmanifest" or "" => FileForm.Plain,
        _ => FileForm.Binary,
    };

    private void ReadName(string file)
    {
        foreach (var match in _search.FindInName(file))
        {
            var secret = _secrets[match.Secret];
            if (_units.IsForbiddenInName(secret, file) && IsWorthSaying(match.Certainty, secret))
            {
                Add(match.Certainty, file, 0, file, secret, "bears in its name", NameRemedy);
            }
        }
    }

    /// <summary>
    /// Ids of the old blog, in the file and in its name. They are numbers that no person wrote, so no spelling is to be expected but their
    /// own; there may be as many as comments, so each run of digits is looked up, and the terms' search is spared.
    /// </summary>
    private void ReadNumbers(string file, byte[] bytes)
    {
        if (OldIds(Encoding.UTF8.GetBytes(file)).Count > 0)
        {
            _findings.Add(new GateFinding(Name, file, 0, "bears an id of the old blog in its name that was dropped: it leads back to a text as it was.", "Release again.") { Case = IdsCase });
        }

        foreach (var offset in OldIds(bytes))
        {
            _findings.Add(new GateFinding(Name, file, LineOf(bytes, offset), "holds an id of the old blog that was dropped: it leads back to a text as it was.", "Take it out of the text or the address it stands in, publish and build again.") { Case = IdsCase });
        }
    }

    private List<int> OldIds(ReadOnlySpan<byte> bytes)
    {
        var found = new List<int>();
        Span<char> digits = stackalloc char[MaxId];
        for (var at = 0; at < bytes.Length;)
        {
            var next = bytes[at..].IndexOfAnyInRange((byte)'0', (byte)'9');
            if (next < 0)
            {
                break;
            }

            var start = at + next;
            var length = bytes[start..].IndexOfAnyExceptInRange((byte)'0', (byte)'9');
            length = length < 0 ? bytes.Length - start : length;
            if (length is >= MinId and <= MaxId)
            {
                Encoding.ASCII.GetChars(bytes.Slice(start, length), digits);
                if (_secrets.IsNumber(digits[..length]))
                {
                    found.Add(start);
                }
            }

            at = start + length;
        }

        return found;
    }

    /// <summary>A name that is an ordinary word too, in small letters, is worth a look only where it was redacted, not in the whole site.</summary>
    private static bool IsWorthSaying(TermCertainty certainty, Secret secret) => certainty != TermCertainty.Ordinary || !secret.Scope.IsEverywhere;

    private void Add(TermCertainty certainty, string file, int line, string place, Secret secret, string verb, string remedy)
    {
        if (certainty == TermCertainty.Certain)
        {
            _findings.Add(new GateFinding(Name, file, line, $"{verb} what case {secret.Case} hides.", remedy) { Case = secret.Case, Place = place });
        }
        else
        {
            _doubts.Add(new GateFinding(Name, file, line, $"{verb} something that may be what case {secret.Case} hides.", "Look at it; if it is, redact it there.") { Case = secret.Case, Place = place });
        }
    }

    private static int LineOf(ReadOnlySpan<byte> bytes, int offset) => bytes[..Math.Min(offset, bytes.Length)].Count((byte)'\n') + 1;
}
