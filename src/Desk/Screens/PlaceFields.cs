using Blog.Vault;

namespace Blog.Desk.Screens;

/// <summary>A place in a text, as forms carry it.</summary>
/// <param name="Unit">Handle of the text.</param>
/// <param name="Field"><c>title</c> or <c>body</c>.</param>
/// <param name="Start">First position in the source.</param>
/// <param name="Length">Length in UTF-16 units.</param>
/// <param name="Kind">Word of the kind; null where none is said.</param>
public sealed record PlaceFields(string Unit, string Field, int Start, int Length, string? Kind)
{
    /// <summary>A place of a text.</summary>
    public static PlaceFields Of(VaultHandle unit, TextField field, int start, int length, string? kind) => new(unit.Hex, field == TextField.Title ? "title" : "body", start, length, kind);

    /// <summary>The place as it stands in an address, after the <c>?</c>.</summary>
    public string Query => FormattableString.Invariant($"unit={Unit}&field={Field}&start={Start}&length={Length}{(Kind is null ? string.Empty : "&kind=" + Kind)}");

    /// <summary>Address of the rehearsal of a decision for everywhere on the words of the place.</summary>
    /// <param name="action"><c>redact</c> or <c>keep</c>.</param>
    public string Rehearse(string action) => $"/rehearse?do={action}&{Query}";

    /// <summary>Address of the more general words for the place.</summary>
    public string Ladder => "/ladder?" + Query;
}
