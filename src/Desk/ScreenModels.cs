using System.Globalization;
using Blog.Desk.Review;
using Blog.Desk.Screens;
using Blog.Moderate;
using Blog.Redact;
using Blog.Redact.Tagging;
using Blog.Requests;
using Blog.Text;
using Blog.Vault;

namespace Blog.Desk;

/// <summary>Makes the model of each screen. Called within a turn of the desk, but for the work and the keys.</summary>
internal sealed class ScreenModels
{
    private const int CostLimit = 101;

    private readonly ReviewDesk _desk;
    private readonly DeskWorker _worker;

    public ScreenModels(ReviewDesk desk, DeskWorker worker)
    {
        _desk = desk;
        _worker = worker;
        Requests = new RequestScreens(desk, worker, Frame);
        Guests = new GuestScreens(desk, Frame);
        Glossary = new GlossaryScreens(desk, Frame);
        Inbox = new InboxScreens(desk, Frame);
    }

    /// <summary>The screens of requests.</summary>
    public RequestScreens Requests { get; }

    /// <summary>The screens of guests' texts.</summary>
    public GuestScreens Guests { get; }

    /// <summary>The screen of abbreviations.</summary>
    public GlossaryScreens Glossary { get; }

    /// <summary>The screens of messages.</summary>
    public InboxScreens Inbox { get; }

    /// <summary>What stands on every screen.</summary>
    public ScreenFrame Frame(ScreenRequest ask) => new(
        _desk.Settings.Title, ask.Session.Proof, ask.HasKeys, ask.Session.Said, _worker.IsWorking ? _worker.Last?.Title : null) { Who = ask.Session.Rights.IsReadOnly ? "You look on: what you press changes nothing." : ask.Session.Rights.Actor is { } actor ? $"You decide as {actor}." : null };

    /// <summary>The run of a verb.</summary>
    public WorkModel Work(ScreenRequest ask) => new() { Frame = Frame(ask), Work = _worker.Last };

    /// <summary>The keys.</summary>
    public KeysModel Keys(ScreenRequest ask) => new() { Frame = Frame(ask) };

    /// <summary>Nothing.</summary>
    public ScreenModel Missing(ScreenRequest ask) => new MissingModel { Frame = Frame(ask), Message = "The console has no such page, or the private store no such text." };

    /// <summary>The first screen.</summary>
    public ScreenModel Start(ScreenRequest ask)
    {
        if (_worker.PacketOf is { } packet)
        {
            return new PacketModel { Frame = Frame(ask), Summary = _desk.Board.Summary, Decided = _desk.Book.InForce.Count(decision => decision.Actor == _desk.Store.Actor), Folder = packet };
        }

        var stats = _desk.Store.Stats();
        var all = _desk.Book.All;
        var years = _desk.Board.Threads.GroupBy(thread => thread.Month?.Year ?? 0).Select(year => year.All(thread => thread.Held.Count == 0)).ToList();
        return new StartModel
        {
            Frame = Frame(ask),
            Requests = Requests.Counts(),
            Guests = Guests.OnTheirWay(),
            Messages = Inbox.Waiting(),
            Overdue = [.. DueList.Of(_desk.Store, row => _desk.ReleasedPaths.ContainsKey(row), _desk.Time).Where(item => item.IsOverdue)],
            Tagger = (_desk.Pass.Remaining, _desk.Store.Tagger.Guards),
            NearMisses = _desk.Board.Terms(nearMisses: true).Count,
            Elsewhere = _desk.Standing.Count,
            Twice = _desk.Board.Threads.Sum(thread => thread.Twins.Count),
            Years = years.Count,
            FinishedYears = years.Count(isFinished => isFinished),
            FinishedThreads = _desk.Board.Threads.Count(thread => thread.Held.Count == 0),
            Posts = stats.PublicPosts,
            Comments = stats.PublicComments,
            Sources = stats.Sources,
            OpenSources = _desk.Store.Sources.List().Count(source => source.State != SourceState.Closed),
            Summary = _desk.Board.Summary,
            Pace = DecisionPace.Of(all),
            NotReleased = all.Count(decision => decision.Row > _desk.Store.ReleasedDecisions),
            Released = _desk.Store.Released.Runs().LastOrDefault(run => run.Finished is not null)?.Finished,
            Build = _worker.Site.Report,
            IsOutOfDate = _worker.Site.Report is not null && _worker.Site.Decisions != all.Count,
            IsPublished = _worker.Site.IsPublished,
            Preview = _worker.Site.Address,
            Output = _worker.Output,
            HasOutput = Directory.Exists(_worker.Output),
        };
    }

