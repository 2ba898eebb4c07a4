using Blog.Desk.Screens;
using Blog.Vault;

namespace Blog.Tests.Desk;

public sealed class RedactionCourseTests
{
    [Fact]
    public void What_was_taken_out_is_counted_by_kind_and_month_and_what_was_kept_is_not()
    {
        VaultDecision[] decisions = [Made(1, DecisionAction.Redact, "town"), Made(1, DecisionAction.Redact, "town"), Made(3, DecisionAction.Redact, null), Made(3, DecisionAction.Withhold, null), Made(2, DecisionAction.Keep, "town")];
        var course = RedactionCourse.Of(decisions)!;
        Assert.Equal(["Month", "town", "other", "whole text"], course.Columns);
        Assert.Equal(["Jan 2026 2 0 0", "Feb 2026 0 0 0", "Mar 2026 0 1 1"], course.Rows.Select(row => string.Join(' ', row)));
        Assert.Null(RedactionCourse.Of([Made(1, DecisionAction.Keep, "town")]));
    }

    private static VaultDecision Made(int month, DecisionAction action, string? kind) => new()
    {
        Handle = default,
        Made = new DateTimeOffset(2026, month, 15, 0, 0, 0, TimeSpan.Zero),
        Actor = "wick",
        Action = action,
        Scope = DecisionScope.Place,
        Kind = kind,
    };
}
