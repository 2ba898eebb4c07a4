using Blog.Text;

namespace Blog.Tests.Text;

public sealed class RedactionMarkTests
{
    [Theory]
    [InlineData("[redacted]", null, RedactionKind.Other, "[redacted]")]
    [InlineData("[redacted: town]", "town", RedactionKind.Place, "[town]")]
    [InlineData("[redacted: Officer A]", "Officer A", RedactionKind.Person, "[Officer A]")]
    [InlineData("[redacted: town 12]", "town 12", RedactionKind.Place, "[town 12]")]
    [InlineData("[redacted: employer]", "employer", RedactionKind.Organisation, "[employer]")]
    [InlineData("[redacted: case number]", "case number", RedactionKind.Number, "[case number]")]
    [InlineData("[redacted: date]", "date", RedactionKind.Date, "[date]")]
    [InlineData("[redacted: time]", "time", RedactionKind.Date, "[time]")]
    [InlineData("[redacted: diagnosis]", "diagnosis", RedactionKind.Other, "[redacted]")]
    public void A_mark_reads_as_its_label_only_where_its_kind_is_named(string source, string? label, RedactionKind kind, string read)
    {
        Assert.True(RedactionMark.TryRead(source + " and more", out var mark, out var length));
        Assert.Equal(source.Length, length);
        Assert.Equal(label, mark.Label);
        Assert.True(mark.TryGetKind(out var found));
        Assert.Equal(kind, found);
        Assert.Equal(read, mark.ReaderText);
        Assert.Equal(source, mark.SourceText);
    }

    [Theory]
    [InlineData("[redacted")]
    [InlineData("[Redacted]")]
    [InlineData("[redacted:town]")]
    [InlineData("[redacted: ]")]
    [InlineData("[redacted:  town]")]
    [InlineData("[redacted: 1town]")]
    [InlineData("[redacted: to_wn]")]
    [InlineData("[redacted: towñ]")]
    [InlineData("[redacted: abcdefghijabcdefghijabcdefghijabcdefghija]")]
    [InlineData("[redacted ]")]
    [InlineData("x[redacted]")]
    [InlineData("[redacted: town")]
    public void What_the_grammar_does_not_allow_is_no_mark(string text)
    {
        Assert.False(RedactionMark.TryRead(text, out var mark, out var length));
        Assert.Null(mark);
        Assert.Equal(0, length);
    }

    [Fact]
    public void An_unknown_label_is_never_shown()
    {
        Assert.True(RedactionMark.TryRead("[redacted: Jane Invented]", out var mark, out _));
        Assert.False(mark.TryGetKind(out var kind));
        Assert.Equal(RedactionKind.Other, kind);
        Assert.Equal("[redacted]", mark.ReaderText);
    }

    [Fact]
    public void Every_label_of_the_table_fits_the_grammar()
    {
        Assert.All(RedactionLabelTable.Labels, label => Assert.True(RedactionMark.TryRead($"[redacted: {label}]", out _, out _), label));
        Assert.All(RedactionLabelTable.Labels, label => Assert.True(RedactionMark.TryRead($"[redacted: {label} A]", out _, out _), label));
    }

    [Fact]
    public void A_text_is_split_into_words_and_marks()
    {
        var pieces = RedactionMarkSplitter.Split("A post in [redacted: town], by [redacted]");
        Assert.Equal(["A post in ", "[town]", ", by ", "[redacted]"], pieces.Select(piece => piece.Text));
        Assert.Equal([false, true, false, true], pieces.Select(piece => piece.Mark is not null));
        Assert.Empty(RedactionMarkSplitter.Split(string.Empty));
        Assert.Equal("A post in [town], by [redacted]", RedactionMarkSplitter.ReaderText("A post in [redacted: town], by [redacted]"));
    }

    [Theory]
    [InlineData("[redacted]")]
    [InlineData("x [redacted: town] y")]
    [InlineData("\\[redacted]")]
    [InlineData("\\\\[redacted: town][redacted][redacted")]
    [InlineData("no mark \\ here [redacted: ?]")]
    public void A_foreign_text_cannot_forge_a_mark(string foreign)
    {
        var escaped = RedactionMarkSplitter.Escape(foreign);
        var pieces = RedactionMarkSplitter.Split(escaped);
        Assert.All(pieces, piece => Assert.Null(piece.Mark));
        Assert.Equal(foreign, string.Concat(pieces.Select(piece => piece.Text)));
    }
}
