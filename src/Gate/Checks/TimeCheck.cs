using System.Security.Cryptography;
using Blog.Site;

namespace Blog.Gate.Checks;

/// <summary>The time of a file, which servers send to readers, tells nothing but a day: within the day it is made of the content.</summary>
internal static class TimeCheck
{
    public const string Name = "times";

    /// <summary>Reads the time of one file.</summary>
    public static GateFinding? Read(string root, string file, string sha256)
    {
        var time = File.GetLastWriteTimeUtc(Path.Combine(root, file));
        var expected = FileTime.WithinDay(sha256);
        return time.TimeOfDay == expected
            ? null
            : new GateFinding(Name, file, 0, "has a time that tells when it was written, and servers send it to readers.", "Build again instead of copying or changing files in the built site.");
    }
}
