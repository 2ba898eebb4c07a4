namespace Blog.Text;

/// <summary>Two to six characters that are, byte by byte, one character of UTF-8 misread through a code page.</summary>
/// <param name="Start">Its offset.</param>
/// <param name="Length">Its length.</param>
/// <param name="Value">The code point that was meant.</param>
internal readonly record struct MojibakeSequence(int Start, int Length, int Value);
