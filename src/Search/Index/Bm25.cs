namespace Blog.Search.Index;

/// <summary>Okapi BM25 as Lucene 8 computes it, k1 = 1.2, b = 0.75, without the factor k1 + 1.</summary>
/// <remarks>
/// idf = ln(1 + (N - df + 0.5) / (df + 0.5)); score = boost * idf * tf / (tf + k1 * (1 - b + b * length / average length)). N counts the units that have the field.
/// Source: Robertson and Zaragoza 2009; org.apache.lucene.search.similarities.BM25Similarity of Lucene 8.8.1 for the order of the operations.
/// </remarks>
public static class Bm25
{
    private const float K1 = 1.2f;
    private const float B = 0.75f;

    /// <summary>Inverse document frequency.</summary>
    /// <param name="units">Units that have the field.</param>
    /// <param name="frequency">Units that hold the term in it.</param>
    public static float Idf(int units, int frequency) => (float)Math.Log(1 + ((units - frequency + 0.5) / (frequency + 0.5)));

    /// <summary>One over what a field's length adds to the term's frequency.</summary>
    /// <param name="length">Length by <see cref="FieldNorm.Decode"/>.</param>
    /// <param name="average">Average length of the field.</param>
    public static float NormFactor(int length, float average) => 1f / (K1 * (1 - B + (B * length / average)));

    /// <summary>The part of a score that a posting gives.</summary>
    /// <param name="weight">Boost times idf.</param>
    /// <param name="frequency">How often the term stands in the field; for phrases a fraction is possible.</param>
    /// <param name="normFactor">As <see cref="NormFactor"/>.</param>
    public static float Score(float weight, float frequency, float normFactor) => weight - (weight / (1f + (frequency * normFactor)));
}
