using Blog.Import;

namespace Blog.Tests.Import;

public class SeriesTitleTests
{
    public static TheoryData<string, string> Cases()
    {
        var cases = new TheoryData<string, string>();
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Import", "Cases", "series-titles.txt")))
        {
            if (line.Split(" => ") is [var title, var expected])
            {
                cases.Add(title, expected);
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_title_names_its_place_in_a_series_or_none(string title, string expected)
    {
        var place = SeriesTitle.Parse(title);
        Assert.Equal(expected, place is null ? "-" : $"{place.Name} # {place.Number}");
    }

    [Theory]
    [InlineData("Guest Blog 47", true)]
    [InlineData("My crossing (Part 2)", true)]
    [InlineData("Harbour Diary 3", false)]
    public void Only_series_words_make_a_series_certain(string title, bool certain) => Assert.Equal(certain, SeriesTitle.IsCertain(title));
}
