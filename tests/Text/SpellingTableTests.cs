using Blog.Text;

namespace Blog.Tests.Text;

public sealed class SpellingTableTests
{
    [Fact]
    public void Spellings_are_numbered_as_they_come_and_found_again()
    {
        var table = new SpellingTable();
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var random = new Random(11);
        for (var round = 0; round < 30_000; round++)
        {
            var word = string.Concat(Enumerable.Range(0, random.Next(0, 12)).Select(_ => (char)('a' + random.Next(round % 26 + 1))));
            Assert.Equal(numbers.TryGetValue(word, out var expected), table.TryFind(word, out var number));
            if (number < 0)
            {
                numbers.Add(word, numbers.Count);
                Assert.Equal(word, table.Add(word));
                continue;
            }

            Assert.Equal(expected, number);
        }

        Assert.True(numbers.Count > 2048, "the table has to have grown");
    }
}
