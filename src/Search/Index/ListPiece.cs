namespace Blog.Search.Index;

/// <summary>One piece of a list.</summary>
/// <param name="Bytes">Its groups.</param>
/// <param name="Frequency">Frequency of its first group: with the class it bounds the score of all that follows.</param>
/// <param name="Class">Class of its first group.</param>
internal readonly record struct ListPiece(byte[] Bytes, int Frequency, int Class);
