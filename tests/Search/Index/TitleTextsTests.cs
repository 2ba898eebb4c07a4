using Blog.Search.Index;

namespace Blog.Tests.Search.Index;

public sealed class TitleTextsTests
{
    private static readonly IndexReader Index = new IndexedPages()
        .Add("a", "Lamp oil", "lamp lamp lamp", "oil")
        .Add("b", "Lamp", "no word of it")
        .Index();

    [Fact]
    public void Beside_titles_stands_what_their_texts_hold_of_the_term()
    {
        var entries = Index.StartingWith(FieldKey.Text, string.Empty).ToList();

        Assert.Equal(["lamp", "oil"], entries.Where(entry => entry.TitleTexts.Length > 0).Select(entry => entry.Term));
        Assert.All(entries, entry => Assert.True(Index.HasRightTitleTexts(entry)));
    }

    [Fact]
    public void Anything_else_is_noticed()
    {
        var lamp = Index.Find(FieldKey.Text, "lamp")!; // not null: it is in a title

        Assert.False(Index.HasRightTitleTexts(lamp with { TitleTexts = [(byte)(lamp.TitleTexts[0] ^ 0x40), .. lamp.TitleTexts[1..]] }));
        Assert.False(Index.HasRightTitleTexts(lamp with { TitleTexts = [.. lamp.TitleTexts, 0] }));
        Assert.False(Index.HasRightTitleTexts(lamp with { TitleTexts = [] }));
    }
}
