using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Blog.Source;
using Blog.Text;

namespace Blog.Vault;

/// <summary>
/// What was erased, in keyed numbers that say nothing without their key: which entries of which archive, which whole texts, which passages and which names. It lies beside the store
/// and never in a backup, so that neither an older backup nor an old export brings anything back.
/// </summary>
/// <remarks>
/// A file of lines: <c>subrosa-erasures 1</c>; <c>store</c> and the origin of the store's audit, by which a backup finds its list; <c>key</c>; then a line each, sorted:
/// <c>entry</c>, <c>text</c> (HMAC-SHA-256, 128 bits), <c>passage</c>, <c>form</c> (SipHash-2-4), <c>term</c> (HMAC-SHA-256); at last <c>end</c> and their count. Whoever has
/// file and key can test guesses, as with <c>redactions.sealed</c>; the key is no other's, and from the numbers alone no text comes back.
/// </remarks>
public sealed class ErasureList
{
    private const string FirstLine = "subrosa-erasures 1";
    private const int KeyLength = 32;
    private const int ShortestText = PassageFinder.Letters; // shorter ones are many people's: "I agree with every word of this"
    private const UnixFileMode OwnerFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly string _path;
    private readonly string _store;
    private readonly byte[] _key;
    private readonly byte[] _entryKey;
    private readonly byte[] _passageKey;
    private readonly SealCode _code;
    private readonly SortedSet<string> _lines;
    private PassageFinder? _passages;
    private KeyedTerms? _terms;

    private ErasureList(string path, string store, byte[] key, IEnumerable<string> lines)
    {
        _path = path;
        _store = store;
        _key = key;
        _entryKey = Derive("entry", KeyLength);
        _passageKey = Derive("passage", PassageFinder.KeyLength);
        _code = SealKey.TryParse(Convert.ToBase64String(key), out var seal) ? new SealCode(seal, Encoding.UTF8.GetBytes(store)) : throw new InvalidOperationException("A key of 32 bytes is none.");
        _lines = new SortedSet<string>(lines, StringComparer.Ordinal);
    }

    /// <summary>Where the list of a store lies: beside its folder, so that neither a backup nor a restore takes it along or overwrites it.</summary>
    public static string PathOf(VaultLocation location) => location.Folder + ".erasures";

    /// <summary>How many numbers it holds.</summary>
    public int Count => _lines.Count;

    /// <summary>SHA-256 of the key and all numbers: another list gives another.</summary>
    public byte[] Fingerprint() => SHA256.HashData([.. _key, .. Encoding.UTF8.GetBytes(string.Join('\n', _lines))]);

    /// <summary>Its file.</summary>
    public string FilePath => _path;

    /// <summary>Passages of erased texts.</summary>
    public PassageFinder Passages => _passages ??= new PassageFinder(_passageKey, Hex("passage "));

    /// <summary>Names and terms that went with erased texts.</summary>
    public KeyedTerms Terms => _terms ??= new KeyedTerms(_code, Hex("form "), Words("term "));

    /// <summary>The key of the terms, for the gate; never to be shown.</summary>
    internal string SealKeyText => Convert.ToBase64String(_key);

    /// <summary>The salt of the terms, for the gate.</summary>
    internal byte[] Salt => Encoding.UTF8.GetBytes(_store);

    /// <summary>Numbers of the forms of terms, for the gate.</summary>
    internal IEnumerable<ulong> Forms => Hex("form ");

    /// <summary>Numbers of terms in their scopes, for the gate.</summary>
    internal IEnumerable<byte[]> TermEntries => Words("term ").Select(Convert.FromHexString);

    /// <summary>The list of a store that is open; an empty one, not yet written, where there is none.</summary>
    /// <exception cref="VaultException">There is a list, but it is another store's or not whole: an import or release without it could bring back what was erased.</exception>
    public static ErasureList Of(VaultStore store)
    {
        var path = PathOf(store.Location);
        if (!File.Exists(path))
        {
            var key = new byte[KeyLength];
            store.Random.GetBytes(key);
            return new ErasureList(path, OriginOf(store), key, []);
        }

        var list = Read(path);
        return list._store == OriginOf(store) ? list : throw new VaultException(VaultFault.Damaged, $"{path} is the erasure list of another private store. Put the right one in its place; without it, what was erased could come back.");
    }

