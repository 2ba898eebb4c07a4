using System.Security.Cryptography;
using Blog.Jose;
using static Blog.Tests.Jose.JoseSamples;

namespace Blog.Tests.Jose;

public sealed class EcKeyTests
{
    [Fact]
    public void A_key_comes_back_from_its_json()
    {
        using var made = EcPrivateKey.Make();
        using var read = Private(Json(made));

        Assert.Equal(made.Public, read.Public);
        Assert.Equal(made.Public, Public(Json(made.Public, KeyUse.Signature)));
        Assert.Equal(43, made.Public.Thumbprint.Length);
        Assert.DoesNotContain(Element(Json(made)).GetProperty("d").GetString()!, made.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"kty":"EC","crv":"P-384","x":"weNJy2HscCSM6AEDTDg04biOvhFhyyWvOHQfeF_PxMQ","y":"e8lnCO-AlStT-NJVX-crhB7QRYhiix03illJOVAOyck"}""")] // wrong curve
    [InlineData("""{"kty":"OKP","crv":"P-256","x":"weNJy2HscCSM6AEDTDg04biOvhFhyyWvOHQfeF_PxMQ","y":"e8lnCO-AlStT-NJVX-crhB7QRYhiix03illJOVAOyck"}""")]
    [InlineData("""{"kty":"EC","crv":"P-256","x":"weNJy2HscCSM6AEDTDg04biOvhFhyyWvOHQfeF_PxMQ"}""")]
    [InlineData("""{"kty":"EC","crv":"P-256","x":"weNJy2HscCSM6AEDTDg04biOvhFhyyWvOHQfeF_PxMQ","y":"e8lnCO-AlStT-NJVX-crhB7QRYhiix03illJOVAOyco"}""")] // off the curve
    [InlineData("""{"kty":"EC","crv":"P-256","x":"weNJy2HscCSM6AEDTDg04biOvhFhyyWvOHQfeF_PxMQ=","y":"e8lnCO-AlStT-NJVX-crhB7QRYhiix03illJOVAOyck"}""")] // padding
    [InlineData("""{"kty":"EC","crv":"P-256","x":"weNJy2HscCSM6AEDTDg04biOvhFhyyWvOHQfeF_PxMR","y":"e8lnCO-AlStT-NJVX-crhB7QRYhiix03illJOVAOyck"}""")] // loose last bits
    [InlineData("""{"kty":"EC","crv":"P-256","x":"weNJy2HscCSM6AEDTDg04biOvhFhyyWvOHQfeF/PxMQ","y":"e8lnCO-AlStT-NJVX-crhB7QRYhiix03illJOVAOyck"}""")] // another alphabet
    [InlineData("""{"kty":"EC","crv":"P-256","x":"AMHjScth7HAkjOgBA0w4NOG4jr4RYcslrzh0H3hfz8TE","y":"e8lnCO-AlStT-NJVX-crhB7QRYhiix03illJOVAOyck"}""")] // a zero byte too many
    [InlineData("""{"kty":"EC","crv":"P-256","x":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA","y":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"}""")] // none
    [InlineData("""{"kty":"EC","crv":"P-256","x":12,"y":"e8lnCO-AlStT-NJVX-crhB7QRYhiix03illJOVAOyck"}""")]
    [InlineData("""{"kty":"EC","crv":"P-256","x":"\ud800eNJy2HscCSM6AEDTDg04biOvhFhyyWvOHQfeF_PxMQ","y":"e8lnCO-AlStT-NJVX-crhB7QRYhiix03illJOVAOyck"}""")]
    [InlineData("[]")]
    [InlineData("\"EC\"")]
    public void What_is_no_point_on_the_curve_is_no_key(string jwk) => Assert.False(EcPublicKey.TryRead(Element(jwk), out _));

    [Fact]
    public void Coordinates_beyond_the_field_are_no_key_though_they_mean_a_point()
    {
        var x = StrictBase64Url.Encode(Convert.FromHexString("ffffffff00000001000000000000000000000000ffffffffffffffffffffffff")); // p, which is 0
        var y = StrictBase64Url.Encode(Convert.FromHexString("66485c780e2f83d72433bd5d84a06bb6541c2af31dae871728bf856a174f93f4")); // a root of b
        var zero = StrictBase64Url.Encode(new byte[32]);

        Assert.True(EcPublicKey.TryRead(Element($$"""{"kty":"EC","crv":"P-256","x":"{{zero}}","y":"{{y}}"}"""), out _));
        Assert.False(EcPublicKey.TryRead(Element($$"""{"kty":"EC","crv":"P-256","x":"{{x}}","y":"{{y}}"}"""), out _));
    }

    [Theory]
    [InlineData("0_NxaRPUMQoAJt50Gz8YiTr8gRTwyEaCumd-MToTmIo")] // another's
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")] // nought
    [InlineData("_____wAAAAD__________7zm-q2nF56E87nKwvxjJVE")] // the order
    [InlineData("__________________________________________8")]
    [InlineData("VEmD")]
    public void Halves_of_two_keys_are_no_key(string d)
    {
        var jwk = Bob[..Bob.LastIndexOf("\"d\"", StringComparison.Ordinal)] + $"\"d\":\"{d}\"}}";

        Assert.False(EcPrivateKey.TryRead(Element(jwk), out _));
    }

    [Fact]
    public void The_check_of_a_point_and_the_systems_own_agree_on_points_of_the_system()
    {
        for (var i = 0; i < 50; i++)
        {
            using var made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            var point = made.ExportParameters(includePrivateParameters: false).Q;
            Assert.True(P256.HasPoint(point.X, point.Y));
            point.Y![31] ^= 1;
            Assert.False(P256.HasPoint(point.X, point.Y));
        }
    }
}
