using System.Text;
using Blog.Guests.Submissions;
using Blog.Vault;

namespace Blog.Tests.Guests.Submissions;

public sealed class SubmissionReaderTests
{
    private const string Code = "\"code\":{\"key\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\",\"name\":\"AAAAAAAAAAAAAAAAAAAAAA\"}";

    [Fact]
    public void Every_part_is_read()
    {
        Assert.True(TryRead($$"""{"format":1,"kind":"comment","text":"a\r\nb","name":"Otter","post":"p-1","replyTo":"123","images":[{"type":"image/jpeg","data":"_9j_4AAA"}],{{Code}}}""", out var read));
        Assert.Equal((SubmissionKind.Comment, "a\nb", null, "Otter", "p-1", "123"), (read.Kind, read.Text, read.Title, read.Name, read.Post!.Value.Value, read.ReplyTo!.Value.Value));
        Assert.Equal(("image/jpeg", 6), (read.Images.Single().Type, read.Images.Single().Bytes.Length));
        Assert.Equal((32, 16), (read.Code!.Key.Length, read.Code.Name.Length));
        Assert.Null(read.Answer);
        Assert.DoesNotContain("Otter", read.ToString(), StringComparison.Ordinal);
        Assert.Equal("(a code)", read.Code.ToString());
    }

    [Theory]
    [InlineData("""{"format":1,"kind":"post","text":"x"}""")]
    [InlineData("""{"format":1,"kind":"post","text":"x","title":"t","name":"n"}""")]
    [InlineData("""{"kind":"remove","text":"x","format":1}""")]
    [InlineData("""{"format":1,"kind":"comment","text":"x","post":"p"}""")]
    [InlineData("""{"format":1,"kind":"answer","text":"","answer":"withdraw",CODE}""")]
    [InlineData("""{"format":1,"kind":"answer","text":"","answer":"yes","terms":{"scope":"whole","comments":"open","original":"destroy"},CODE}""")]
    [InlineData("""{"format":1,"kind":"answer","text":"","answer":"yes","terms":{"until":"2027-05-01","scope":"extracts","comments":"closed","original":"keep"},CODE}""")]
    public void What_the_page_writes_is_read(string json) => Assert.True(TryRead(json.Replace("CODE", Code, StringComparison.Ordinal), out _));

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("""{"format":2,"kind":"post","text":"x"}""")]
    [InlineData("""{"format":"1","kind":"post","text":"x"}""")]
    [InlineData("""{"format":1.5,"kind":"post","text":"x"}""")]
    [InlineData("""{"kind":"post","text":"x"}""")]
    [InlineData("""{"format":1,"kind":"letter","text":"x"}""")]
    [InlineData("""{"format":1,"kind":"post"}""")]
    [InlineData("""{"format":1,"kind":"post","text":" "}""")]
    [InlineData("""{"format":1,"kind":"post","text":7}""")]
    [InlineData("""{"format":1,"kind":"post","text":"a\u0000"}""")]
    [InlineData("""{"format":1,"kind":"post","text":"\ud800"}""")]
    [InlineData("""{"format":1,"kind":"post","text":"x","text":"y"}""")]
    [InlineData("""{"format":1,"kind":"post","text":"x","email":"x@example.org"}""")]
    [InlineData("""{"format":1,"kind":"post","text":"x","title":""}""")]
    [InlineData("""{"format":1,"kind":"post","text":"x","title":"a\nb"}""")]
    [InlineData("""{"format":1,"kind":"post","text":"x","name":"\u001b[2J"}""")]
    [InlineData("""{"format":1,"kind":"post","text":"x","post":"p"}""")]
    [InlineData("""{"format":1,"kind":"comment","text":"x"}""")]
    [InlineData("""{"format":1,"kind":"comment","text":"x","post":"../p"}""")]
    [InlineData("""{"format":1,"kind":"comment","text":"x","post":"p","replyTo":"C1"}""")]
    [InlineData("""{"format":1,"kind":"post","text":"x","answer":"yes"}""")]
    [InlineData("""{"format":1,"kind":"answer","text":"x","answer":"yes"}""")]
    [InlineData("""{"format":1,"kind":"answer","text":"x",CODE}""")]
    [InlineData("""{"format":1,"kind":"answer","text":"x","answer":"maybe",CODE}""")]
    [InlineData("""{"format":1,"kind":"post","text":"x","code":{"key":"AA","name":"AA"}}""")]
    [InlineData("""{"format":1,"kind":"post","text":"x","code":null}""")]
    [InlineData("""{"format":1,"kind":"post","text":"x","images":[]}""")]
    [InlineData("""{"format":1,"kind":"post","text":"x","images":[{"type":"image/svg+xml","data":"PHN2Zz4"}]}""")]
    [InlineData("""{"format":1,"kind":"post","text":"x","images":[{"type":"image/jpeg","data":"PHN2Zz4"}]}""")]
    [InlineData("""{"format":1,"kind":"post","text":"x","images":[{"type":"image/jpeg","data":"_9j_4AA="}]}""")]
    [InlineData("""{"format":1,"kind":"post","text":"x","images":[{"type":"image/jpeg","data":"_9j_4AAA","name":"IMG.jpg"}]}""")]
    [InlineData("""{"format":1,"kind":"answer","text":"x","answer":"change","terms":{"scope":"whole","comments":"open","original":"destroy"},CODE}""")]
    [InlineData("""{"format":1,"kind":"post","text":"x","terms":{"scope":"whole","comments":"open","original":"destroy"},CODE}""")]
    [InlineData("""{"format":1,"kind":"answer","text":"x","answer":"yes","terms":{"scope":"whole","comments":"open"},CODE}""")]
    [InlineData("""{"format":1,"kind":"answer","text":"x","answer":"yes","terms":{"scope":"all","comments":"open","original":"destroy"},CODE}""")]
    [InlineData("""{"format":1,"kind":"answer","text":"x","answer":"yes","terms":{"scope":"whole","comments":"open","original":"destroy","until":"soon"},CODE}""")]
    [InlineData("""{"format":1,"kind":"answer","text":"x","answer":"yes","terms":{"scope":"whole","comments":"open","original":"destroy","name":"x"},CODE}""")]
    [InlineData("""{"format":1,"kind":"answer","text":"x","answer":"yes","terms":"whole",CODE}""")]
    public void Anything_else_is_no_submission(string json) => Assert.False(TryRead(json.Replace("CODE", Code, StringComparison.Ordinal), out _));

    [Fact]
    public void Long_texts_and_many_pictures_are_refused()
    {
        Assert.True(TryRead($$"""{"format":1,"kind":"post","text":"{{new string('x', SubmissionReader.MaxText)}}"}""", out _));
        Assert.False(TryRead($$"""{"format":1,"kind":"post","text":"{{new string('x', SubmissionReader.MaxText + 1)}}"}""", out _));
        Assert.False(TryRead($$"""{"format":1,"kind":"post","text":"x","name":"{{new string('x', SubmissionReader.MaxLine + 1)}}"}""", out _));
        var pictures = string.Join(',', Enumerable.Repeat("""{"type":"image/jpeg","data":"_9j_4AAA"}""", SubmissionReader.MaxImages + 1));
        Assert.False(TryRead($$"""{"format":1,"kind":"post","text":"x","images":[{{pictures}}]}""", out _));
    }

    private static bool TryRead(string json, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Submission? submission) => SubmissionReader.TryRead(Encoding.UTF8.GetBytes(json), out submission);
}
