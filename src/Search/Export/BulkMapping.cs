using System.Text;

namespace Blog.Search.Export;

/// <summary>The body with which an index of OpenSearch or Elasticsearch (7 or later) is made for the documents of <see cref="BulkExport"/>.</summary>
/// <remarks>
/// <c>dynamic: strict</c>: a field that is not named here is refused, not guessed. Texts are analysed as English, and as they are under <c>.exact</c>. Dates stand
/// as coarse as they were published (a year, a month, a day or a minute), which <c>strict_date_optional_time</c> reads.
/// </remarks>
internal static class BulkMapping
{
    private const string Body = """
        {
          "settings": {
            "number_of_shards": 1
          },
          "mappings": {
            "dynamic": "strict",
            "properties": {
              "kind": { "type": "keyword" },
              "thread": { "type": "keyword" },
              "url": { "type": "keyword", "index": false },
              "title": { "type": "text", "analyzer": "english", "fields": { "exact": { "type": "text", "analyzer": "standard" } } },
              "labels": { "type": "keyword" },
              "series": { "type": "keyword" },
              "number": { "type": "keyword" },
              "author": { "type": "text", "analyzer": "standard", "fields": { "name": { "type": "keyword", "ignore_above": 256 } } },
              "date": { "type": "date", "format": "strict_date_optional_time" },
              "text": { "type": "text", "analyzer": "english", "fields": { "exact": { "type": "text", "analyzer": "standard" } } }
            }
          }
        }

        """;

    /// <summary>The file's bytes.</summary>
    public static byte[] ToBytes() => Encoding.UTF8.GetBytes(Body.ReplaceLineEndings("\n"));
}
