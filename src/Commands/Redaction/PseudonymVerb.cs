using System.CommandLine;
using Blog.Vault;

namespace Blog.Commands.Redaction;

/// <summary><c>redact pseudonym</c>: a person gets another name: the same within a thread, a fresh one in each thread unless one is given.</summary>
internal static class PseudonymVerb
{
    public static Command Create() => TermVerb.Create(
        "pseudonym", DecisionAction.Pseudonym, "Give a person another name: one of ours, fresh in each thread, or the one given with --as, everywhere the same. Example: dotnet run -- redact pseudonym --scope everywhere");
}
