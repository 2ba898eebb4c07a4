using Blog.Model;
using Blog.Moderate;
using Blog.Release;
using Blog.Vault;
using static Blog.Tests.Release.VaultSamples;

namespace Blog.Tests.Release;

public sealed class CommenterPseudonymsTests
{
    [Fact]
    public void Two_comments_of_one_person_bear_one_pseudonym()
    {
        var names = Names(CommenterPolicy.PseudonymPerThread, [Comment(1, author: Person(1, "Gullwing")), Comment(2, author: Person(2, "Oxlip")), Comment(3, author: Person(1, "Gullwing"))]);
        Assert.Equal(names.Shown[1], names.Shown[3]);
        Assert.NotEqual(names.Shown[1], names.Shown[2]);
        Assert.Equal([1, 2, 3], names.Renamed.Order());
    }

    [Fact]
    public void One_hidden_key_and_the_name_Anonymous_cannot_be_told_from_two_people()
    {
        var one = Person(1, "Anonymous", identity: null); // the vault gives no identity, whatever the hidden key is
        var other = Person(2, "Anonymous", identity: null);
        foreach (var policy in Enum.GetValues<CommenterPolicy>())
        {
            var same = Names(policy, [Comment(1, author: one), Comment(2, author: one)]);
            var different = Names(policy, [Comment(1, author: one), Comment(2, author: other)]);
            Assert.Equal(same.Shown, different.Shown);
            Assert.All(same.Shown.Values, Assert.Null);
            Assert.Empty(same.Renamed);
            Assert.Empty(same.Terms);
        }
    }

    [Fact]
    public void A_pseudonym_is_fresh_in_the_next_thread_or_the_same_over_the_site()
    {
        var comments = new[] { Comment(1, author: Person(1, "Gullwing")) };
        var register = new Register();
        Assert.NotEqual(Names(CommenterPolicy.PseudonymPerThread, comments, "t1", register).Shown[1], Names(CommenterPolicy.PseudonymPerThread, comments, "t2", register).Shown[1]);
        Assert.Equal(Names(CommenterPolicy.PseudonymPerSite, comments, "t1", register).Shown[1], Names(CommenterPolicy.PseudonymPerSite, comments, "t2", register).Shown[1]);
    }

    [Fact]
    public void A_later_merge_renames_nobody()
    {
        var register = new Register();
        var before = Names(CommenterPolicy.PseudonymPerThread, [Comment(5, author: Person(2, "Oxlip"))], "t1", register).Shown[5];
        var after = Names(CommenterPolicy.PseudonymPerThread, [.. Enumerable.Range(10, 300).Select(n => Comment(n - 9 + 10, author: Person(n, $"Guest{n}"), time: null)), Comment(5, author: Person(2, "Oxlip"))], "t1", register).Shown[5];
        Assert.Equal(before, after);
    }

    [Fact]
    public void Names_that_the_settings_list_stay_whatever_their_case()
    {
        var names = Names(CommenterPolicy.PseudonymPerThread, [Comment(1, author: Person(1, "Gullwing"))], kept: ["GULLWING"]);
        Assert.Equal("Gullwing", names.Shown[1]);
        Assert.Empty(names.Renamed);
        Assert.Empty(names.Terms);
    }

    [Fact]
    public void Under_keep_all_names_stay_but_Anonymous_is_nobody()
    {
        var names = Names(CommenterPolicy.Keep, [Comment(1, author: Person(1, "Gullwing")), Comment(2, author: Person(2, "Anonymous", null)), Comment(3, author: Person(3, "J.", null))]);
        Assert.Equal(("Gullwing", null, "J."), (names.Shown[1], names.Shown[2], names.Shown[3]));
    }

    [Fact]
    public void Under_anonymous_nobody_is_named_and_mentions_become_marks()
    {
        var names = Names(CommenterPolicy.Anonymous, [Comment(1, author: Person(1, "Gullwing")), Comment(2, author: Person(2, "Anonymous", null))]);
        Assert.Null(names.Shown[1]);
        Assert.Equal([1], names.Renamed);
        Assert.Equal(new NameTerm("Gullwing", "[redacted: name]"), Assert.Single(names.Terms));
    }

    [Fact]
    public void A_name_without_identity_that_is_shown_no_more_counts_as_renamed() =>
        Assert.Equal([1], Names(CommenterPolicy.PseudonymPerThread, [Comment(1, author: Person(1, "J.", null))]).Renamed);

    [Fact]
    public void Two_people_with_one_name_leave_its_mentions_to_neither()
    {
        var names = Names(CommenterPolicy.PseudonymPerThread, [Comment(1, author: Person(1, "Gullwing", "profile:a")), Comment(2, author: Person(2, "gullwing", "profile:b"))]);
        Assert.NotEqual(names.Shown[1], names.Shown[2]);
        Assert.Equal(NameMentions.NameMark, Assert.Single(names.Terms).Replacement);
    }

    [Fact]
    public void A_removed_comment_shows_no_name_but_its_writers_mentions_change()
    {
        var names = Names(CommenterPolicy.PseudonymPerThread, [Comment(1, state: CommentState.RemovedByAuthor, author: Person(1, "Gullwing"))]);
        Assert.Null(names.Shown[1]);
        Assert.Single(names.Terms);
    }

    private static ThreadNames Names(
        CommenterPolicy policy, VaultComment[] comments, string scope = "t1", Register? register = null, string[]? kept = null) =>
        new CommenterPseudonyms(
            new SiteSettings { Title = "T", Address = "https://example.org", Anonymity = new AnonymityPolicy { Commenters = policy }, KeptNames = kept ?? [] },
            (register ?? new Register()).Give).NamesOf(scope, ThreadAssembler.Assemble(comments, new Dictionary<string, CommentNumber>(), ThreadRepairs.None));

    /// <summary>The vault's table of pseudonyms, in memory.</summary>
    private sealed class Register
    {
        private readonly PseudonymChooser _chooser = new([.. Enumerable.Range(0, 32).Select(n => (byte)n)]);
        private readonly Dictionary<(string Scope, string Identity), string> _given = [];

        public string Give(string scope, string identity, IReadOnlySet<string> realNames)
        {
            if (!_given.TryGetValue((scope, identity), out var name))
            {
                name = _chooser.Choose(scope, identity, taken => _given.Any(pair => pair.Key.Scope == scope && pair.Value == taken));
                _given.Add((scope, identity), name);
            }

            return name;
        }
    }
}
