using Blog.Desk.Access;

namespace Blog.Desk;

/// <summary>What a screen is asked with.</summary>
/// <param name="Session">Who asks.</param>
/// <param name="HasKeys">Whether single-key shortcuts are on.</param>
/// <param name="Field">A field of the address; null where it is missing or given twice.</param>
internal sealed record ScreenRequest(Session Session, bool HasKeys, Func<string, string?> Field);
