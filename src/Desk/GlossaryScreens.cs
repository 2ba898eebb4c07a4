using Blog.Content;
using Blog.Desk.Review;
using Blog.Desk.Screens;
using Blog.Model;
using Blog.Source;
using Blog.Vault;

namespace Blog.Desk;

/// <summary>The screen of abbreviations: what texts explain is proposed, the editor confirms it into <c>input/glossary.yml</c> or refuses it.</summary>
internal sealed class GlossaryScreens
{
    private readonly ReviewDesk _desk;
    private readonly Func<ScreenRequest, ScreenFrame> _frame;
    private IReadOnlyList<GlossaryProposal>? _gathered;

    public GlossaryScreens(ReviewDesk desk, Func<ScreenRequest, ScreenFrame> frame)
    {
        _desk = desk;
        _frame = frame;
    }

    /// <summary>Reads the public texts for abbreviations that they explain; once, and again where that is asked for. It takes seconds on a large archive, so it is no turn of the desk.</summary>
    /// <param name="again">Whether texts were changed since.</param>
    /// <param name="token">Stops it.</param>
    public async Task GatherAsync(bool again, CancellationToken token)
    {
        if (_gathered is not null && !again)
        {
            return;
        }

        _gathered = await Task.Run(
            () =>
            {
                var reader = new BlogReader(_desk.Folder);
                var settings = reader.ReadSettings();
                var index = SiteIndexReader.Read(reader, settings, DateOnly.FromDateTime(_desk.Time.GetUtcNow().UtcDateTime), Environment.ProcessorCount, null);
                return GlossaryHarvest.Of(index, reader, token);
            },
            token);
    }

    /// <summary>The screen. Called within a turn of the desk.</summary>
    public ScreenModel Of(ScreenRequest ask)
    {
        using var acting = _desk.As(ask.Session.Rights.Actor);
        var reader = new BlogReader(_desk.Folder);
        var confirmed = reader.ReadGlossary();
        var all = reader.ReadSettings().Glossary;
        var refused = _desk.Store.RefusedAbbreviations.All;
        var open = (_gathered ?? []).Where(proposal => !all.ContainsKey(proposal.Term)).ToList();
        return new GlossaryModel
        {
            Frame = _frame(ask),
            MaySet = !ask.Session.Rights.IsReadOnly && _desk.Store.Roles.May(EditorTask.Publish),
            Proposals = [.. open.Where(proposal => !refused.Contains(proposal.Term)).Take(GlossaryModel.Shown)],
            Count = open.Count(proposal => !refused.Contains(proposal.Term)),
            Refused = [.. open.Where(proposal => refused.Contains(proposal.Term)).OrderBy(proposal => proposal.Term, StringComparer.Ordinal)],
            Confirmed = [.. confirmed.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (pair.Key, pair.Value))],
            Written = [.. all.Where(pair => !confirmed.ContainsKey(pair.Key)).OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (pair.Key, pair.Value))],
        };
    }

    /// <summary>Confirms, refuses, proposes again or takes out, as a form says. Called within a turn of the desk, by who may publish: confirmed words are shown to readers.</summary>
    public WriteResult Write(ConsoleForm form)
    {
        _desk.Store.Roles.Require(EditorTask.Publish);
        if (form["term"] is not { Length: <= 40 } term)
        {
            return Done("The form names no abbreviation. Nothing was changed.");
        }

        try
        {
            switch (form["act"])
            {
                case "confirm":
                    if (SourceText.CanonicalValue(form["means"]) is not { } means)
                    {
                        return Done($"Say what {term} stands for. Nothing was changed.");
                    }

                    GlossaryBook.Put(_desk.Folder, term, new GlossaryEntry(means, form["from"], form["to"]));
                    Refuse(term, false);
                    return Done($"{term} is in input/{GlossaryFile.FileName}; the next build explains it to readers.");
                case "refuse":
                    Refuse(term, true);
                    return Done($"{term} is not proposed again.");
                case "reset":
                    Refuse(term, false);
                    return Done($"{term} is proposed again.");
                case "remove":
                    return Done(GlossaryBook.Remove(_desk.Folder, term) ? $"{term} is out of the glossary; the next build no longer explains it." : $"{term} is not in input/{GlossaryFile.FileName}. Nothing was changed.");
                default:
                    return Done("There is no such action. Nothing was changed.");
            }
        }
        catch (SourceException e)
        {
            return Done($"{e.Message} Nothing was changed.");
        }
    }

    private void Refuse(string term, bool isRefused)
    {
        using var transaction = _desk.Store.BeginTransaction();
        _desk.Store.RefusedAbbreviations.Set(term, isRefused);
        transaction.Commit();
    }

    private static WriteResult Done(string said) => new(said, null, IsWide: false);
}
