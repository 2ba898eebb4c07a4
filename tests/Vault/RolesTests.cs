using Blog.Model;
using Blog.Moderate;
using Blog.Release;
using Blog.Release.Erasure;
using Blog.Source;
using Blog.Vault;
using static Blog.Tests.Vault.VaultFixture;

namespace Blog.Tests.Vault;

/// <summary>What a moderator may not do is refused by the code that does it; and what needs two people, until there are two.</summary>
public sealed class RolesTests : IDisposable
{
    private const string Editor = "Patient Lathe";
    private const string Moderator = "Quiet Harbour";

    private readonly VaultFixture _fixture = new();
    private readonly ManualTime _time = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public void A_store_without_roles_is_one_persons_who_may_do_everything()
    {
        using var store = Open();
        Assert.All(Enum.GetValues<EditorTask>(), permission => Assert.True(store.Roles.May(permission)));
    }

    [Fact]
    public void Where_roles_were_given_who_has_none_is_a_moderator_and_the_last_editor_stays_one()
    {
        using var store = Open();
        Assert.Throws<VaultException>(() => Give(store, Moderator, PersonRole.Moderator)); // nobody would be an editor
        Assert.Throws<VaultException>(() => Give(store, Editor, PersonRole.Editor)); // nor would who gives it
        store.Actor = Editor;
        Give(store, Editor, PersonRole.Editor);
        store.Actor = "Somebody Else";
        Assert.All(Enum.GetValues<EditorTask>(), permission => Assert.False(store.Roles.May(permission)));
        Assert.Throws<VaultException>(() => Give(store, "Somebody Else", PersonRole.Editor));
        store.Actor = Editor;
        Assert.Throws<VaultException>(() => Give(store, Editor, PersonRole.Moderator));
        Give(store, Moderator, PersonRole.Editor);
        Give(store, Editor, PersonRole.Moderator);
        Assert.False(store.Roles.May(EditorTask.Publish));
    }

    [Fact]
    public void A_moderator_decides_and_undoes()
    {
        using var store = AsModerator();
        var moderation = new Moderation(store, Moderator, _time);
        var place = new UnitPlace(store.Posts().First(), null);
        moderation.Accept(place);
        Assert.Equal(DecisionAction.Accept, moderation.Undo(null).Action);
    }

    /// <summary>What is for editors, and how a moderator would come to do it.</summary>
    public static TheoryData<string, Action<VaultStore, BlogFolder>> ForEditors => new()
    {
        { "release", (store, blog) => Releaser.Run(store, blog, Settings, new ReleaseOptions(false, null, false, []), null, CancellationToken.None) },
        { "erase", (store, blog) => new Eraser(store, blog, Settings).Erase([store.Units()[0]], keepQuotes: false) },
        { "publish as it was", (store, _) => new Moderation(store, Moderator, TimeProvider.System).AcceptAsItWas() },
        { "make a key", (store, _) => Within(store, () => store.Keys.Make("A Name", store.Keys.Today.AddDays(9))) },
        { "remove a key", (store, _) => Within(store, () => store.Keys.Retire(default(VaultHandle) with { Hex = new string('0', 32) })) },
        { "read a guest's text", (store, _) => store.Sealed.TryGet(SealedKind.GuestOriginal, new VaultHandle(new string('1', 32)), out var _) },
        { "write a guest's sender", (store, _) => Within(store, () => store.Sealed.Put(SealedKind.Sender, new VaultHandle(new string('1', 32)), [1])) },
        { "delete a guest's text", (store, _) => Within(store, () => store.Sealed.Delete(SealedKind.GuestOriginal, new VaultHandle(new string('1', 32)))) },
        { "read a key", (store, _) => store.Sealed.TryGet(SealedKind.Key, new VaultHandle(new string('1', 32)), out var _) },
        { "hand out a packet", (store, _) => Within(store, () => store.Packets.Undo(new VaultHandle(new string('1', 32)), [])) },
        { "give a role", (store, _) => Give(store, Moderator, PersonRole.Editor) },
        { "allow the safety check to pass", (store, _) => Within(store, () => store.Waivers.Add(new VaultWaiver(default, default, Moderator, "1", "x", "because", new DateOnly(2027, 1, 1)))) },
    };