    /// <summary>Reads a list.</summary>
    /// <exception cref="VaultException">It is not whole, or cannot be read.</exception>
    public static ErasureList Read(string path)
    {
        try
        {
            var lines = File.ReadAllText(path).Split('\n');
            var key = new byte[KeyLength];
            if (lines.Length < 5 || lines[0] != FirstLine || !lines[1].StartsWith("store ", StringComparison.Ordinal) || !lines[2].StartsWith("key ", StringComparison.Ordinal) ||
                !Convert.TryFromBase64String(lines[2][4..], key, out var length) || length != KeyLength || lines[^1].Length != 0 ||
                lines[^2] != string.Create(CultureInfo.InvariantCulture, $"end {lines.Length - 5}"))
            {
                throw new VaultException(VaultFault.Damaged, $"The erasure list {path} is not whole. Bring back a copy of it; without it, what was erased could come back.");
            }

            return new ErasureList(path, lines[1][6..], key, lines[3..^2]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new VaultException(VaultFault.Missing, $"The erasure list {path} cannot be read: {e.Message}", e);
        }
    }

    /// <summary>The lists of a store among some files; those that cannot be read or are another's are passed over.</summary>
    /// <param name="store">The store.</param>
    /// <param name="paths">Where lists may be.</param>
    internal static IReadOnlyList<ErasureList> Find(VaultStore store, IEnumerable<string> paths)
    {
        var found = new List<ErasureList>();
        foreach (var path in paths.Distinct(StringComparer.Ordinal).Where(File.Exists))
        {
            try
            {
                if (Read(path) is { } list && list._store == OriginOf(store))
                {
                    found.Add(list);
                }
            }
            catch (VaultException)
            {
                // another's, or none: the caller says when none was found
            }
        }

        return found;
    }

    /// <summary>Adds an entry of an archive.</summary>
    /// <param name="format">Format of the archive.</param>
    /// <param name="key">Key of the archive.</param>
    /// <param name="kind"><c>post</c> or <c>comment</c>.</param>
    /// <param name="id">What makes the entry itself there.</param>
    public void AddEntry(string format, string key, string kind, string id) => _lines.Add("entry " + Number(format, key, kind, id));

    /// <summary>Adds a text, whole and by its passages.</summary>
    /// <param name="text">The text.</param>
    /// <param name="others">Numbers of passages that it quotes from others, which stay theirs.</param>
    public void AddText(string text, IReadOnlySet<ulong> others)
    {
        if (FoldedText.Of(text) is { Length: >= ShortestText } folded)
        {
            _lines.Add("text " + Number("text", folded.Letters));
        }

        foreach (var number in Passages.NumbersOf(text).Where(number => !others.Contains(number)))
        {
            _lines.Add("passage " + number.ToString("x16", CultureInfo.InvariantCulture));
        }

        _passages = null;
    }

    /// <summary>Adds a name or term in a scope.</summary>
    public void AddTerm(string words, LetterCase letters, string scope)
    {
        foreach (var (form, entry) in Terms.NumbersOf(words, letters, scope))
        {
            _lines.Add("form " + form.ToString("x16", CultureInfo.InvariantCulture));
            _lines.Add("term " + entry);
        }

        _terms = null;
    }

    /// <summary>The scope of a thread in the store, by what its archive calls it.</summary>
    public static string ThreadScope(string format, string key, string post) => $"archive thread {format} {key} {post}";

    /// <summary>Whether an entry of an archive was erased.</summary>
    public bool IsErased(string format, string key, string kind, string id) => _lines.Count > 0 && _lines.Contains("entry " + Number(format, key, kind, id));

    /// <summary>Whether a text is, letter for letter, one that was erased, wherever it comes from.</summary>
    public bool IsErasedText(string text) =>
        _lines.Count > 0 && FoldedText.Of(text) is { Length: >= ShortestText } folded && _lines.Contains("text " + Number("text", folded.Letters));

    /// <summary>Writes the list where there is none yet.</summary>
    public void Keep()
    {
        if (!File.Exists(_path))
        {
            Save();
        }
    }

    /// <summary>One list of several copies of one: the key of a store's list never changes, so their numbers go together.</summary>
    /// <exception cref="VaultException">They have different keys.</exception>
    internal static ErasureList Merge(IReadOnlyList<ErasureList> lists) =>
        lists.All(list => list._key.AsSpan().SequenceEqual(lists[0]._key))
            ? new ErasureList(lists[0]._path, lists[0]._store, lists[0]._key, lists.SelectMany(list => list._lines))
            : throw new VaultException(VaultFault.Damaged, "There are two erasure lists of this store with different keys. Take one of them away: the greater one is the one to keep. Nothing was changed.");

    /// <summary>Writes the list, durably. It must be on the disk before anything is erased: a list that is missing brings texts back.</summary>
    /// <exception cref="IOException">The disk refused.</exception>
    public void Save() => Save(_path);

    /// <summary>Writes it beside another store: what a restore does.</summary>
    internal void Save(string path)
    {
        var text = new StringBuilder().Append(FirstLine).Append("\nstore ").Append(_store).Append("\nkey ").Append(Convert.ToBase64String(_key)).Append('\n');
        foreach (var line in _lines)
        {
            text.Append(line).Append('\n');
        }

        text.Append(CultureInfo.InvariantCulture, $"end {_lines.Count}\n");
        DurableFile.RemoveLeftoversOf(path); // of a writing that was killed: beside the store nobody else clears them
        DurableFile.Write(path, Encoding.UTF8.GetBytes(text.ToString()), OwnerFile);
    }

    private static string OriginOf(VaultStore store)
    {
        using var origin = new Statement(store.Connection, "SELECT origin FROM audit_head");
        return origin.Step() ? Convert.ToHexStringLower(origin.Blob(0)) : throw new VaultException(VaultFault.Damaged, "The audit has lost its origin. Bring back a copy from before.");
    }

    private byte[] Derive(string purpose, int length) => HKDF.DeriveKey(HashAlgorithmName.SHA256, _key, length, salt: [], info: Encoding.UTF8.GetBytes("subrosa erasures 1 " + purpose));

    /// <summary>Each field with its length before it, so that no two rows run into the same bytes.</summary>
    private string Number(params ReadOnlySpan<string> fields)
    {
        var text = new StringBuilder();
        foreach (var field in fields)
        {
            text.Append(CultureInfo.InvariantCulture, $"{field.Length}:{field}");
        }

        return Convert.ToHexStringLower(HMACSHA256.HashData(_entryKey, Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 16));
    }

    private IEnumerable<ulong> Hex(string kind) => Words(kind).Select(word => ulong.Parse(word, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));

    private IEnumerable<string> Words(string kind) => _lines.Where(line => line.StartsWith(kind, StringComparison.Ordinal)).Select(line => line[kind.Length..]);
}
