using Blog.Source;
using Microsoft.AspNetCore.Http;

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
        var file = await UploadedFile.FindAsync(request, isProof, token);
        return file is null ? null : await SaveAsync(file.Body, store, file.Name, file.ReviewFirst, token);
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
}
