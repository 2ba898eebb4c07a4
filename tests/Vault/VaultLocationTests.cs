using Blog.Vault;

namespace Blog.Tests.Vault;

public sealed class VaultLocationTests : IDisposable
{
    private readonly VaultFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public void The_usual_place_is_the_data_folder_and_named_after_the_blog_folder()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        var location = Resolve("My Blog: 2015!", null, new() { ["XDG_DATA_HOME"] = In("data"), ["HOME"] = In("home") });
        Assert.StartsWith(In("data/subrosa/my-blog-2015-"), location.Folder, StringComparison.Ordinal);
        Assert.Matches("^my-blog-2015-[0-9a-f]{12}$", Path.GetFileName(location.Folder));
        Assert.Equal(Path.Combine(location.Folder, "vault.db"), location.Database);
        Assert.StartsWith(In("home/.local/share/subrosa/"), Resolve("b", null, new() { ["HOME"] = In("home") }).Folder, StringComparison.Ordinal);
        Assert.StartsWith(In("home/.local/share/subrosa/"), Resolve("b", null, new() { ["HOME"] = In("home"), ["XDG_DATA_HOME"] = "relative" }).Folder, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_blog_folder_has_its_own_store_and_always_the_same()
    {
        Dictionary<string, string> variables = new() { ["HOME"] = In("home"), ["LOCALAPPDATA"] = In("home") };
        Assert.Equal(Resolve("one/blog", null, variables).Folder, Resolve("one/../one/blog/", null, variables).Folder);
        Assert.NotEqual(Resolve("one/blog", null, variables).Folder, Resolve("two/blog", null, variables).Folder);
        Assert.Matches("^blog-[0-9a-f]{12}$", Path.GetFileName(Resolve("żółć", null, variables).Folder)[^17..]);
    }

    [Fact]
    public void The_option_goes_before_the_variable_and_the_variable_before_the_usual_place()
    {
        Dictionary<string, string> variables = new() { ["HOME"] = In("home"), ["BLOG_VAULT"] = In("variable") };
        Assert.Equal(In("option"), Resolve("b", In("option"), variables).Folder);
        Assert.Equal(In("variable"), Resolve("b", null, variables).Folder);
        Assert.Equal(VaultFault.Refused, Assert.Throws<VaultException>(() => Resolve("b", " ", variables)).Fault);
    }

    [Theory]
    [InlineData("tree/.git/", "tree/deep/store", "git working tree")]
    [InlineData("tree/.git", "tree/store", "git working tree")]
    [InlineData("tree/.git/", "tree", "git working tree")]
    [InlineData("my-blog/", "my-blog/store", "blog folder")]
    [InlineData("my-blog/", "my-blog", "blog folder")]
    [InlineData("Dropbox/", "Dropbox/store", "Dropbox")]
    [InlineData("Dropbox (Work)/", "Dropbox (Work)/a/store", "Dropbox")]
    [InlineData("files/.dropbox", "files/store", "Dropbox")]
    [InlineData("OneDrive - Firm/", "OneDrive - Firm/store", "OneDrive")]
    [InlineData("onedrive/", "onedrive/store", "OneDrive")]
    [InlineData("Mobile Documents/", "Mobile Documents/com~apple~CloudDocs/store", "iCloud Drive")]
    [InlineData("Google Drive/", "Google Drive/store", "Google Drive")]
    [InlineData("drive/.tmp.driveupload/", "drive/store", "Google Drive")]
    [InlineData("Nextcloud/", "Nextcloud/store", "Nextcloud")]
    [InlineData("cloud/.sync_1a2b.db", "cloud/store", "Nextcloud or ownCloud")]
    [InlineData("shared/.stfolder/", "shared/a/b/store", "Syncthing")]
    public void A_place_that_would_give_the_store_away_is_refused(string made, string store, string reason)
    {
        Make(made);
        var refused = Assert.Throws<VaultException>(() => Resolve("my-blog", In(store), []).RequirePrivatePlace());
        Assert.Equal((VaultFault.Refused, 2), (refused.Fault, refused.ExitCode));
        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
        Assert.Contains("--vault", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("plain/", "plain/store")]
    [InlineData("plain/git/", "plain/store")]
    [InlineData("tree/inner/.git/", "tree/store")]
    [InlineData("Dropboxes/", "Dropboxes/store")]
    [InlineData("my-blog/", "my-blog-store")]
    [InlineData("my-blog/", "..store")]
    public void Any_other_place_is_taken(string made, string store)
    {
        Make(made);
        Resolve("my-blog", In(store), []).RequirePrivatePlace();
    }

    [Fact]
    public void A_link_does_not_lead_past_the_check()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // making a link needs rights there
        }

        Make("tree/.git/");
        Make("tree/inner/");
        Directory.CreateSymbolicLink(In("innocent"), In("tree/inner"));
        Assert.Contains("git working tree", Assert.Throws<VaultException>(() => Resolve("b", In("innocent/store"), []).RequirePrivatePlace()).Message, StringComparison.Ordinal);
        File.CreateSymbolicLink(In("round"), In("about"));
        File.CreateSymbolicLink(In("about"), In("round"));
        Assert.Contains("circle", Assert.Throws<VaultException>(() => Resolve("b", In("round/store"), [])).Message, StringComparison.Ordinal);
    }

    private VaultLocation Resolve(string blog, string? given, Dictionary<string, string> variables) =>
        VaultLocation.Resolve(In(blog), given, variables.GetValueOrDefault);

    private string In(string path) => Path.Combine(_fixture.Root, path.Replace('/', Path.DirectorySeparatorChar));

    private void Make(string path)
    {
        if (path.EndsWith('/'))
        {
            Directory.CreateDirectory(In(path));
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(In(path))!);
        File.WriteAllText(In(path), string.Empty);
    }
}
