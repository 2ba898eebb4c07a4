using System.Globalization;

namespace Blog.Pages;

/// <summary>Numbers in words: "1 comment", "1,272 comments".</summary>
internal static class Counted
{
    public static string Comments(int count) => Of(count, "comment", "comments");

    public static string Posts(int count) => Of(count, "post", "posts");

    public static string Replies(int count) => Of(count, "reply", "replies");

    public static string Of(int count, string one, string many) =>
        count == 1 ? "1 " + one : Number(count) + " " + many;

    public static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
