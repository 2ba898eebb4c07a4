using System.Security.Cryptography;
using System.Text;
using Blog.Guests.Submissions;
using Blog.Tests.Redact.Pictures;
using Blog.Vault;

namespace Blog.Tests.Guests.Submissions;

/// <summary>Messages of the site's page as a pull leaves them in a store, without the encryption on their way.</summary>
internal static class SentMessages
{
    /// <summary>A code, of which these are the two parts.</summary>
    public static string Code => $$"""{"key":"{{Url([.. Enumerable.Range(1, 32).Select(i => (byte)i)])}}","name":"{{Url(CodeName)}}"}""";

    private static byte[] CodeName => [.. Enumerable.Range(1, 16).Select(i => (byte)i)];

    /// <summary>A picture with much beside its pixels, as a member of a message.</summary>
    public static string LadenPicture => $$"""{"type":"image/jpeg","data":"{{Url(SamplePictures.LadenJpeg())}}"}""";

    /// <summary>Puts one in; gives its number. The sealed part is open.</summary>
    public static long Put(VaultStore store, SubmissionKind kind, string json)
    {
        using var transaction = store.BeginTransaction();
        var handle = store.Submissions.Add(
            kind, store.Keys.Today, store.Submissions.MarkOf(RandomNumberGenerator.GetBytes(16)), store.Submissions.MarkOf(RandomNumberGenerator.GetBytes(16)), json.Contains("\"code\"", StringComparison.Ordinal) ? store.Submissions.MarkOf(CodeName) : null, Encoding.UTF8.GetBytes(json));
        transaction.Commit();
        return new Inbox(store).List().Single(row => row.Handle == handle).Number;
    }

    private static string Url(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
