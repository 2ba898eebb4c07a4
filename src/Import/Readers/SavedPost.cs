using AngleSharp.Dom;

namespace Blog.Import.Readers;

/// <summary>A post as it stands on a saved page.</summary>
/// <param name="Id">Blogger's number of it.</param>
/// <param name="Element">What holds its title, body and foot.</param>
/// <param name="Body">Its body.</param>
internal sealed record SavedPost(string Id, IElement Element, IElement Body);
