using System.Diagnostics.CodeAnalysis;
using Blog.Moderate;
using Blog.Moderate.Pictures;
using Blog.Redact.Pictures;
using Blog.Vault;

namespace Blog.Release;

/// <summary>Which pictures a release shows, and their files: those on which somebody decided so, scrubbed, named by the hash of what is published.</summary>
internal sealed class ReleasedPictures
{
    private readonly VaultStore _vault;
    private readonly PictureBook _book;
    private readonly Func<string, bool> _isGone;
    private readonly Dictionary<VaultHandle, VaultPicture> _pictures;
    private readonly Dictionary<string, VaultHandle> _byAddress;
    private readonly Dictionary<string, VaultHandle> _byVariant;
    private readonly Dictionary<VaultHandle, string?> _paths = [];
    private readonly SortedDictionary<string, VaultHandle> _used = new(StringComparer.Ordinal);
    private readonly List<string> _faults = [];

    /// <summary>Prepares.</summary>
    /// <param name="vault">The private store.</param>
    /// <param name="book">The decisions in force.</param>
    /// <param name="isGone">Whether a person has deleted a file by its path within <c>input/</c>: its picture is not shown then.</param>
    public ReleasedPictures(VaultStore vault, DecisionBook book, Func<string, bool> isGone)
    {
        _vault = vault;
        _book = PictureBook.Of(book);
        _isGone = isGone;
        _pictures = vault.Pictures.List().ToDictionary(picture => picture.Handle);
        _byAddress = _pictures.Values.SelectMany(picture => picture.Addresses.Select(address => (address, picture.Handle))).ToDictionary(pair => pair.address, pair => pair.Handle, StringComparer.Ordinal);

        // A link around a picture leads to it in full size, at an address that shows no picture itself.
        _byVariant = _byAddress.Where(pair => PictureAddress.IsOnPictureHost(pair.Key)).GroupBy(pair => PictureVariants.KeyOf(pair.Key), pair => pair.Value, StringComparer.Ordinal)
            .Where(variant => variant.Distinct().Count() == 1).ToDictionary(variant => variant.Key, variant => variant.First(), StringComparer.Ordinal);
    }

    /// <summary>Pictures that were to be shown and cannot be, each with a complete message.</summary>
    public IReadOnlyList<string> Faults => _faults;

    /// <summary>The place on the site of the picture that a text names by an address; false where none is shown.</summary>
    public bool TryShow(string address, [NotNullWhen(true)] out string? path)
    {
        path = null;
        if ((!_byAddress.TryGetValue(address, out var picture) && !(PictureAddress.IsOnPictureHost(address) && _byVariant.TryGetValue(PictureVariants.KeyOf(address), out picture))) || !_book.TryShown(picture, out var shown))
        {
            return false;
        }

        if (!_paths.TryGetValue(shown.Value, out path))
        {
            path = Prepare(picture, shown.Value);
            _paths.Add(shown.Value, path);
        }

        if (path is not null)
        {
            _used[path[1..]] = shown.Value;
        }

        return path is not null;
    }

    /// <summary>Pictures shown since the last call, by path within <c>input/</c>, in order.</summary>
    public IReadOnlyList<(string Path, VaultHandle Picture)> TakeUsed()
    {
        var used = _used.Select(file => (file.Key, file.Value)).ToList();
        _used.Clear();
        return used;
    }

    /// <summary>The bytes that are published of a picture.</summary>
    /// <exception cref="PictureException">It cannot be.</exception>
    public ReadOnlyMemory<byte> BytesOf(VaultHandle picture) => PictureScrubber.Scrub(_vault.Pictures.Bytes(picture)).Bytes;

    private string? Prepare(VaultHandle picture, VaultHandle shown)
    {
        if (!_pictures.TryGetValue(shown, out var medium))
        {
            _faults.Add($"Picture {Name(picture)} is not shown: the one that stands for it is not in the private store any more. Decide on it again.");
            return null;
        }

        try
        {
            // Scrubbed when it was taken in; again only for a newer scrubber.
            var path = "/media/" + (medium.Scrubber == PictureScrubber.Version
                ? medium.Scrubbed + PictureKinds.Suffix(PictureWords.Format(medium.Format))
                : PictureScrubber.Scrub(_vault.Pictures.Bytes(shown)).FileName);
            if (!_isGone(path[1..]))
            {
                return path;
            }

            _faults.Add($"input{path} was released before and has been deleted by hand, so its picture is not shown. Run release with --restore to have it back, or leave it out: redact picture {Name(picture)} --leave-out");
        }
        catch (PictureException e)
        {
            _faults.Add($"Picture {Name(picture)} is not shown: {e.Message}");
        }

        return null;
    }

    private static string Name(VaultHandle picture) => picture.Hex[..VaultHandle.ShownDigits];
}
