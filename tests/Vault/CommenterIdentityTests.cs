using Blog.Import;
using Blog.Vault;
using static Blog.Tests.Vault.VaultFixture;

namespace Blog.Tests.Vault;

public sealed class CommenterIdentityTests
{
    private const string Link = "https://www.blogger.com/profile/1";

    [Theory]
    [InlineData("Anonymous")]
    [InlineData("anonymous ")]
    [InlineData("ANON")]
    [InlineData("Anon.")]
    [InlineData("Anonymous (2)")]
    [InlineData("Anonymous 17")]
    [InlineData("A\u200Bnonymous")]
    [InlineData("Unknown")]
    [InlineData("Anonym")]
    [InlineData("Anónimo")]
    [InlineData("anonimo")]
    [InlineData("Anonyme")]
    [InlineData("Unbekannt")]
    [InlineData("匿名")]
    [InlineData("익명")]
    [InlineData("Анонимный")]
    [InlineData("Ανώνυμος")]
    [InlineData("Blogger")]
    [InlineData("J")]
    [InlineData("j.")]
    [InlineData("Ж")]
    [InlineData("***")]
    [InlineData("12345")]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData(null)]
    public void Those_shown_without_a_name_of_their_own_have_no_identity_whatever_else_is_known(string? name)
    {
        Assert.Null(CommenterIdentity.Of(new ImportedAuthor { Name = name }));
        Assert.Null(CommenterIdentity.Of(new ImportedAuthor { Name = name, Key = "pid-1" }));
        Assert.Null(CommenterIdentity.Of(new ImportedAuthor { Name = name, Key = "pid-1", ProfileUrl = Link, Email = "a@example.org" }));
    }

    [Theory]
    [InlineData("Nettlepin")]
    [InlineData("Jo")]
    [InlineData("Anonyma Smithson")]
    [InlineData("Bloggerette")]
    [InlineData("李明")]
    public void Those_with_a_name_of_their_own_have_one(string name) =>
        Assert.Equal("name:" + name.ToLowerInvariant(), CommenterIdentity.Of(new ImportedAuthor { Name = name }));

    [Fact]
    public void A_shown_link_makes_one_person_of_two_names_by_the_key_behind_it()
    {
        Assert.Equal("pid:pid-1", CommenterIdentity.Of(new ImportedAuthor { Name = "Nettlepin", Key = "pid-1", ProfileUrl = Link }));
        Assert.Equal("pid:pid-1", CommenterIdentity.Of(new ImportedAuthor { Name = "Nipper of nets", Key = "pid-1", ProfileUrl = Link }));
    }

    [Theory]
    [InlineData("https://www.blogger.com/profile/1")]
    [InlineData("http://www.blogger.com/profile/1")]
    [InlineData("HTTP://Blogger.com/profile/1/")]
    [InlineData("//www.blogger.com/profile/1")]
    [InlineData(" https://www.blogger.com/profile/1 ")]
    public void A_link_without_a_key_is_the_same_in_each_of_its_spellings(string link) =>
        Assert.Equal("profile:blogger.com/profile/1", CommenterIdentity.Of(new ImportedAuthor { Name = "Nettlepin", ProfileUrl = link }));

    [Fact]
    public void The_path_of_a_link_keeps_its_case() => Assert.NotEqual(
        CommenterIdentity.Of(new ImportedAuthor { Name = "Nettlepin", ProfileUrl = "https://example.org/A" }),
        CommenterIdentity.Of(new ImportedAuthor { Name = "Nettlepin", ProfileUrl = "https://example.org/a" }));

    [Fact]
    public void Without_a_link_a_hidden_key_neither_joins_two_names_nor_parts_two_equal_ones()
    {
        var first = CommenterIdentity.Of(new ImportedAuthor { Name = "Wick Tinker", Key = "pid-1" });
        Assert.NotEqual(first, CommenterIdentity.Of(new ImportedAuthor { Name = "Somebody Else", Key = "pid-1" }));
        Assert.Equal(first, CommenterIdentity.Of(new ImportedAuthor { Name = "wick  tinker", Key = "pid-2" }));
        Assert.Equal(first, CommenterIdentity.Of(new ImportedAuthor { Name = "Wick Tinker" }));
    }

    [Fact]
    public void Two_comments_with_one_hidden_key_and_the_name_Anonymous_cannot_be_told_from_two_people()
    {
        // Read back, a store with one person behind both comments and a store with two differ in nothing.
        string Read(string key)
        {
            using var fixture = new VaultFixture();
            using var store = fixture.Open();
            TakeIn(
                store,
                Archive(),
                Post("1", 0),
                Comment("10", "1", 1, author: new ImportedAuthor { Name = "Anonymous", Key = "pid-1", Email = "a@example.org", AvatarUrl = "https://example.org/a.png" }),
                Comment("11", "1", 2, author: new ImportedAuthor { Name = "Anonymous", Key = key, Email = key + "@example.org", AvatarUrl = "https://example.org/" + key }));
            return string.Join('\n', store.Comments(store.Posts().Single().Row).Select(comment => comment with { Handle = default, Author = Nobody(comment.Author!) })) +
                string.Join('\n', store.People().Select(Nobody)) + store.Stats();
        }

        // Handles are drawn at random and tell nothing.
        static VaultPerson Nobody(VaultPerson person) => person with { Handle = default };

        Assert.Equal(Read("pid-1"), Read("pid-2"));
    }
}
