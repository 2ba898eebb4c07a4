using System.Text;
using Blog.Desk.Review;
using Blog.Desk.Screens;
using Blog.Release.Erasure;
using Blog.Requests;
using Blog.Vault;

namespace Blog.Desk;

/// <summary>Makes the models of the screens of requests. Called within a turn of the desk.</summary>
internal sealed class RequestScreens
{
    private readonly ReviewDesk _desk;
    private readonly DeskWorker _worker;
    private readonly Func<ScreenRequest, ScreenFrame> _frame;

    public RequestScreens(ReviewDesk desk, DeskWorker worker, Func<ScreenRequest, ScreenFrame> frame)
    {
        _desk = desk;
        _worker = worker;
        _frame = frame;
    }

    /// <summary>How many requests are open, and how many of these are overdue.</summary>
    public (int Open, int Overdue) Counts()
    {
        var queue = Book.Queue();
        return (queue.Count(request => request.IsOpen), queue.Count(request => request.IsOpen && request.IsOverdue));
    }

    /// <summary>The queue.</summary>
    public ScreenModel Queue(ScreenRequest ask)
    {
        var queue = Book.Queue();
        return new RequestsModel
        {
            Frame = _frame(ask),
            Open = [.. queue.Where(request => request.IsOpen)],
            Closed = [.. queue.Where(request => !request.IsOpen)],
            IsSetUp = _desk.Store.Sealed.IsSetUp,
            IsUnlocked = _desk.Store.Sealed.IsUnlocked,
            Now = Book.Now,
            Unit = ConsolePages.TryHandle(ask.Field("unit"), out var unit) && _desk.Unit(unit) is not null ? unit.Hex : null,
        };
    }

    /// <summary>One request; null where there is none.</summary>
    public ScreenModel? Of(VaultHandle handle, ScreenRequest ask)
    {
        if (Book.Queue().FirstOrDefault(request => request.Row.Handle == handle) is not { } request)
        {
            return null;
        }

        var settings = _desk.Settings;
        var addresses = PublicAddresses.Of(_desk.Store, settings.Address, [.. request.Row.Units]);
        var today = DateOnly.FromDateTime(Book.Now);
        var units = _desk.Store.Units().Where(unit => request.Row.Units.Contains(unit.Handle)).ToList();
        var related = units.Count == 0 ? [] : RelatedTexts.Of(_desk.Store, settings, units);
        return new RequestModel
        {
            Frame = _frame(ask),
            Request = request,
            Units = UnitsOf(request),
            Related = [.. related.Take(RequestModel.MostRelated).Select(ExcerptOf).OfType<RelatedExcerpt>()],
            MoreRelated = Math.Max(0, related.Count - RequestModel.MostRelated),
            Letters = [.. request.Kind.Letters.Select(letter => (letter, LetterWriter.Write(letter, settings.Title, settings.Address, addresses, request, today)))],
            HasNote = Book.HasNote(request),
            Note = _desk.Store.Sealed.IsUnlocked ? Book.Note(request) : null,
            IsSetUp = _desk.Store.Sealed.IsSetUp,
            IsUnlocked = _desk.Store.Sealed.IsUnlocked,
            IsRehearsed = _worker.Rehearsed is { } rehearsed && rehearsed.Request == handle && rehearsed.Units.SetEquals(request.Row.Units),
            Evidence = Evidence(request),
        };
    }

    private RelatedExcerpt? ExcerptOf(RelatedText text) => _desk.PlaceOf(text.Unit) is { } place
        ? new RelatedExcerpt(text, Excerpt.Of(text.Unit, Excerpt.WhereOf(place), text.In, text.Start, text.Length, 1))
        : null;

    private RequestBook Book => new(_desk.Store, _desk.Time);

    private List<RequestUnit> UnitsOf(RequestView request)
    {
        var eraser = request.Row.Units.Count == 0 ? null : new VaultEraser(_desk.Store, ErasureList.Of(_desk.Store));
        var units = new List<RequestUnit>();
        foreach (var handle in request.Row.Units)
        {
            if (_desk.Unit(handle) is not { } unit || _desk.PlaceOf(handle) is not { } place)
            {
                units.Add(new RequestUnit(handle, handle.Hex[..VaultHandle.ShownDigits], "gone", IsOpen: false));
                continue;
            }

            var isErased = eraser?.HasWords(unit) == false;
            var isWithheld = _desk.InForceOn(place).Any(decision => decision.Action == DecisionAction.Withhold);
            units.Add(new RequestUnit(handle, Excerpt.WhereOf(place), isErased ? "erased" : isWithheld ? "withheld" : null, !isErased && _desk.Open(handle) is not null));
        }

        return units;
    }

    /// <summary>Files of evidence that an erasure of one of these texts left: counts and places, no words.</summary>
    private List<(string Name, string Text)> Evidence(RequestView request)
    {
        var folder = Path.Combine(_desk.Store.Location.Folder, "evidence");
        return Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, "erasure-*.txt").Where(file => request.Row.Units.Any(unit => file.EndsWith($"-{unit.Hex[..VaultHandle.ShownDigits]}.txt", StringComparison.Ordinal)))
                .Order(StringComparer.Ordinal).Select(file => (Path.GetFileName(file), File.ReadAllText(file, Encoding.UTF8)))]
            : [];
    }
}
