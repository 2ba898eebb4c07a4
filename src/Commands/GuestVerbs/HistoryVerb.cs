using System.CommandLine;
using System.Globalization;
using Blog.Commands.Redaction;
using Blog.Guests;

namespace Blog.Commands.GuestVerbs;

/// <summary><c>guest history</c>: the versions of a guest's text, and what its writer was asked and answered.</summary>
internal static class HistoryVerb
{
    public static Command Create()
    {
        var name = GuestInput.Name();
        var version = new Option<int?>("--back-to") { Description = "Go back to the version of this number; a consent to that very text holds again.", HelpName = "NUMBER" };
        var command = new Command("history", "List the versions of a guest's text, and what its writer was asked and answered. Example: dotnet run -- guest history 4f2a91c0 --back-to 3") { name, version };
        new GuestInput().Set(command, "guest history", isSealed: true, (parse, _, _, book) =>
        {
            var guest = book.Find(parse.GetRequiredValue(name)).Handle;
            var draft = book.Open(guest).Draft;
            if (parse.GetValue(version) is { } number)
            {
                if (number < 1 || number > draft.Versions.Count)
                {
                    throw new UsageException($"There are versions 1 to {draft.Versions.Count}. Nothing was changed.");
                }

                book.Amend(guest, draft.Versions[number - 1].Title, draft.Versions[number - 1].Markdown);
                draft = book.Open(guest).Draft;
            }

            for (var i = 0; i < draft.Versions.Count; i++)
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{i + 1,3}  {draft.Versions[i].Made.UtcDateTime:yyyy-MM-dd HH:mm} UTC  {TerminalText.OneLine(draft.Versions[i].By)}  {draft.Versions[i].Markdown.Length:N0} characters"));
            }

            foreach (var consent in draft.Consents)
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"asked {consent.Asked:yyyy-MM-dd}{Answered(consent)}{(consent.Sha256 == draft.Sha256 ? "; about the text as it is" : "; about an earlier text")}"));
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static string Answered(GuestConsent consent) => consent.Answer switch
    {
        null => ", no answer yet",
        ConsentAnswer.Yes => string.Create(
            CultureInfo.InvariantCulture,
            $", yes on {consent.Answered:yyyy-MM-dd} ({(consent.Terms!.Scope == ConsentScope.Whole ? "whole" : "extracts")}{(consent.Terms.Until is { } until ? $", until {until:yyyy-MM-dd}" : string.Empty)}{(consent.Withdrawn is { } back ? $"; taken back on {back:yyyy-MM-dd}" : string.Empty)})"), // not null: a yes has them
        ConsentAnswer.Change => string.Create(CultureInfo.InvariantCulture, $", to be changed, on {consent.Answered:yyyy-MM-dd}"),
        ConsentAnswer.Withdraw => string.Create(CultureInfo.InvariantCulture, $", no, on {consent.Answered:yyyy-MM-dd}"),
        _ => throw new InvalidOperationException("No such answer."),
    };
}
