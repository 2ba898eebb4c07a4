using System.Xml.Linq;
using Blog.Bench.Plots;

namespace Blog.Tests.Bench;

public sealed class PlotsTests : IDisposable
{
    private readonly TemporaryFolder _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public void Each_way_has_a_named_row_with_the_median_of_each_size_and_a_dash_where_it_was_not_measured()
    {
        var file = _temporary.Put("rows.json", """
            [
              {"size": "M", "comments": 40000, "build": "hugo", "cpu": [8, 2, 4], "peakMiB": [300], "files": 1, "megabytes": 1.5},
              {"size": "S", "comments": 10000, "build": "hugo", "cpu": [1, 3], "peakMiB": [120, 100], "files": 1, "megabytes": 1.5},
              {"size": "S", "comments": 10000, "build": "Subrosa, all of it", "cpu": [8], "peakMiB": [2100], "files": null, "megabytes": null},
              {"size": "S", "comments": 10000, "build": "pagefind on hugo's pages", "cpu": [77], "peakMiB": [77], "files": null, "megabytes": null}
            ]
            """);
        Assert.Equal(0, PlotsCommand.Run([file, _temporary.Root]));

        Assert.Equal(["CPU seconds of a build for each 10,000 comments, by comments of the archive", "Subrosa", "8.0", "–", "Hugo", "2.0", "1.0", "S: 10,000", "M: 40,000"], Words("performance-cpu.svg"));
        Assert.Equal(["Subrosa", "2,100", "–", "Hugo", "110", "300"], Words("performance-memory.svg").Skip(1).Take(6));
        var columns = XDocument.Load(_temporary.File("performance-cpu.svg")).Descendants().Where(element => element.Name.LocalName == "rect").Select(box => (double)box.Attribute("height")!).ToList(); // not null: every box has one
        Assert.Equal([columns[0], columns[0] / 4, columns[0] / 8], columns, (one, other) => Math.Abs(one - other) < .1); // one scale for all
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("not JSON")]
    public void A_file_without_rows_writes_nothing(string content)
    {
        Assert.Equal(2, PlotsCommand.Run([_temporary.Put("rows.json", content), _temporary.Root]));
        Assert.False(File.Exists(_temporary.File("performance-cpu.svg")));
    }

    private List<string> Words(string file) => [.. XDocument.Load(_temporary.File(file)).Descendants().Where(element => element.Name.LocalName == "text").Select(text => text.Value)];
}
