using System.Security.Cryptography;
using System.Text;
using Blog.Jose;

namespace Blog.Bench.Jose;

/// <summary>Changes encrypted messages in ways that a forger or a bad disk would, and looks at what opening says. The same seed gives the same changes to messages that are new each time.</summary>
internal sealed class MessageMutations
{
    private static readonly string[] Members =
    [
        "\"crit\":[\"exp\"],", "\"zip\":\"DEF\",", "\"apu\":\"QWxpY2U\",", "\"kid\":\"x\",", "\"alg\":\"dir\",", "\"enc\":\"A256GCM\",", "\"epk\":{},", "\"iv\":\"AAAAAAAAAAAAAAAA\",",
        "\"aad\":\"\",", "\"tag\":null,", "\"x\":[[[[[[[[[]]]]]]]]],", "\"\\ud800\":1,", "\"unprotected\":{\"alg\":\"ECDH-ES+A256KW\"},", "\"recipients\":[],", "\"x\":1e999999999,",
    ];

    private readonly Random _random;
    private readonly EcPrivateKey _reader = EcPrivateKey.Make();
    private readonly EcPrivateKey _other = EcPrivateKey.Make();
    private readonly List<(byte[] Content, byte[] Message)> _messages = [];

    public MessageMutations(int seed)
    {
        _random = new Random(seed);
        using var random = RandomNumberGenerator.Create();
        foreach (var length in (int[])[1, 40, 700, 5_000])
        {
            var content = Encoding.ASCII.GetBytes(new string('m', length));
            _messages.Add((content, EncryptedMessage.Seal(content, [_reader.Public, _other.Public], random)));
        }
    }

    /// <summary>How many did not open.</summary>
    public int Refused { get; private set; }

    /// <summary>How many opened to what was sent: the change was in what guards nothing, such as the other recipient's part.</summary>
    public int SameContent { get; private set; }

    /// <summary>How many opened to something else.</summary>
    public int FalseOpens { get; private set; }

    /// <summary>Names of exceptions that came out.</summary>
    public List<string> Crashes { get; } = [];

    /// <summary>Changes and opens so many messages.</summary>
    public void Run(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var (content, message) = _messages[_random.Next(_messages.Count)];
            var changed = message;
            for (var times = 1 + _random.Next(3); times > 0; times--)
            {
                changed = Change(changed);
            }

            if (!changed.AsSpan().SequenceEqual(message))
            {
                Open(changed, content);
            }
            else
            {
                i--;
            }
        }
    }

    private void Open(byte[] message, byte[] content)
    {
        try
        {
            if (!EncryptedMessage.TryOpen(message, [_reader], out var opened))
            {
                Refused++;
            }
            else if (opened.Bytes.Span.SequenceEqual(content))
            {
                SameContent++;
            }
            else
            {
                FalseOpens++;
            }
        }
        catch (Exception e)
        {
            Crashes.Add(e.GetType().Name);
        }
    }

    private byte[] Change(byte[] message)
    {
        if (message.Length < 2)
        {
            return [(byte)_random.Next(256)];
        }

        var at = _random.Next(message.Length);
        var length = Math.Min(1 + _random.Next(40), message.Length - at);
        return _random.Next(8) switch
        {
            0 => With(message, at, (byte)(message[at] ^ (1 << _random.Next(8)))),
            1 => With(message, at, (byte)_random.Next(256)),
            2 => message[..at], // cut
            3 => [.. message[..at], .. message[(at + length)..]],
            4 => [.. message[..at], .. message.AsSpan(at, length), .. message[at..]],
            5 => [.. message[..at], .. RandomBytes(length), .. message[at..]],
            6 => Inserted(message, at),
            _ => Exchanged(message),
        };
    }

    private static byte[] With(byte[] message, int at, byte value)
    {
        var changed = message.ToArray();
        changed[at] = value;
        return changed;
    }

    private byte[] RandomBytes(int length)
    {
        var bytes = new byte[length];
        _random.NextBytes(bytes);
        return bytes;
    }

    /// <summary>Another member at the beginning of some object.</summary>
    private byte[] Inserted(byte[] message, int from)
    {
        var at = message.AsSpan(from).IndexOf((byte)'{') is var next and >= 0 ? from + next : message.AsSpan().IndexOf((byte)'{');
        return [.. message[..(at + 1)], .. Encoding.ASCII.GetBytes(Members[_random.Next(Members.Length)]), .. message[(at + 1)..]];
    }

    /// <summary>Two values of the message, each in the other's place.</summary>
    private byte[] Exchanged(byte[] message)
    {
        var parts = Encoding.Latin1.GetString(message).Split('"');
        if (parts.Length < 4)
        {
            return message[..^1];
        }

        var (one, two) = (_random.Next(parts.Length), _random.Next(parts.Length));
        (parts[one], parts[two]) = (parts[two], parts[one]);
        return Encoding.Latin1.GetBytes(string.Join('"', parts));
    }
}
