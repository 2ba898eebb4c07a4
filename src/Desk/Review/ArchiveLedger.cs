using Blog.Import;
using Blog.Redact.Facts;
using Blog.Vault;

namespace Blog.Desk.Review;

/// <summary>What the whole archive tells of its people, read thread by thread in the background from the moment that somebody asks: one person's facts can be compared only with other people's.</summary>
internal sealed class ArchiveLedger
{
    private FactLedgerBuilder _builder = new();
    private FactLedger? _ledger;
    private Queue<long>? _left;

    /// <summary>Threads that were read.</summary>
    public int Done { get; private set; }

    /// <summary>Threads in all; 0 before somebody asked.</summary>
    public int Threads { get; private set; }

    /// <summary>The ledger of what was read so far.</summary>
    public FactLedger Ledger => _ledger ??= _builder.Build();

    /// <summary>Forgets everything: texts were brought in or went.</summary>
    public void Clear()
    {
        _builder = new FactLedgerBuilder();
        (_ledger, _left, Done, Threads) = (null, null, 0, 0);
    }

    /// <summary>Begins to read, if nobody has asked before.</summary>
    public void Want(IReadOnlyList<long> posts)
    {
        if (_left is null)
        {
            _left = new Queue<long>(posts);
            Threads = posts.Count;
        }
    }

    /// <summary>Reads one more thread; false where none is left or nobody asked.</summary>
    public bool ReadOne(VaultStore store)
    {
        if (_left is null || !_left.TryDequeue(out var row))
        {
            return false;
        }

        if (store.Post(row) is { Visibility: Visibility.Public } post)
        {
            _builder.Add(FactTextReader.Thread(store, post));
            _ledger = null;
        }

        Done++;
        return true;
    }
}
