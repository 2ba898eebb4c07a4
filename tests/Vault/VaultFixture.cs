using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Blog.Html;
using Blog.Import;
using Blog.Model;
using Blog.Vault;
using Microsoft.Data.Sqlite;
using FolderOfBlog = Blog.Source.BlogFolder;

namespace Blog.Tests.Vault;

/// <summary>A store in a temporary folder, entries to put into it, and a dump to compare it by.</summary>
internal sealed class VaultFixture : IDisposable
{
    private readonly string _root = Path.Combine(Path.GetTempPath(), "subrosa-vault-" + Guid.NewGuid().ToString("N"));

    public VaultFixture()
    {
        Directory.CreateDirectory(_root);
        BlogFolder = Path.Combine(_root, "my-blog");
    }

    public string Root => _root;

    public string BlogFolder { get; }

    public VaultLocation Location(string name = "store") => VaultLocation.Resolve(BlogFolder, Path.Combine(_root, name), _ => null);

    /// <summary>A store whose key is the same in every fixture, so that keyed ids can be compared; handles follow from the same stream.</summary>
    public VaultStore Open(string name = "store") => VaultStore.OpenOrCreate(Location(name), new SameBytes(), TimeProvider.System);

    /// <summary>The blog's folder, with nothing in it but its settings.</summary>
    public FolderOfBlog SmallBlog()
    {
        Directory.CreateDirectory(Path.Combine(BlogFolder, "input"));
        File.WriteAllText(Path.Combine(BlogFolder, "input", "site.yml"), "title: T\naddress: https://t.example\n");
        return new FolderOfBlog(BlogFolder);
    }

    /// <summary>A new store whose sealed part is open.</summary>
    public VaultStore OpenUnlocked(TimeProvider time)
    {
        var store = VaultStore.OpenOrCreate(Location(), RandomNumberGenerator.Create(), time);
        store.Sealed.Cost = 1000;
        using var passphrase = Passphrase.New("correct horse battery");
        store.Sealed.SetPassphrase(null, passphrase);
        store.Sealed.Unlock(passphrase, keep: false);
        return store;
    }

    public static ImportOutcome TakeIn(VaultStore store, params IEnumerable<ImportedEntry> entries) =>
        new VaultImporter(store).TakeIn(entries, null, CancellationToken.None);

    public static ImportedSource Archive(string key = "1", string format = "blogger-classic") =>
        new() { Format = format, Key = key, Title = "A blog", Address = "https://example.org" };

    public static ImportedPost Post(string id, int ordinal, string text = "post text", Visibility visibility = Visibility.Public, int? stated = null) => new()
    {
        SourceId = id,
        Kind = EntryKind.Post,
        Visibility = visibility,
        Title = "Title " + id,
        Body = Body(text),
        Permalink = $"/2015/12/{id}.html",
        Published = new ImportedTime(new DateTimeOffset(2015, 12, 15, 10, 4, 0, TimeSpan.FromHours(1)).AddMinutes(ordinal), DatePrecision.Minute),
        Labels = ["one", "two"],
        Series = new SeriesPlace("Guest Blog", 47),
        StatedComments = stated,
        Ordinal = ordinal,
    };

    public static ImportedComment Comment(string? id, string post, int ordinal, string? parent = null, string text = "comment text", ImportedAuthor? author = null, CommentNumber? number = null) => new()
    {
        SourceId = id,
        PostSourceId = post,
        ParentSourceId = parent,
        Number = number,
        Visibility = Visibility.Public,
        State = CommentState.Published,
        Author = author,
        Published = new ImportedTime(new DateTimeOffset(2015, 12, 16, 0, 0, 0, TimeSpan.Zero).AddSeconds(ordinal), DatePrecision.Minute),
        Body = Body(text),
        Ordinal = ordinal,
    };

    public static ImportedBody Body(string text) => new(new RawHtml($"<p>{text}</p>"), text, [new TextChange("style dropped", 2)]);

    /// <summary>An archive of any size, made as it is walked through.</summary>
    public static IEnumerable<ImportedEntry> ManyComments(int count)
    {
        yield return Archive();
        for (var i = 0; i < count; i++)
        {
            if (i % 50 == 0)
            {
                yield return Post("p" + (i / 50), i);
            }

            yield return Comment("c" + i, "p" + (i / 50), i, parent: i % 50 == 0 ? null : "c" + (i - 1));
        }
    }

    /// <summary>Everything in the store as text, table by table, without the rows of runs and the audit of them. Handles are random by
    /// design: each must be whole and unlike every other, and is shown as such.</summary>
    public static string Dump(VaultStore store, bool withRuns = false)
    {
        var text = new StringBuilder();
        var handles = new HashSet<string>();
        foreach (var table in Names(store).Where(name => withRuns || name is not ("import_run" or "audit" or "audit_head")))
        {
            text.Append(CultureInfo.InvariantCulture, $"== {table}\n");
            using var command = store.Connection.CreateCommand();
            command.CommandText = $"SELECT * FROM {table}";
            using var reader = command.ExecuteReader();
            var lines = new List<string>();
            while (reader.Read())
            {
                var line = new StringBuilder();
                for (var column = 0; column < reader.FieldCount; column++)
                {
                    var value = reader.IsDBNull(column) ? "NULL" : reader.GetValue(column) is byte[] blob ? Convert.ToHexStringLower(blob) : reader.GetValue(column).ToString()!;
                    if (reader.GetName(column) == "handle")
                    {
                        Assert.Equal(32, value.Length);
                        Assert.True(handles.Add(value), "two handles are equal");
                        value = "(random)";
                    }

                    line.Append(value).Append('|');
                }

                lines.Add(line.Append('\n').ToString());
            }

            text.AppendJoin(string.Empty, lines.Order(StringComparer.Ordinal));
        }

        return text.ToString();
    }

    public static T Scalar<T>(VaultStore store, string sql)
    {
        using var command = store.Connection.CreateCommand();
        command.CommandText = sql;
        return (T)command.ExecuteScalar()!;
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private static List<string> Names(VaultStore store)
    {
        using var command = store.Connection.CreateCommand();
        command.CommandText = "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name";
        using var reader = command.ExecuteReader();
        var names = new List<string>();
        while (reader.Read())
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }

    /// <summary>"Random" bytes that count up, the same in every store.</summary>
    private sealed class SameBytes : RandomNumberGenerator
    {
        private readonly Random _random = new(1);

        public override void GetBytes(byte[] data) => _random.NextBytes(data);
    }
}
