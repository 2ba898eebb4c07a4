using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;

namespace Blog.Jose;

/// <summary>The curve P-256 (FIPS 186-5; SP 800-186, 3.2.1.3): which points lie on it.</summary>
/// <remarks>
/// A point off the curve, sent as a public key, makes the answer tell of the private one, bit by bit (the invalid-curve attack; it broke five JOSE libraries in 2017). The
/// framework leaves the check to the system's library, which differs from system to system, so it is made here, on public numbers, where its time tells nothing.
/// </remarks>
internal static class P256
{
    /// <summary>Bytes of a coordinate and of a private number.</summary>
    public const int Length = 32;

    private static readonly BigInteger P = Hex("ffffffff00000001000000000000000000000000ffffffffffffffffffffffff");
    private static readonly BigInteger B = Hex("5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b");

    public static ECCurve Curve => ECCurve.NamedCurves.nistP256;

    /// <summary>Whether y² = x³ − 3x + b, with both coordinates below p; the point at infinity has no coordinates and so is none. The curve's order is prime: no point on it lies in a small group.</summary>
    public static bool HasPoint(ReadOnlySpan<byte> x, ReadOnlySpan<byte> y)
    {
        if (x.Length != Length || y.Length != Length)
        {
            return false;
        }

        var (left, right) = (new BigInteger(x, isUnsigned: true, isBigEndian: true), new BigInteger(y, isUnsigned: true, isBigEndian: true));
        return left < P && right < P && ((right * right) - ((left * left * left) - (3 * left) + B)) % P == 0;
    }

    private static BigInteger Hex(string digits) => BigInteger.Parse("0" + digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
