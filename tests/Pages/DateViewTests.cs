using Blog.Model;
using Blog.Pages;

namespace Blog.Tests.Pages;

public sealed class DateViewTests
{
    [Theory]
    [InlineData("2015-12", "December 2015", "December 2015")]
    [InlineData("2015-12-15", "Tuesday, 15 December 2015", "15 December 2015")]
    [InlineData("2015-06-05T09:04+01:00", "Friday, 5 June 2015, 09:04", "5 June 2015, 09:04")]
    public void A_date_is_shown_no_finer_than_it_is_known(string date, string full, string brief)
    {
        Assert.True(PublicDate.TryParse(date, out var known));
        Assert.Equal(new DateView(date, full), DateView.Full(known));
        Assert.Equal(new DateView(date, brief), DateView.Brief(known));
    }
}
