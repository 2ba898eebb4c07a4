using Blog.Model;
using Blog.Source;

namespace Blog.Content;

/// <summary>A post or page that is in <c>input/</c> and not on the site.</summary>
/// <param name="File">Its files.</param>
/// <param name="Reason">Why.</param>
/// <param name="Date">Its date; null where it has none.</param>
public sealed record LeftOutPost(PostFile File, LeftOutReason Reason, PublicDate? Date);
