using Blog.Text;

namespace Blog.Gate.Bytes;

/// <summary>A place of a file where a secret stands, or may.</summary>
/// <param name="Offset">Byte of the file at which it begins, or at which what encodes it begins.</param>
/// <param name="End">After the byte of the file with which it, or what encodes it, ends.</param>
/// <param name="Secret">Number of the secret in its set.</param>
/// <param name="Certainty">How sure it is.</param>
internal readonly record struct SecretMatch(int Offset, int End, int Secret, TermCertainty Certainty);
