using System.Security.Cryptography;
using System.Text;

namespace Blog.Gate.Reuse;

/// <summary>A keyed hash over everything a check looks for and where: under the same hash, the same file gives the same findings.</summary>
/// <remarks>Under the private store's key, so that what lies in <c>.build</c> lets nobody test a guess.</remarks>
internal sealed class SecretsHash : IDisposable
{
    private readonly IncrementalHash _hash;
    private readonly Dictionary<ThreadsOfUnits, int> _threads = new(ReferenceEqualityComparer.Instance);

    public SecretsHash(ReadOnlySpan<byte> key) => _hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);

    /// <summary>Adds words or a number, with its length.</summary>
    public void Add(string? text)
    {
        var bytes = Encoding.UTF8.GetBytes(text ?? string.Empty);
        Add(text is null ? -1 : bytes.Length);
        _hash.AppendData(bytes);
    }

    /// <summary>Adds a number.</summary>
    public void Add(long number) => _hash.AppendData(BitConverter.GetBytes(number));

    /// <summary>Adds a set, whatever order it is in.</summary>
    public void Add(IEnumerable<string> set)
    {
        var sorted = set.Order(StringComparer.Ordinal).ToList();
        Add(sorted.Count);
        sorted.ForEach(Add);
    }

    /// <summary>Adds which unit stands in which thread; a table that was added already by its number alone.</summary>
    public void Add(ThreadsOfUnits threads)
    {
        if (_threads.TryGetValue(threads, out var number))
        {
            Add(number);
            return;
        }

        _threads.Add(threads, _threads.Count);
        foreach (var (unit, thread) in threads.All.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            Add(unit);
            Add(thread);
        }
    }

    /// <summary>The hash, lower-case hex.</summary>
    public string Finish() => Convert.ToHexStringLower(_hash.GetHashAndReset());

    /// <inheritdoc/>
    public void Dispose() => _hash.Dispose();
}
