using System.Text;
using Blog.Gate.Removal;
using Blog.Source;

namespace Blog.Tests.Gate;

/// <summary>What a takedown takes out of a page ends with whole words: half a word that stays was never published, and would hold the takedown up.</summary>
public sealed class PassageRemovalTests
{
    private const string Text = "The zorvinthaledger was quellimondly altered before brackenfoylish inspections, says caf\u00E9keeper \u201Cold Trimmer\u201D, and everybody&#x2014;everybody&#x2014;on that landing knew who held the pen.";

    [Fact]
    public void Whatever_part_of_a_text_is_somebodys_own_only_whole_words_go()
    {
        var key = new byte[PassageFinder.KeyLength];
        List<ulong> numbers = [.. new PassageFinder(key, []).NumbersOf(System.Net.WebUtility.HtmlDecode(Text))];
        var page = Encoding.UTF8.GetBytes($"<!doctype html><html><body><article data-unit=\"u1\"><p>{Text}</p></article></body></html>");
        var random = new Random(5);
        var removed = 0;
        for (var round = 0; round < 200; round++)
        {
            var from = random.Next(numbers.Count);
            var own = numbers.Skip(from).Take(random.Next(1, numbers.Count)).ToHashSet();
            var search = new PassageSearch(new PassageFinder(key, own));
            var after = PageRemoval.Remove(page, new HashSet<string>(), search, _ => { });
            Assert.True(DifferenceCheck.IsRemoval(page, after), Encoding.UTF8.GetString(after));
            Assert.False(search.IsIn("x.html", after));
            removed += after.Length == page.Length ? 0 : 1;

            var plain = System.Net.WebUtility.HtmlDecode(Text);
            Assert.True(DifferenceCheck.IsRemoval(Encoding.UTF8.GetBytes(plain), Encoding.UTF8.GetBytes(search.Plain(plain))), search.Plain(plain));
        }

        Assert.InRange(removed, 150, 200); // a place may be as long as its mark
    }
}
