using AngleSharp.Dom;

namespace Blog.Import.Readers;

/// <summary>A comment as it stands on a saved page.</summary>
/// <param name="Id">Blogger's number of it.</param>
/// <param name="Parent">Number of the comment it stands under; null at the top level.</param>
/// <param name="Name">The element with the writer's name; null for none.</param>
/// <param name="Body">Its text; null where none is found.</param>
/// <param name="Time">The link that bears its time; null where there is none.</param>
/// <param name="IsFlat">Whether the page kept no replies.</param>
internal sealed record SavedComment(string Id, string? Parent, IElement? Name, IElement? Body, IElement? Time, bool IsFlat);
