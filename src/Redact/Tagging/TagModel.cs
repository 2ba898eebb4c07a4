using System.Security.Cryptography;

namespace Blog.Redact.Tagging;

/// <summary>The two trained chains that are built into the program: names in web text, and what is masked in records of cases.</summary>
/// <param name="Names">Labels of <see cref="TagScheme.Names"/>; made without features of the layout.</param>
/// <param name="Records">Labels of <see cref="TagScheme.Records"/>.</param>
internal sealed record TagModel(TagWeights Names, TagWeights Records)
{
    private const string Resource = "Blog.src.Redact.Tagging.tagger.weights";

    private static readonly Lazy<TagModel> Loaded = new(Load);
    private static readonly Lazy<byte[]> Hash = new(() =>
    {
        using var stream = Open();
        return SHA256.HashData(stream);
    });

    /// <summary>The model of the program, read at first use.</summary>
    public static TagModel BuiltIn => Loaded.Value;

    /// <summary>SHA-256 of the program's weights: what is learned elsewhere says by it to which weights it belongs.</summary>
    public static byte[] ShippedHash => Hash.Value;

    /// <summary>Reads a model.</summary>
    /// <exception cref="InvalidDataException">The bytes are no model.</exception>
    public static TagModel Read(Stream stream)
    {
        using var reader = TagWeightsFile.Open(stream);
        return new TagModel(TagWeightsFile.Read(reader), TagWeightsFile.Read(reader));
    }

    /// <summary>This model with what was learned added to it.</summary>
    /// <exception cref="InvalidDataException">What was learned has other labels.</exception>
    public TagModel Plus(TagModel learned) => learned.Names.Labels == Names.Labels && learned.Records.Labels == Records.Labels
        ? new TagModel(Names.Plus(learned.Names), Records.Plus(learned.Records))
        : throw new InvalidDataException("What the tagger learned here has another form than this program knows. Forget it with \"vault train --forget\" and learn again.");

    /// <summary>Writes the model.</summary>
    public void Write(Stream stream)
    {
        using var writer = new BinaryWriter(stream);
        TagWeightsFile.Write(Names, writer);
        TagWeightsFile.Write(Records, writer);
    }

    private static TagModel Load()
    {
        using var stream = Open();
        return Read(stream);
    }

    private static Stream Open() => typeof(TagModel).Assembly.GetManifestResourceStream(Resource)
        ?? throw new InvalidOperationException("The program was built without the tagger's weights: rebuild it from a complete checkout.");
}
