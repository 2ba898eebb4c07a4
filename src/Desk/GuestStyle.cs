using Blog.Desk.Review;
using Blog.Desk.Screens;
using Blog.Guests;

namespace Blog.Desk;

internal static class GuestStyle
{
    public static StyleView Compare(ReviewDesk desk, GuestVersion version, string? named) => new("", [], []);
}
