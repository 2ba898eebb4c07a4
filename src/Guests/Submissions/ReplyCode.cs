namespace Blog.Guests.Submissions;

/// <summary>What a writer's code stands for. The code itself never leaves the page.</summary>
/// <param name="Key">Encrypts answers to the writer, 32 bytes.</param>
/// <param name="Name">By which further messages under the same code are known, 16 bytes.</param>
public sealed record ReplyCode(ReadOnlyMemory<byte> Key, ReadOnlyMemory<byte> Name)
{
    /// <summary>Nothing of it.</summary>
    public override string ToString() => "(a code)";
}