    [Theory]
    [MemberData(nameof(ForEditors), DisableDiscoveryEnumeration = true)]
    public void What_is_for_editors_is_refused_to_a_moderator_and_leaves_the_store_as_it_was(string what, Action<VaultStore, BlogFolder> act)
    {
        using var store = AsModerator();
        var before = Dump(store, withRuns: true);

        var refused = Assert.Throws<VaultException>(() => act(store, MakeBlog()));

        Assert.True(refused.Fault == VaultFault.Refused && refused.Message.Contains("for an editor", StringComparison.Ordinal), what);
        Assert.Equal(before, Dump(store, withRuns: true));
        Assert.Null(store.Audit.FirstFault());
    }

    [Fact]
    public void An_erasure_waits_for_a_second_person_where_the_settings_say_so()
    {
        using var store = Open();
        TwoPersons(store);
        store.Actor = Editor;
        var unit = store.Units()[0];
        var eraser = new Eraser(store, MakeBlog(), Settings);

        var refused = Assert.Throws<VaultException>(() => eraser.Erase([unit], keepQuotes: false));
        var waiting = Assert.Single(store.Confirmations.List());
        Assert.Contains(waiting.Handle.Hex[..VaultHandle.ShownDigits], refused.Message, StringComparison.Ordinal);
        Assert.Contains(store.Posts(), post => post.Markdown == "post text");
        Assert.Throws<VaultException>(() => store.Confirmations.Confirm(waiting.Handle.Hex, Editor)); // one's own
        Assert.Throws<VaultException>(() => eraser.Erase([unit], keepQuotes: false)); // asking twice is not two people
        Assert.Single(store.Confirmations.List());

        store.Confirmations.Confirm(waiting.Handle.Hex[..8], Moderator);
        Assert.Throws<VaultException>(() => eraser.Erase([unit, store.Units()[1]], keepQuotes: false)); // something else than what was confirmed
        eraser.Erase([unit], keepQuotes: false);
        Assert.DoesNotContain(store.Posts(), post => post.Markdown == "post text");
        eraser.Complete();
        Assert.Throws<VaultException>(() => eraser.Erase([unit], keepQuotes: false)); // a confirmation counts once
    }

    [Fact]
    public void An_erasure_that_was_cut_off_needs_its_second_person_no_second_time()
    {
        var blog = MakeBlog();
        VaultHandle unit;
        VaultHandle other;
        using (var store = Open())
        {
            TwoPersons(store);
            store.Actor = Editor;
            (unit, other) = (store.Units()[0].Handle, store.Units()[1].Handle);
            Assert.Throws<VaultException>(() => Erase(store, unit));
            store.Confirmations.Confirm(Assert.Single(store.Confirmations.List()).Handle.Hex, Moderator);
            Erase(store, unit); // and cut off before the site
        }

        _time.Pass(TimeSpan.FromDays(3));
        using (var store = Open())
        {
            store.Actor = Editor;
            Assert.Equal([unit], new Eraser(store, blog, Settings).Begun);
            Erase(store, unit);
            Assert.Empty(store.Confirmations.List());

            Assert.Throws<VaultException>(() => Erase(store, unit, other)); // more than was begun: the second person is asked for the rest
            store.Confirmations.Confirm(Assert.Single(store.Confirmations.List()).Handle.Hex, Moderator);
            Erase(store, unit, other);
            new Eraser(store, blog, Settings).Complete();
            Assert.Throws<VaultException>(() => Erase(store, unit));
        }

        void Erase(VaultStore store, params VaultHandle[] handles) =>
            new Eraser(store, blog, Settings).Erase([.. store.Units().Where(each => handles.Contains(each.Handle))], keepQuotes: false);
    }

