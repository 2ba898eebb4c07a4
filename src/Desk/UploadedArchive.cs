using Blog.Source;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Blog.Desk;

/// <summary>An archive that was sent by the browser: one file in a private folder beside the store, for as long as it is brought in.</summary>
internal sealed class UploadedArchive : IDisposable
{
    /// <summary>Largest upload, in bytes.</summary>
    public const long MaxBytes = 2L * 1024 * 1024 * 1024;

    /// <summary>Folder of uploads within the store's own.</summary>
    public const string FolderName = "uploads";

    private const int MaxNameLength = 80;

    private UploadedArchive(string path, bool reviewFirst)
    {
        Path = path;
        ReviewFirst = reviewFirst;
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>Whether everything of it is held back from release until it was reviewed.</summary>
    public bool ReviewFirst { get; }

    /// <summary>Reads a form with its file; null where the proof does not stand before the file, or there is no file.</summary>
    /// <param name="request">The request.</param>
    /// <param name="store">The store's folder.</param>
    /// <param name="isProof">Whether the proof is right.</param>
    /// <param name="token">Stops it; what was written is deleted.</param>
    public static async Task<UploadedArchive?> ReadAsync(HttpRequest request, string store, Func<string, bool> isProof, CancellationToken token)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || type.MediaType != "multipart/form-data" || HeaderUtilities.RemoveQuotes(type.Boundary) is not { Length: > 0 and <= 100 } boundary)
        {
            return null;
        }

        var reader = new MultipartReader(boundary.ToString(), request.Body);
        var (proven, review) = (false, false);
        while (await reader.ReadNextSectionAsync(token) is { } section)
        {
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition))
            {
                return null;
            }

            switch (HeaderUtilities.RemoveQuotes(disposition.Name).ToString())
            {
                case "proof":
                    proven = isProof(await ShortAsync(section.Body, token));
                    break;
                case "review-first":
                    review = await ShortAsync(section.Body, token) == "yes";
                    break;
                case "file" when proven && HeaderUtilities.RemoveQuotes(disposition.FileName).ToString() is { Length: > 0 } name:
                    return await SaveAsync(section.Body, store, name, review, token);
                default:
                    return null;
            }
        }

        return null;
    }

    /// <summary>Deletes what an earlier run has left.</summary>
    public static void Clear(string store)
    {
        var folder = System.IO.Path.Combine(store, FolderName);
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (File.Exists(Path))
        {
            File.Delete(Path);
        }
    }

    private static async Task<UploadedArchive> SaveAsync(Stream body, string store, string name, bool review, CancellationToken token)
    {
        var folder = System.IO.Path.Combine(store, FolderName);
        PrivateFolder.Create(folder);
        var safe = string.Concat(name.Where(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_')).TrimStart('.');
        var path = System.IO.Path.Combine(folder, safe.Length == 0 ? "archive" : safe[^Math.Min(safe.Length, MaxNameLength)..]);
        var upload = new UploadedArchive(path, review);
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Share = FileShare.None };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            await using var file = new FileStream(path, options);
            await body.CopyToAsync(file, token);
            return upload;
        }
        catch
        {
            upload.Dispose();
            throw;
        }
    }

    private static async Task<string> ShortAsync(Stream body, CancellationToken token)
    {
        var bytes = new byte[200];
        var length = await body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, token);
        return System.Text.Encoding.UTF8.GetString(bytes, 0, length);
    }
}
