using Blog.Jose;

namespace Blog.Tests.Jose;

public sealed class AesKeyWrapTests
{
    [Theory] // RFC 3394, 4.1 to 4.6
    [InlineData(16, "00112233445566778899AABBCCDDEEFF", "1FA68B0A8112B447AEF34BD8FB5A7B829D3E862371D2CFE5")]
    [InlineData(24, "00112233445566778899AABBCCDDEEFF", "96778B25AE6CA435F92B5B97C050AED2468AB8A17AD84E5D")]
    [InlineData(32, "00112233445566778899AABBCCDDEEFF", "64E8C3F9CE0F5BA263E9777905818A2A93C8191E7D6E8AE7")]
    [InlineData(24, "00112233445566778899AABBCCDDEEFF0001020304050607", "031D33264E15D33268F24EC260743EDCE1C6C7DDEE725A936BA814915C6762D2")]
    [InlineData(32, "00112233445566778899AABBCCDDEEFF0001020304050607", "A8F9BC1612C68B3FF6E6F4FBE30E71E4769C8B80A32CB8958CD5D17D6B254DA1")]
    [InlineData(32, "00112233445566778899AABBCCDDEEFF000102030405060708090A0B0C0D0E0F", "28C9F404C4B810F4CBCCB35CFB87F8263F5786E2D80ED326CBC7F0E71A99F43BFB988B9B7A02DD21")]
    public void The_vectors_of_the_standard(int length, string key, string wrapped)
    {
        var kek = Enumerable.Range(0, length).Select(each => (byte)each).ToArray();

        Assert.Equal(wrapped, Convert.ToHexString(AesKeyWrap.Wrap(kek, Convert.FromHexString(key))));
        Assert.Equal(key, Convert.ToHexString(AesKeyWrap.Unwrap(kek, Convert.FromHexString(wrapped)) ?? []));
    }

    [Fact]
    public void A_flipped_bit_anywhere_or_another_key_unwraps_nothing()
    {
        var kek = new byte[32];
        var wrapped = AesKeyWrap.Wrap(kek, new byte[32]);
        for (var bit = 0; bit < wrapped.Length * 8; bit++)
        {
            var changed = wrapped.ToArray();
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.Null(AesKeyWrap.Unwrap(kek, changed));
        }

        kek[31] = 1;
        Assert.Null(AesKeyWrap.Unwrap(kek, wrapped));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(16)]
    [InlineData(23)]
    [InlineData(41)]
    public void A_length_that_no_wrapped_key_has_unwraps_nothing(int length) => Assert.Null(AesKeyWrap.Unwrap(new byte[32], new byte[length]));
}
