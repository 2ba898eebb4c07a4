namespace Blog.Tests.Model;

public sealed class PublicDateTests
{
    [Theory]
    [InlineData("2015-12-15T10:04+00:00")]
    [InlineData("2015-12-15T10:04-03:30")]
    [InlineData("2015-12-15")]
    [InlineData("2015-12")]
    public void A_date_is_written_as_it_was_read(string text)
    {
        Assert.True(Blog.Model.PublicDate.TryParse(text, out var date));
        Assert.Equal(text, date.ToString());
    }
}
