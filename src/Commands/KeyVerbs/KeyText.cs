using System.Globalization;
using Blog.Model;
using Blog.Source;
using Blog.Vault;
using Blog.Vault.Keys;

namespace Blog.Commands.KeyVerbs;

/// <summary>Keys in words, and how one is named on the command line.</summary>
internal static class KeyText
{
    /// <summary>A line of the list.</summary>
    public static string Line(PersonKey key, DateOnly today)
    {
        var state = key.Retired is { } retired ? string.Create(CultureInfo.InvariantCulture, $"removed {retired:yyyy-MM-dd}")
            : today > key.Card.NotAfter ? string.Create(CultureInfo.InvariantCulture, $"ended {key.Card.NotAfter:yyyy-MM-dd}")
            : string.Create(CultureInfo.InvariantCulture, $"{key.Card.Created:yyyy-MM-dd} to {key.Card.NotAfter:yyyy-MM-dd}");
        return $"{key.Handle.Hex[..VaultHandle.ShownDigits]}  {(key.IsOwn ? "own     " : "accepted")}  {state}  {key.Card.Fingerprint}  {key.Card.Name}";
    }

    /// <summary>Says which keys end within 30 days or have ended; nothing where none does.</summary>
    public static void WarnOfEnds(VaultStore store, TextWriter error)
    {
        foreach (var key in store.Keys.List().Where(key => key.EndsSoon(store.Keys.Today)))
        {
            var what = key.IsOwn ? "Make the next one (\"keys rotate\") and hand it out." : "Ask for the next one.";
            error.WriteLine(key.Card.NotAfter < store.Keys.Today
                ? string.Create(CultureInfo.InvariantCulture, $"The key of {key.Card.Name} ended on {key.Card.NotAfter:yyyy-MM-dd}: nothing is encrypted to it any more, and what it signs does not count. {what}")
                : string.Create(CultureInfo.InvariantCulture, $"The key of {key.Card.Name} ends on {key.Card.NotAfter:yyyy-MM-dd}. {what}"));
        }
    }

    /// <summary>Says that a key which ended is still published, where it is: until then visitors of the site encrypt to it.</summary>
    public static void WarnOfPublished(string blog, PersonKey key, TextWriter error)
    {
        var folder = new BlogFolder(blog);
        try
        {
            if (new BlogReader(folder).ReadSubmissionKeys()?.Keys.Any(published => published.Id == key.Card.Encryption.Thumbprint) == true)
            {
                error.WriteLine("The site still encrypts submissions to this key. Publish those that hold (\"keys publish\"), then build and publish the site.");
            }
        }
        catch (SourceException)
        {
            // "check" names what is wrong with that file; the key has ended all the same
        }
    }

    /// <summary>The key that is meant: by pen name or the first digits of its name in the store; of one's own where nothing is given the only one.</summary>
    /// <param name="store">The store.</param>
    /// <param name="given">What was given; null for one's only key.</param>
    /// <param name="own">Whether it has to be one's own, or another person's; null for either.</param>
    public static PersonKey Find(VaultStore store, string? given, bool? own)
    {
        var found = store.Keys.List().Where(key => key.Retired is null && (own is null || key.IsOwn == own)
            && (given is null || key.Card.Name == given || (given.Length >= 4 && key.Handle.Hex.StartsWith(given, StringComparison.Ordinal)))).ToList();
        return found switch
        {
            [var only] => only,
            [] => throw new UsageException($"There is no such key{(own == true ? " of your own: make one with \"keys new NAME\"" : own == false ? " of another person: accept one with \"keys accept FILE\"" : string.Empty)} (\"keys list\" shows them). Nothing was changed."),
            _ => throw new UsageException("Several keys are meant by that. Name one (\"keys list\" shows them). Nothing was changed."),
        };
    }

    /// <summary>The last day of a new key.</summary>
    public static DateOnly NotAfter(string? given, DateOnly today)
    {
        if (given is null)
        {
            return today.AddYears(1);
        }

        return DayText.TryRead(given, out var day) && day > today && day <= today.AddYears(5)
            ? day
            : throw new UsageException("--not-after takes a day after today and within five years, such as 2027-11-30. Nothing was changed.");
    }
}
