using System.CommandLine;
using System.Globalization;
using Blog.Moderate.Sharing;
using Blog.Vault;
using Blog.Vault.Sharing;

namespace Blog.Commands.Sharing;

/// <summary><c>moderate merge FILE</c>: takes decisions in that came back from a packet.</summary>
internal static class MergeVerb
{
    public static Command Create()
    {
        var (blog, vault, actor, passphrase) = (CommonOptions.Blog(), CommonOptions.Vault(), CommonOptions.Actor(), CommonOptions.PassphraseFile());
        var file = new Argument<string?>("file") { Description = "The file that came back.", Arity = ArgumentArity.ZeroOrOne };
        var dryRun = new Option<bool>("--dry-run") { Description = "Say what would be taken in, and change nothing." };
        var take = new Option<string[]>("--take") { Description = "Take a decision in although it disagrees, by the first digits of its name in the list; several.", HelpName = "NAME", AllowMultipleArgumentsPerToken = true };
        var undo = new Option<string?>("--undo") { Description = "Take a merge back, by the first digits of its name.", HelpName = "NAME" };
        var command = new Command("merge", "Take in decisions that came back from a packet. What disagrees with yours, or is about a text that has changed, is listed and left. Example: dotnet run -- moderate merge decisions.jwe") { file, dryRun, take, undo, blog, vault, actor, passphrase };
        command.SetAction(parse =>
        {
            using var store = VaultAccess.Open(CommonOptions.Folder(parse.GetRequiredValue(blog)), parse.GetValue(vault), parse.GetValue(actor));
            store.Roles.Require(EditorTask.Share);
            if (parse.GetValue(undo) is { } name)
            {
                return Undo(store, name);
            }

            var path = parse.GetValue(file);
            if (path is null || !File.Exists(path) || new FileInfo(path).Length > Jose.EncryptedMessage.MaxLength)
            {
                throw new UsageException("Name the file that came back. Nothing was changed.");
            }

            VaultAccess.RequireUnlocked(store, parse.GetValue(passphrase));
            return Merge(store, File.ReadAllBytes(path), parse.GetValue(dryRun), parse.GetValue(take) ?? []);
        });
        return command;
    }

    private static int Merge(VaultStore store, byte[] bytes, bool dryRun, string[] take)
    {
        var opened = Letters.Open(store, bytes, ReturnedDecisions.Purpose, "file of decisions");
        if (!PacketReader.TryReadDecisions(opened.Content.Span, out var returned))
        {
            throw new UsageException("This file could be opened, but is not as this version of the program writes it. Use the same version on both sides. Nothing was changed.");
        }

        var packet = store.Packets.List().FirstOrDefault(each => each.Handle.Hex == returned.Packet);
        var isOurs = store.Keys.List().Any(key => key.IsOwn && key.Card.Signature.Thumbprint == returned.Editor);
        if (packet is null || !isOurs || packet.To.Card.Name != opened.From.Card.Name)
        {
            throw new UsageException("These decisions are not about a packet that was made here for the person who signed them. Nothing was changed.");
        }

        if (packet.Expires < store.Keys.Today)
        {
            throw new UsageException(FormattableString.Invariant($"The packet ended on {packet.Expires:yyyy-MM-dd}, and decisions over old texts are not taken in. Make a new one. Nothing was changed."));
        }

        var merger = new PacketMerger(store, packet, TimeProvider.System);
        var plan = merger.Plan(returned, opened.From.Card.Name);
        var chosen = take.SelectMany(digits => Chosen(plan, digits)).ToHashSet(StringComparer.Ordinal);
        var merge = dryRun ? null : merger.TakeIn(plan, chosen);
        Report(plan, chosen, dryRun, merge, opened.From.Card.Name);
        return plan.All.Any(each => NeedsPerson(each) && !chosen.Contains(each.Id)) ? ExitCode.Findings : ExitCode.Done;
    }

    private static IEnumerable<string> Chosen(MergePlan plan, string digits)
    {
        var found = plan.All.Where(each => digits.Length >= 4 && each.Id.StartsWith(digits, StringComparison.Ordinal)).ToList();
        return found is [{ CanBeTaken: true } only] ? [only.Id] : throw new UsageException($"--take {digits}: no decision of the file that a person could take in, or more than one, is called so. Nothing was changed.");
    }

    private static bool NeedsPerson(MergedDecision decision) => decision.Skip is MergeSkip.DecidedOtherwise or MergeSkip.TextChanged or MergeSkip.TooWide or MergeSkip.Unusable;

    private static void Report(MergePlan plan, HashSet<string> chosen, bool dryRun, VaultHandle? merge, string from)
    {
        void Line(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));

        foreach (var each in plan.All.Where(NeedsPerson))
        {
            var at = each.Made is [{ Unit: { } unit }, ..] ? $"  on {unit.Hex[..VaultHandle.ShownDigits]}" : string.Empty;
            var against = each.Against is { } other ? $"; here {VaultWords.Of(other.Action)} ({VaultWords.Of(other.Scope)}) by {other.Actor}, decision {other.Handle.Hex[..VaultHandle.ShownDigits]}" : string.Empty;
            var says = each.Made is [var first, ..] ? $"  {VaultWords.Of(first.Action)} ({VaultWords.Of(first.Scope)})" : string.Empty;
            Line($"{(chosen.Contains(each.Id) ? "taken" : "left ")}  {each.Id[..VaultHandle.ShownDigits]}{says}{at}: {Words(each.Skip!.Value)}{against}"); // not null: it needs a person
        }

        var taken = plan.Taken.Count() + chosen.Count;
        Line($"{plan.All.Count:N0} decisions by {from}: {taken:N0} {(dryRun ? "would be taken in" : "taken in")}, {plan.All.Count - taken:N0} left.");
        foreach (var (reason, count) in plan.Skipped.OrderBy(each => each.Key))
        {
            var left = count - plan.All.Count(each => each.Skip == reason && chosen.Contains(each.Id));
            if (left > 0)
            {
                Line($"  {left:N0}: {Words(reason)}");
            }
        }

        if (merge is { } made)
        {
            Line($"All of it can be taken back at once: dotnet run -- moderate merge --undo {made.Hex[..VaultHandle.ShownDigits]}");
        }
    }

    private static string Words(MergeSkip reason) => reason switch
    {
        MergeSkip.TakenInBefore => "taken in before",
        MergeSkip.SameInForce => "decided so already",
        MergeSkip.UndoneAlready => "what it undoes holds no more",
        MergeSkip.DecidedOtherwise => "decided otherwise here since the packet was made",
        MergeSkip.TextChanged => "the text is another than the one that was judged",
        MergeSkip.TooWide => "reaches beyond the packet: decide it here",
        MergeSkip.Erased => "the text was erased since",
        MergeSkip.Unusable => "cannot be made here",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "No such reason."),
    };

    private static int Undo(VaultStore store, string name)
    {
        if (store.Packets.Merges().Where(merge => name.Length >= 4 && merge.Handle.Hex.StartsWith(name, StringComparison.Ordinal)).ToList() is not [VaultMerge only])
        {
            throw new UsageException("No merge, or more than one, is called so (\"moderate packets\" lists them). Nothing was changed.");
        }

        if (only.Undone is not null)
        {
            throw new UsageException("This merge was taken back already. Nothing was changed.");
        }

        var count = PacketMerger.Undo(store, only, TimeProvider.System);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count:N0} of {only.Decisions.Count:N0} decisions were still in force, and are undone."));
        return ExitCode.Done;
    }
}