    [Fact]
    public void An_erasure_that_fails_in_the_store_uses_no_confirmation_up()
    {
        using var store = Open();
        TwoPersons(store);
        store.Actor = Editor;
        var unit = store.Units()[0];
        Assert.Throws<VaultException>(() => store.Confirmations.Check(ConfirmedAct.Erasure, [unit.Handle]));
        store.Confirmations.Confirm(Assert.Single(store.Confirmations.List()).Handle.Hex, Moderator);
        var confirmed = store.Confirmations.Check(ConfirmedAct.Erasure, [unit.Handle]);
        using (store.BeginTransaction())
        {
            store.Confirmations.Use(confirmed!.Value); // not null: it is confirmed. Never committed, as when the process is killed
        }

        Assert.Equal(confirmed, store.Confirmations.Check(ConfirmedAct.Erasure, [unit.Handle]));
    }

    [Fact]
    public void A_confirmation_is_worth_nothing_after_a_day_nor_from_a_moderator()
    {
        using var store = Open();
        TwoPersons(store);
        store.Actor = Editor;
        Give(store, Editor, PersonRole.Editor);
        Give(store, "Second Editor", PersonRole.Editor);
        Assert.Throws<VaultException>(() => store.Confirmations.Require(ConfirmedAct.Erasure, [store.Units()[0].Handle]));
        var waiting = Assert.Single(store.Confirmations.List());
        Assert.Contains("moderator", Assert.Throws<VaultException>(() => store.Confirmations.Confirm(waiting.Handle.Hex, Moderator)).Message, StringComparison.Ordinal);
        store.Confirmations.Confirm(waiting.Handle.Hex, "Second Editor");
        _time.Pass(TimeSpan.FromHours(25));
        Assert.Throws<VaultException>(() => store.Confirmations.Require(ConfirmedAct.Erasure, [store.Units()[0].Handle]));
    }

    [Fact]
    public void What_the_settings_do_not_name_needs_one_person()
    {
        using var store = Open();
        store.Confirmations.Require(ConfirmedAct.Erasure, [store.Units()[0].Handle]);
        TwoPersons(store);
        store.Confirmations.Require(ConfirmedAct.GuestPost, [store.Units()[0].Handle]);
        Assert.Empty(store.Confirmations.List());
    }

    [Fact]
    public void Settings_that_name_an_unknown_act_are_refused()
    {
        using var store = Open();
        File.WriteAllText(Path.Combine(store.Location.Folder, VaultSettingsReader.FileName), "twoPersons: [everything]\n");
        Assert.Throws<SourceException>(() => store.Confirmations.IsNeeded(ConfirmedAct.Erasure));
    }

    private static SiteSettings Settings => new() { Title = "T", Address = "https://archive.example" };

    private static void TwoPersons(VaultStore store) => File.WriteAllText(Path.Combine(store.Location.Folder, VaultSettingsReader.FileName), "twoPersons: [erasure]\n");

    private static void Within(VaultStore store, Action act)
    {
        using var transaction = store.BeginTransaction();
        act();
        transaction.Commit();
    }

    private static void Give(VaultStore store, string name, PersonRole role) => Within(store, () => store.Roles.Give(name, role));

    private BlogFolder MakeBlog()
    {
        Directory.CreateDirectory(Path.Combine(_fixture.BlogFolder, "input"));
        return new BlogFolder(_fixture.BlogFolder);
    }

    private VaultStore Open()
    {
        var store = VaultStore.OpenOrCreate(_fixture.Location(), Randomness, _time);
        TakeIn(store, Archive(), Post("1", 0), Comment("2", "1", 1));
        return store;
    }

    private static System.Security.Cryptography.RandomNumberGenerator Randomness => global::Blog.Commands.VaultAccess.Random;

    private VaultStore AsModerator()
    {
        var store = Open();
        store.Actor = Editor;
        Give(store, Editor, PersonRole.Editor);
        Give(store, Moderator, PersonRole.Moderator);
        store.Actor = Moderator;
        return store;
    }
}
