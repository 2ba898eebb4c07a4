namespace Blog.Vault;

/// <summary>A name by which this machine knows who works on it: a secret to whatever is published.</summary>
public sealed class OperatorName
{
    internal OperatorName(string value, string origin) => (Value, Origin) = (value, origin);

    /// <summary>The name.</summary>
    public string Value { get; }

    /// <summary>Where it was found, in words: "account", "full name", "git name", "git address", "machine".</summary>
    public string Origin { get; }

    /// <summary>Nothing of the name.</summary>
    public override string ToString() => $"(a name of the operator: {Origin})";
}
