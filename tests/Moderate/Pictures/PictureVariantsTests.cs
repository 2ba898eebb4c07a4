using Blog.Moderate.Pictures;

namespace Blog.Tests.Moderate.Pictures;

/// <summary>One picture at many addresses of Blogger's hosts, and no more than one.</summary>
public sealed class PictureVariantsTests
{
    [Theory]
    [InlineData("http://1.bp.blogspot.com/-Zz/R1/AAAA/s320/gate.jpg", "https://4.bp.blogspot.com/-Zz/R1/AAAA/s1600-h/gate.jpg")]
    [InlineData("http://1.bp.blogspot.com/-Zz/R1/AAAA/w640-h480/gate.jpg", "https://1.bp.blogspot.com/-Zz/R1/AAAA/s72-c/gate.jpg")]
    [InlineData("http://lh3.ggpht.com/_a/b/gate.jpg?imgmax=800", "https://lh5.ggpht.com/_a/b/gate.jpg")]
    [InlineData("https://blogger.googleusercontent.com/img/a/AVvXsE=s320", "https://blogger.googleusercontent.com/img/a/AVvXsE=w640-h480-rw")]
    [InlineData("http://photos1.blogger.com/blogger/1/2/320/gate.jpg", "http://photos1.blogger.com/blogger/1/2/1600/gate.jpg")]
    [InlineData("http://quay.example/gate.jpg#top", "https://quay.example/gate.jpg")]
    public void Sizes_of_one_picture_have_one_key(string one, string other) => Assert.Equal(PictureVariants.KeyOf(one), PictureVariants.KeyOf(other));

    [Theory]
    [InlineData("http://1.bp.blogspot.com/-Zz/R1/AAAA/s320/gate.jpg", "http://1.bp.blogspot.com/-Yy/R1/AAAA/s320/gate.jpg")]
    [InlineData("http://quay.example/s320/gate.jpg", "http://quay.example/s640/gate.jpg")]
    [InlineData("http://quay.example/gate?id=1", "http://quay.example/gate?id=2")]
    [InlineData("http://bp.blogspot.com.quay.example/s320/gate.jpg", "http://bp.blogspot.com.quay.example/s640/gate.jpg")]
    public void Other_pictures_have_others(string one, string other) => Assert.NotEqual(PictureVariants.KeyOf(one), PictureVariants.KeyOf(other));

    [Fact]
    public void The_picture_as_it_was_sent_in_is_asked_for_first()
    {
        Assert.Equal(
            ["https://1.bp.blogspot.com/-Zz/s0/gate.jpg", "https://1.bp.blogspot.com/-Zz/s1600/gate.jpg", "http://1.bp.blogspot.com/-Zz/s320/gate.jpg"],
            PictureVariants.Candidates(["http://1.bp.blogspot.com/-Zz/s320/gate.jpg", "https://1.bp.blogspot.com/-Zz/s1600-h/gate.jpg"]));
        Assert.Equal(["https://blogger.googleusercontent.com/img/a/AV=s0", "https://blogger.googleusercontent.com/img/a/AV=s320"], PictureVariants.Candidates(["https://blogger.googleusercontent.com/img/a/AV=s320"]));
        Assert.Equal(["http://photos1.blogger.com/blogger/1/1600/gate.jpg", "http://photos1.blogger.com/blogger/1/320/gate.jpg"], PictureVariants.Candidates(["http://photos1.blogger.com/blogger/1/320/gate.jpg"]));
        Assert.Equal(["https://quay.example/gate.jpg", "http://quay.example/gate.jpg"], PictureVariants.Candidates(["http://quay.example/gate.jpg", "https://quay.example/gate.jpg"]));
    }
}
