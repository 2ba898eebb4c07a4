using Blog.Import;

namespace Blog.Tests.Import;

public class Rfc3339Tests
{
    [Theory]
    [InlineData("2015-12-15T10:04:00.000Z", "2015-12-15T10:04:00.0000000+00:00 Minute")]
    [InlineData("2015-12-15t10:04:00z", "2015-12-15T10:04:00.0000000+00:00 Minute")]
    [InlineData(" 2012-11-05T00:15:05.941+11:00\n", "2012-11-05T00:15:05.9410000+11:00 Minute")]
    [InlineData("2012-11-05T00:15:05.12345678901-03:30", "2012-11-05T00:15:05.1234567-03:30 Minute")]
    [InlineData("2016-12-31T23:59:60Z", "2016-12-31T23:59:59.0000000+00:00 Minute")]
    [InlineData("2015-12-15T10:04Z", "2015-12-15T10:04:00.0000000+00:00 Minute")]
    [InlineData("2015-12-15", "2015-12-15T00:00:00.0000000+00:00 Day")]
    [InlineData("2015-12", "2015-12-01T00:00:00.0000000+00:00 Month")]
    public void A_time_keeps_what_the_source_knows(string text, string expected)
    {
        Assert.True(Rfc3339.TryParse(text, out var time));
        Assert.Equal(expected, $"{time.Value:O} {time.Precision}");
    }

    [Theory]
    [InlineData("")]
    [InlineData("0000-00-00T00:00:00Z")]
    [InlineData("9999-12-31T23:59:59.999+14:00")]
    [InlineData("2011-02-30T00:00:00Z")]
    [InlineData("2011-01-01T25:61:61Z")]
    [InlineData("\u0662\u0660\u0661\u0661-\u0660\u0661-\u0660\u0661T00:00:00Z")]
    [InlineData("2011-01-01T00:00:00+99:99")]
    [InlineData("-2011-01-01T00:00:00Z")]
    [InlineData("1e9")]
    [InlineData("2011-01-01T00:00:00")] // no offset: which instant is meant is not known
    [InlineData("2011-01-01T00:00:00.Z")]
    [InlineData("2011-01-01T00:00:00Zx")]
    public void What_is_no_time_is_refused(string text) => Assert.False(Rfc3339.TryParse(text, out _));
}