    /// <summary>What is found and what not; the mode of the tagger.</summary>
    public ScreenModel Tagger(ScreenRequest ask)
    {
        using var acting = _desk.As(ask.Session.Rights.Actor);
        return new TaggerModel
        {
            Frame = Frame(ask),
            Guards = _desk.Store.Tagger.Guards,
            MaySet = !ask.Session.Rights.IsReadOnly && _desk.Store.Roles.May(EditorTask.Detector),
            Unread = _desk.Pass.Remaining,
            Texts = _desk.Store.Stats().Texts,
            Learned = _desk.Store.Tagger.Learned() is { } learned && TextTagger.Understands(learned.Shipped.Span) ? learned.Examples : 0,
        };
    }

    /// <summary>The list of threads.</summary>
    public ScreenModel Threads(ScreenRequest ask)
    {
        var onlyHeld = ask.Field("list") != "all";
        var year = int.TryParse(ask.Field("year"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : (int?)null;
        var all = _desk.Board.Threads.ToList();
        var threads = all.Where(thread => (!onlyHeld || thread.Held.Count > 0) && (year is null || thread.Month?.Year == year)).ToList();
        var page = Page(ask);
        return new ThreadsModel
        {
            Frame = Frame(ask),
            Threads = [.. threads.Skip((page - 1) * ThreadsModel.PageSize).Take(ThreadsModel.PageSize)],
            Count = threads.Count,
            OnlyHeld = onlyHeld,
            Year = year,
            Years = [.. all.Where(thread => thread.Month is not null).GroupBy(thread => thread.Month!.Value.Year).OrderBy(group => group.Key).Select(group => (group.Key, group.Sum(thread => thread.Held.Count)))],
            Page = page,
            Stale = _desk.Board.Stale,
        };
    }

    /// <summary>The texts that wait.</summary>
    public ScreenModel Held(ScreenRequest ask)
    {
        var year = int.TryParse(ask.Field("year"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : (int?)null;
        var kind = ask.Field("kind");
        var threads = _desk.Board.Threads.Where(thread => thread.Held.Count > 0).ToList();
        var texts = threads.Where(thread => year is null || thread.Month?.Year == year).SelectMany(thread => thread.Held.Select(unit => (thread, unit)))
            .GroupJoin(threads.SelectMany(thread => thread.Open).Where(found => found.Holds), text => text.unit, found => found.Unit, (text, found) => (text.thread, text.unit, Found: found.ToList()))
            .Where(text => kind is null || text.Found.Exists(found => FindingKindTable.ToWord(found.Kind) == kind)).ToList();
        var page = Page(ask);
        return new HeldModel
        {
            Frame = Frame(ask),
            Texts = [.. texts.Skip((page - 1) * HeldModel.PageSize).Take(HeldModel.PageSize).Select(text => (text.Found, Place: _desk.PlaceOf(text.unit))).Where(text => text.Place is not null).Select(text => HeldText(text.Place!, text.Found))], // checked just before
            Count = texts.Count,
            Year = year,
            Years = [.. threads.Where(thread => thread.Month is not null).GroupBy(thread => thread.Month!.Value.Year).OrderBy(group => group.Key).Select(group => (group.Key, group.Sum(thread => thread.Held.Count)))],
            Kind = kind,
            Kinds = [.. threads.SelectMany(thread => thread.Open).Where(found => found.Holds).GroupBy(found => found.Kind).Select(group => (FindingKindTable.ToWord(group.Key), group.Select(found => found.Unit).Distinct().Count())).OrderByDescending(each => each.Item2)],
            Page = page,
            Stale = _desk.Board.Stale,
        };
    }

    /// <summary>What was taken out in one place and stands in another.</summary>
    public ScreenModel Elsewhere(ScreenRequest ask)
    {
        var terms = _desk.Standing;
        var page = Page(ask);
        return new ElsewhereModel
        {
            Frame = Frame(ask),
            Terms = [.. terms.Skip((page - 1) * ElsewhereModel.PageSize).Take(ElsewhereModel.PageSize).Select(term => (term, Place: _desk.PlaceOf(term.Hits[0].Unit))).Where(pair => pair.Place is not null).Select(pair => (pair.term, ExcerptOf(pair.term.Hits[0], pair.Place!)))], // checked just before
            Count = terms.Count,
            Page = page,
        };
    }

    /// <summary>Comments that look as if they had been posted twice.</summary>
    public ScreenModel Twice(ScreenRequest ask)
    {
        var isRehearsal = ask.Field("all") == "yes";
        var pairs = isRehearsal ? [.. _desk.Alike().Select(pair => (Again: pair.Again.Handle, First: pair.First.Handle))] : _desk.Board.Threads.SelectMany(thread => thread.Twins).ToList();
        var page = isRehearsal ? 1 : Page(ask);
        var last = _desk.Book.InForce.LastOrDefault(decision => decision.Action == DecisionAction.SameAs);
        var together = last is null ? 0 : _desk.Book.InForce.Count(decision => decision.Action == DecisionAction.SameAs && decision.Actor == last.Actor && decision.Made == last.Made);
        return new TwiceModel
        {
            Frame = Frame(ask),
            IsRehearsal = isRehearsal,
            LastJoined = together > 1 ? together : 0,
            Last = last?.Handle ?? default,
            Pairs = [.. pairs.Skip((page - 1) * TwiceModel.PageSize).Take(TwiceModel.PageSize).Select(pair => TwiceOf(pair.Again, pair.First)).OfType<TwicePair>()],
            Count = pairs.Count,
            Page = page,
            Stale = _desk.Board.Stale,
        };
    }

    private TwicePair? TwiceOf(VaultHandle again, VaultHandle first) =>
        _desk.Open(first) is { } thread && thread.Find(again) is { } one && thread.Find(first) is { Comment: { } comment } other && thread.NumberOf(comment.Row) is { } number
            ? new TwicePair(again, first, Excerpt.WhereOf(one), number.ToString(), TextDiff.Of(other.Markdown, one.Markdown))
            : null;

    /// <summary>The address of the next thread that waits, after one or from the start; null where none does.</summary>
    public string? NextWaiting(ScreenRequest ask)
    {
        var after = ConsolePages.TryHandle(ask.Field("after"), out var post) ? _desk.Unit(post)?.PostRow : null;
        var threads = _desk.Board.Threads.ToList();
        var next = threads.SkipWhile(thread => after is not null && thread.Row != after).Skip(after is null ? 0 : 1).FirstOrDefault(thread => thread.Held.Count > 0) ?? threads.Find(thread => thread.Held.Count > 0);
        return next is null ? null : ThreadAddress.Of(next.Post, TextFilter.Waiting, FindingFilter.Deciding, 1);
    }

    private static HeldText HeldText(UnitPlace place, List<BoardFinding> found)
    {
        var first = found.Count > 0 ? found[0] : default;
        var text = first.Length > 0 && first.Field == TextField.Title ? place.Post.Title ?? string.Empty : place.Markdown;
        var fits = first.Start + first.Length <= text.Length;
        return new HeldText(
            Excerpt.Of(place.Handle, Excerpt.WhereOf(place), text, fits ? first.Start : 0, fits ? first.Length : 0, 1),
            string.Join(", ", found.GroupBy(each => each.Kind).OrderBy(group => group.Key).Select(group => string.Create(CultureInfo.InvariantCulture, $"{group.Count()} {FindingKindTable.ToWord(group.Key)}"))));
    }

    /// <summary>The redaction screen; null where there is no such thread.</summary>
    public ScreenModel? Thread(VaultHandle post, ScreenRequest ask)
    {
        if (_desk.Open(post) is not { } thread || thread.Prepared.Post.Handle != post)
        {
            return null;
        }

        var filter = ThreadAddress.Findings(ask.Field("show"));
        var listed = ThreadAddress.Texts(ask.Field("texts"));
        thread.ReviewAll(_desk.Reviewer);
        var waiting = thread.Units.Where(unit => IsWaiting(thread, unit, filter)).ToList();
        var units = listed == TextFilter.All ? thread.Units : waiting;
        var pages = Math.Max(1, (units.Count + ThreadModel.PageSize - 1) / ThreadModel.PageSize);
        var page = Math.Min(Page(ask), pages);
        return new ThreadModel
        {
            Frame = Frame(ask),
            Post = post,
            PostTitle = thread.Prepared.Post.Title,
            Units = [.. units.Skip((page - 1) * ThreadModel.PageSize).Take(ThreadModel.PageSize).Select(unit => _desk.View(thread, unit, filter))],
            Texts = thread.Units.Count,
            Waiting = waiting.Count,
            Listed = listed,
            Filter = filter,
            Page = page,
            Pages = pages,
            HasNext = _desk.Board.Threads.Any(each => each.Held.Count > 0 && each.Row != thread.Prepared.Post.Row),
        };
    }

    /// <summary>The address of the screen on which a text stands; null where there is none.</summary>
    public string? AddressOf(VaultHandle unit)
    {
        if (_desk.Open(unit) is not { } thread)
        {
            return null;
        }

        var index = thread.Units.Select((each, at) => (each, at)).First(pair => pair.each.Handle == unit).at;
        return ThreadAddress.Of(thread.Prepared.Post.Handle, TextFilter.All, FindingFilter.Deciding, index / ThreadModel.PageSize + 1) + "#u-" + unit.Hex;
    }

    /// <summary>In how many other texts the words of a finding stand, in one sentence.</summary>
    public string Cost(VaultHandle unit, ScreenRequest ask)
    {
        if (_desk.Open(unit) is not { } thread || Asked(thread, unit, ask) is not { } asked)
        {
            return string.Empty;
        }

        var words = asked.Words.Replace("\"", " ", StringComparison.Ordinal);
        if (words.Count(char.IsLetterOrDigit) < 2)
        {
            return string.Empty;
        }

        var others = _desk.Store.Search("\"" + words + "\"", CostLimit + 1).Where(hit => hit.Unit != unit).ToList();
        var here = others.Count(hit => thread.Find(hit.Unit) is not null);
        return others.Count switch
        {
            0 => "These words stand in no other text.",
            >= CostLimit => "These words stand in more than a hundred other texts.",
            var count => string.Create(CultureInfo.InvariantCulture, $"These words stand in {count} other {(count == 1 ? "text" : "texts")}{(here == 0 ? ", none of this thread" : here == count ? ", all in this thread" : $", {here} of them in this thread")}."),
        };
    }

    /// <summary>What was found, by distinct words.</summary>
    public ScreenModel Terms(ScreenRequest ask)
    {
        var listed = ask.Field("list") is "masked" or "facts" or "near" ? ask.Field("list")! : "held"; // just asked
        var all = _desk.Board.Terms(nearMisses: false).ToLookup(ListOf);
        var near = _desk.Board.Terms(nearMisses: true);
        var of = (listed == "near" ? near : [.. all[listed]]).OrderByDescending(term => term.Texts.Count).ThenBy(term => term.Words, StringComparer.Ordinal).ToList();
        var kind = ask.Field("kind");
        var terms = kind is null ? of : [.. of.Where(term => FindingKindTable.ToWord(term.Kind) == kind)];
        var page = Page(ask);
        return new TermsModel
        {
            Frame = Frame(ask),
            Terms = [.. terms.Skip((page - 1) * TermsModel.PageSize).Take(TermsModel.PageSize)],
            Listed = listed,
            Kind = kind,
            Counts = new Dictionary<string, int>(StringComparer.Ordinal) { ["held"] = all["held"].Count(), ["masked"] = all["masked"].Count(), ["facts"] = all["facts"].Count(), ["near"] = near.Count },
            Kinds = [.. of.GroupBy(term => FindingKindTable.ToWord(term.Kind)).OrderByDescending(group => group.Count()).Select(group => (group.Key, group.Count()))],
            Count = terms.Count,
            Page = page,
            Stale = _desk.Board.Stale,
        };

        static string ListOf(BoardTerm term) => ReviewBoard.Risk(term.First.Treatment) switch { 0 => "held", 1 => "masked", _ => "facts" };
    }

    /// <summary>What a decision for everywhere would reach; null where the place is not there.</summary>
    public ScreenModel? Rehearse(ScreenRequest ask, CancellationToken token)
    {
        if (!ConsolePages.TryHandle(ask.Field("unit"), out var unit) || _desk.Open(unit) is not { } thread || Asked(thread, unit, ask) is not { } asked)
        {
            return null;
        }

        var isKeep = ask.Field("do") == "keep";
        var kind = FindingKindTable.TryParse(asked.Place.Kind, out var known) ? known : (FindingKind?)null;
        var places = _desk.Rehearse(
            new TermRequest { Action = isKeep ? DecisionAction.Keep : DecisionAction.Redact, Term = asked.Words, Scope = DecisionScope.Everywhere, At = thread.Find(unit), Kind = kind }, token);
        return new RehearsalModel
        {
            Frame = Frame(ask),
            Place = asked.Place,
            Words = asked.Words,
            IsKeep = isKeep,
            Places = places.Places,
            Texts = places.Texts.Count,
            Threads = places.Threads,
            Excerpts = [.. places.Texts.Take(RehearsalModel.Shown).Select(text => (text, Place: _desk.PlaceOf(text.Unit))).Where(pair => pair.Place is not null)
                .Select(pair => ExcerptOf(pair.Place!, asked.Words, pair.text.Count))], // not null: asked just before
        };
    }

    /// <summary>More general words for what stands at a place; null where the place is not there.</summary>
    public ScreenModel? Ladder(ScreenRequest ask)
    {
        if (!ConsolePages.TryHandle(ask.Field("unit"), out var unit) || _desk.Open(unit) is not { } thread || Asked(thread, unit, ask) is not { } asked)
        {
            return null;
        }

        return new LadderModel { Frame = Frame(ask), Facts = asked.Place.Field == "title" ? [] : FactLadders.At(thread.Find(unit)!, asked.Place) }; // it was found
    }

    /// <summary>What stands where; no query asks nothing yet.</summary>
    public ScreenModel Search(ScreenRequest ask, string? query)
    {
        var hits = query is null ? [] : _desk.Store.Search(query, SearchModel.Shown + 1);
        return new SearchModel
        {
            Frame = Frame(ask),
            Query = query,
            HasMore = hits.Count > SearchModel.Shown,
            Hits = [.. hits.Take(SearchModel.Shown).Select(hit => (hit, Place: _desk.PlaceOf(hit.Unit))).Where(pair => pair.Place is not null).Select(pair => ExcerptOf(pair.hit, pair.Place!))], // checked just before
        };
    }

    /// <summary>All decisions.</summary>
    public ScreenModel History(ScreenRequest ask)
    {
        var page = Page(ask);
        var all = _desk.Book.All;
        return new HistoryModel
        {
            Frame = Frame(ask),
            Rows = [.. all.Reverse().Skip((page - 1) * HistoryModel.PageSize).Take(HistoryModel.PageSize).Select(RowOf)],
            Course = page == 1 ? RedactionCourse.Of(all) : null,
            Count = all.Count,
            Page = page,
        };
    }

    /// <summary>How one text stands; null where there is none.</summary>
    public ScreenModel? TextHistory(VaultHandle unit, ScreenRequest ask)
    {
        if (_desk.Open(unit) is not { } thread || thread.Find(unit) is not { } place)
        {
            return null;
        }

        var view = _desk.View(thread, place, FindingFilter.Deciding);
        var pending = thread.Preview.Text(place.Comment?.Row, thread.Review(unit, _desk.Reviewer).Markdown);
        var about = _desk.Book.All.Where(decision => decision.Unit == unit || (decision.Unit == place.Post.Handle && decision.Scope == DecisionScope.Thread) || (decision.Person is { } person && person == place.Author?.Handle));
        return new TextHistoryModel
        {
            Frame = Frame(ask),
            Unit = unit,
            Label = view.Label,
            Pending = TextDiff.Of(place.Markdown, pending),
            SinceReleased = _desk.Released(place) is { } released ? TextDiff.Of(released, pending) : null,
            Instead = view.Instead,
            Rows = [.. about.Reverse().Select(RowOf)],
        };
    }

    /// <summary>Who the writer of a text could be; null where there is no such text.</summary>
    public ScreenModel? Writer(VaultHandle unit, ScreenRequest ask)
    {
        if (_desk.Open(unit) is not { } thread || thread.Find(unit) is not { } place)
        {
            return null;
        }

        var (facts, own, read, threads) = WriterFacts.Of(_desk.Store, _desk.Reviewer, _desk.PlaceOf, place);
        var archive = _desk.WantArchive();
        return new WriterModel
        {
            Frame = Frame(ask),
            Unit = unit,
            Label = place.Comment is { } comment ? $"#{thread.NumberOf(comment.Row)}" : "Post",
            Facts = facts,
            Read = read,
            Threads = threads,
            IsNameless = place is { Comment: not null, Author: not { Identity: not null } },
            Singling = own is not null && archive.Ledger.Of(own) is { } person ? [.. archive.Ledger.SinglingSets(person).Take(5).Select(set => set.ToString())] : [],
            Compared = (archive.Done, archive.Threads),
            Questions = ManagersReading.Of(thread.Review(unit, _desk.Reviewer)),
        };
    }

    /// <summary>The audit.</summary>
    public ScreenModel Audit(ScreenRequest ask)
    {
        var page = Page(ask);
        var entries = _desk.Store.Audit.List();
        return new AuditModel
        {
            Frame = Frame(ask),
            Entries = [.. entries.Reverse().Skip((page - 1) * AuditModel.PageSize).Take(AuditModel.PageSize)],
            Count = entries.Count,
            Fault = _desk.Store.Audit.FirstFault(),
            Head = _desk.Store.Audit.Head,
            Page = page,
        };
    }

    /// <summary>The audit as a table of comma-separated values, without a word of a text.</summary>
    public string AuditFile() => "number,utc,actor,what,to\r\n" + string.Concat(_desk.Store.Audit.List().Select(entry => string.Create(
        CultureInfo.InvariantCulture, $"{entry.Seq},{entry.Made.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ},\"{Cell(entry.Actor)}\",{entry.Verb},{entry.Subject?.Hex}\r\n")));

    /// <summary>A quote is doubled (RFC 4180), and a table program takes nothing for a formula.</summary>
    private static string Cell(string text) => (text.Length > 0 && text[0] is '=' or '+' or '-' or '@' ? "'" : string.Empty) + text.Replace("\"", "\"\"", StringComparison.Ordinal);

    private DecisionRow RowOf(VaultDecision decision)
    {
        var unit = decision.Unit is { } named && _desk.Unit(named) is not null ? decision.Unit : null;
        return new DecisionRow(decision, DecisionWords.Of(decision), unit is null ? null : decision.Scope == DecisionScope.Thread ? "show the thread" : "show the text", unit, _desk.Book.IsInForce(decision.Handle));
    }

    private static Excerpt ExcerptOf(UnitPlace place, string words, int count)
    {
        var at = place.Markdown.IndexOf(words, StringComparison.OrdinalIgnoreCase);
        return Excerpt.Of(place.Handle, Excerpt.WhereOf(place), place.Markdown, Math.Max(0, at), at < 0 ? 0 : words.Length, count);
    }

    private static Excerpt ExcerptOf(SearchHit hit, UnitPlace place)
    {
        var match = hit.Matches.Count > 0 ? hit.Matches[0] : default;
        var text = match.Length > 0 && match.Field == TextField.Title ? place.Post.Title ?? string.Empty : place.Markdown;
        return Excerpt.Of(place.Handle, Excerpt.WhereOf(place), text, match.Start, match.Length, hit.Matches.Count);
    }

    /// <summary>The place that a request names, and its words; null where it is not there.</summary>
    private static (PlaceFields Place, string Words)? Asked(OpenThread thread, VaultHandle unit, ScreenRequest ask)
    {
        if (thread.Find(unit) is not { } place
            || !int.TryParse(ask.Field("start"), NumberStyles.None, CultureInfo.InvariantCulture, out var start) || !int.TryParse(ask.Field("length"), NumberStyles.None, CultureInfo.InvariantCulture, out var length))
        {
            return null;
        }

        var isTitle = ask.Field("field") == "title";
        var source = isTitle ? place.Post.Title ?? string.Empty : place.Markdown;
        return length <= 0 || length > source.Length || start > source.Length - length ? null
            : (new PlaceFields(unit.Hex, isTitle ? "title" : "body", start, length, ask.Field("kind") is { Length: > 0 } kind ? kind : null), FindingWords.Of(source.Substring(start, length)));
    }

    private static bool IsWaiting(OpenThread thread, UnitPlace unit, FindingFilter filter)
    {
        // Reviewed just before, so that this only looks up.
        var review = thread.Known(unit.Handle);
        return review is not null && (review.HasLostPlace || review.State == ReviewState.Held || review.Findings.Any(found => found.Status == FindingStatus.Open && UnitViews.WeightOf(found.Finding, found.Treatment) switch
        {
            "hold" or "mask" => true,
            "fact" => filter != FindingFilter.Deciding,
            _ => filter == FindingFilter.All,
        }));
    }

    private static int Page(ScreenRequest ask) => int.TryParse(ask.Field("page"), NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, 100_000) : 1;
}
