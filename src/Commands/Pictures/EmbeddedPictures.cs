using System.Globalization;
using Blog.Html;
using Blog.Moderate.Pictures;
using Blog.Redact.Pictures;
using Blog.Vault;

namespace Blog.Commands.Pictures;

/// <summary>Takes the pictures in that stand in the texts of an import themselves, and says how many there were.</summary>
internal sealed class EmbeddedPictures(VaultStore store)
{
    private readonly PictureModeration _moderation = new(store, store.Actor, TimeProvider.System);
    private int _new;
    private int _known;
    private int _refused;

    /// <summary>Takes one in, within the transaction of the import.</summary>
    public void Take(EmbeddedPicture picture)
    {
        try
        {
            var isNew = _moderation.TakeInAlong(picture.Bytes.Span, picture.Address).IsNew;
            (_new, _known) = isNew ? (_new + 1, _known) : (_new, _known + 1);
        }
        catch (PictureException)
        {
            _refused++; // damaged, or not of the kind it says; its place in the text says that it is not shown
        }
    }

    /// <summary>One line, where there were any.</summary>
    public void Report(TextWriter output)
    {
        if (_new + _known + _refused > 0)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{_new:N0} pictures that stood in the texts themselves were taken out of them, {_known:N0} were known already{(_refused > 0 ? $", {_refused:N0} could not be read" : string.Empty)}. None is published before somebody has looked at it: redact pictures"));
        }
    }
}
