using Blog.Jose;
using static Blog.Tests.Jose.JoseSamples;

namespace Blog.Tests.Jose;

public sealed class ConcatKdfTests
{
    [Fact] // RFC 7518, appendix C
    public void The_vector_of_the_standard_from_both_sides()
    {
        using var alice = Private(Alice);
        using var bob = Private(Bob);
        byte[] agreed =
        [
            158, 86, 217, 29, 129, 113, 53, 211, 114, 131, 66, 131, 191, 132, 38, 156, 251, 49, 110, 163, 218, 128, 106, 72, 246, 218, 167, 121, 140, 254, 144, 196,
        ];

        Assert.Equal(agreed, alice.Agree(bob.Public));
        Assert.Equal(agreed, bob.Agree(alice.Public));
        Assert.Equal("VqqN6vgjbSBcIijNcacQGg", StrictBase64Url.Encode(ConcatKdf.Derive(agreed, 128, "A128GCM", "Alice"u8, "Bob"u8)));
    }
}
