using Blog.Search.Query;

namespace Blog.Tests.Search.Query;

public sealed class QueryCursorTests
{
    private static readonly Dictionary<string, int> Names = new(StringComparer.Ordinal) { ["title"] = 1 };

    [Theory]
    [InlineData("12.5x", 12.5, 'x')]
    [InlineData("3. x", 3.0, '.')]
    [InlineData(".5", 0.5, null)]
    [InlineData("x", null, 'x')]
    [InlineData("12345678901", 1234567890.0, '1')]
    public void A_number_ends_where_its_digits_do(string text, double? number, char? after)
    {
        var cursor = new QueryCursor(text);

        Assert.Equal(number, cursor.TakeNumber());
        Assert.Equal(after, cursor.Current);
    }

    [Theory]
    [InlineData("title:x", 1)]
    [InlineData("TITLE:x", 1)]
    [InlineData("title: x", null)]
    [InlineData("title:", null)]
    [InlineData("titles:x", null)]
    [InlineData(":x", null)]
    public void A_name_needs_its_colon_and_something_behind_it(string text, int? field)
    {
        var cursor = new QueryCursor(text);

        Assert.Equal(field, cursor.TakeName(Names));
        Assert.Equal(field is null ? text[0] : 'x', cursor.Current);
    }

    [Theory]
    [InlineData("AND x", true)]
    [InlineData("AND(", true)]
    [InlineData("AND", false)]
    [InlineData("ANDx", false)]
    public void An_operator_stands_before_something(string text, bool isOperator) => Assert.Equal(isOperator, new QueryCursor(text).TryTakeOperator("AND"));

    [Fact]
    public void What_stands_before_a_sign_is_taken_with_it()
    {
        var cursor = new QueryCursor("a b}c");

        Assert.Equal("a b", cursor.TakeThrough("]}", out var sign));
        Assert.Equal('}', sign);
        Assert.Equal("c", cursor.TakeThrough("]}", out sign));
        Assert.Null(sign);
        Assert.True(cursor.IsAtEnd);
    }

    [Fact]
    public void A_backslash_takes_what_is_behind_it_and_at_the_end_nothing()
    {
        var cursor = new QueryCursor("\\(\\");

        Assert.True(cursor.TryTakeEscaped(out var escaped));
        Assert.Equal('(', escaped);
        Assert.False(cursor.TryTakeEscaped(out _));
        Assert.Equal('\\', cursor.Take());
        Assert.Null(cursor.Current);
    }
}
