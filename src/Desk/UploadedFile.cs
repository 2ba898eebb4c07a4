using Blog.Import.Documents;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Blog.Desk;

/// <summary>The file of a form that a browser sends, before anything of it was read.</summary>
/// <param name="Body">Its bytes as they come.</param>
/// <param name="Name">Its name, as the browser says it.</param>
/// <param name="ReviewFirst">Whether the form says that everything of it is to be held back.</param>
internal sealed record UploadedFile(Stream Body, string Name, bool ReviewFirst)
{
    private const int MostOfField = 200;

    /// <summary>Walks to the file of a form; null where the proof does not stand before it, or there is no file.</summary>
    /// <param name="request">The request.</param>
    /// <param name="isProof">Whether the proof is right.</param>
    /// <param name="token">Stops it.</param>
    public static async Task<UploadedFile?> FindAsync(HttpRequest request, Func<string, bool> isProof, CancellationToken token)
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
                    return new UploadedFile(section.Body, name, review);
                default:
                    return null;
            }
        }

        return null;
    }

    /// <summary>Its bytes in memory, for a guest's document: a text sent in confidence is not put on a disk unencrypted.</summary>
    /// <returns>At most one byte more than a document may have, by which it is known to be too large.</returns>
    public async Task<byte[]> BytesAsync(CancellationToken token)
    {
        using var memory = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (memory.Length <= DocumentLimits.Default.MaximumBytes && await Body.ReadAsync(buffer, token) is > 0 and var read)
        {
            await memory.WriteAsync(buffer.AsMemory(0, (int)Math.Min(read, DocumentLimits.Default.MaximumBytes + 1 - memory.Length)), token);
        }

        return memory.ToArray();
    }

    private static async Task<string> ShortAsync(Stream body, CancellationToken token)
    {
        var bytes = new byte[MostOfField];
        var length = await body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, token);
        return System.Text.Encoding.UTF8.GetString(bytes, 0, length);
    }
}
