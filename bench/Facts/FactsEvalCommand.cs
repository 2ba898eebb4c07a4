using System.Globalization;
using System.Text;
using System.Text.Json;
using Blog.Redact;
using Blog.Redact.Facts;

namespace Blog.Bench.Facts;

/// <summary>
/// <c>facts-eval [FILE] [--misses KIND]</c>: recall of the fact finder per attribute on labelled answers that give one attribute away, at
/// hardness 1 (said) and 2 (hinted at). Writers are halved by their order in the file: the rules may be tuned on the first half, never on the second.
/// </summary>
internal static class FactsEvalCommand
{
    private const int Hardest = 2;

    public static int Run(IReadOnlyList<string> arguments)
    {
        string? file = null;
        string? misses = null;
        for (var i = 0; i < arguments.Count; i++)
        {
            if (arguments[i] == "--misses" && i + 1 < arguments.Count)
            {
                misses = arguments[++i];
            }
            else
            {
                file = arguments[i];
            }
        }

        if (file is null || !File.Exists(file))
        {
            Console.Error.WriteLine("Use: facts-eval synthetic_dataset.jsonl [--misses KIND]");
            return 2;
        }

        var rows = new Dictionary<(string Feature, int Hardness, bool IsTuned), Row>();
        var writers = new List<string>();
        var texts = new List<string>();
        var wrong = new Dictionary<FactKind, (int Told, int Right)>();
        foreach (var line in File.ReadLines(file))
        {
            using var document = JsonDocument.Parse(line);
            var item = document.RootElement;
            var truth = item.GetProperty("personality");
            var key = truth.GetRawText();
            if (!writers.Contains(key))
            {
                writers.Add(key);
            }

            var isTuned = writers.IndexOf(key) % 2 == 0;
            var text = item.GetProperty("response").GetString()!;
            texts.Add(text);
            var facts = FactFinder.Find(ProseView.Of(text));
            CountRight(facts, truth, wrong);
            var hardness = item.GetProperty("hardness").GetInt32();
            if (hardness > Hardest)
            {
                continue;
            }

            var feature = item.GetProperty("feature").GetString()!;
            var (found, right) = Judge(feature, facts, truth);
            if (isTuned && misses == feature && !right)
            {
                Console.WriteLine($"{hardness} {found} {writers.IndexOf(key)}: {string.Join(" | ", Of(feature, facts).Select(fact => $"{fact.Value.Key} {fact.Score} \"{fact.Range.Of(text)}\""))}\n   {text.Trim().ReplaceLineEndings(" ")}");
            }

            var place = (feature, hardness, isTuned);
            rows[place] = rows.GetValueOrDefault(place).Plus(found, right);
        }

        Write(rows);
        Console.WriteLine();
        Console.WriteLine("Of the facts told about the writers, over all hardnesses (a fact may be true and yet not the attribute asked for):");
        foreach (var (kind, (told, isRight)) in wrong.OrderBy(pair => pair.Key))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kind,-20} told {told,4}, agreeing with the writer's profile {isRight,4} ({(double)isRight / told:F2})"));
        }

        var before = Environment.CpuUsage.TotalTime; // a second pass: the tables are read and the code is compiled
        var count = texts.Sum(text => FactFinder.Find(ProseView.Of(text)).Count);
        var seconds = (Environment.CpuUsage.TotalTime - before).TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{texts.Sum(text => text.Length) / seconds / 1e6:F2} million characters a CPU second ({count} facts, near misses among them)"));
        return 0;
    }

    private static void Write(Dictionary<(string Feature, int Hardness, bool IsTuned), Row> rows)
    {
        Console.WriteLine("| attribute | hardness | tuning half: n | found | right | held-out half: n | found | right |");
        Console.WriteLine("|---|---|---:|---:|---:|---:|---:|---:|");
        var line = new StringBuilder();
        foreach (var hardness in Enumerable.Range(1, Hardest))
        {
            foreach (var feature in rows.Keys.Select(key => key.Feature).Distinct().Order(StringComparer.Ordinal).Append("all"))
            {
                line.Clear().Append(CultureInfo.InvariantCulture, $"| {feature} | {hardness} |");
                foreach (var isTuned in new[] { true, false })
                {
                    var row = feature == "all"
                        ? rows.Where(pair => pair.Key.Hardness == hardness && pair.Key.IsTuned == isTuned).Aggregate(default(Row), (sum, pair) => new Row(sum.Count + pair.Value.Count, sum.Found + pair.Value.Found, sum.Right + pair.Value.Right))
                        : rows.GetValueOrDefault((feature, hardness, isTuned));
                    line.Append(CultureInfo.InvariantCulture, $" {row.Count} | {Share(row.Found, row.Count)} | {Share(row.Right, row.Count)} |");
                }

                Console.WriteLine(line);
            }
        }

        static string Share(int part, int whole) => whole == 0 ? "-" : ((double)part / whole).ToString("F2", CultureInfo.InvariantCulture);
    }

    private static void CountRight(IReadOnlyList<Fact> facts, JsonElement truth, Dictionary<FactKind, (int Told, int Right)> counts)
    {
        foreach (var fact in facts.Where(fact => !fact.IsNearMiss && fact.Subject.Person == FactPerson.Writer && !fact.Value.IsUnknown))
        {
            var feature = fact.Kind switch
            {
                FactKind.Age => "age",
                FactKind.Sex => "sex",
                FactKind.Area => "city_country",
                FactKind.BirthPlace => "birth_city_country",
                FactKind.Education => "education",
                FactKind.Occupation => "occupation",
                FactKind.RelationshipStatus => "relationship_status",
                FactKind.Income => "income_level",
                FactKind.Role or FactKind.Tenure or FactKind.Employer or FactKind.Family or FactKind.UnusualEvent or FactKind.Health => null,
                _ => throw new InvalidOperationException($"The kind {fact.Kind} is not evaluated."),
            };
            if (feature is not null)
            {
                var (told, right) = counts.GetValueOrDefault(fact.Kind);
                counts[fact.Kind] = (told + 1, right + (IsRight(feature, fact, truth) ? 1 : 0));
            }
        }
    }

    private static IEnumerable<Fact> Of(string feature, IReadOnlyList<Fact> facts) => facts.Where(fact => !fact.IsNearMiss && fact.Subject.Person == FactPerson.Writer && feature switch
    {
        "age" => fact.Kind == FactKind.Age,
        "sex" => fact.Kind == FactKind.Sex,
        "city_country" => fact.Kind is FactKind.Area,
        "birth_city_country" => fact.Kind is FactKind.BirthPlace,
        "education" => fact.Kind == FactKind.Education,
        "occupation" => fact.Kind is FactKind.Occupation or FactKind.Role,
        "relationship_status" => fact.Kind == FactKind.RelationshipStatus,
        "income_level" => fact.Kind == FactKind.Income,
        _ => throw new InvalidOperationException($"The attribute {feature} is not known."),
    });

    private static (bool Found, bool Right) Judge(string feature, IReadOnlyList<Fact> facts, JsonElement truth)
    {
        var told = Of(feature, facts).ToList();
        return (told.Count > 0, told.Exists(fact => IsRight(feature, fact, truth)));
    }

    /// <summary>
    /// Whether a fact's value is the truth or a more general form of it: an age within its range; a place that is the city or holds it; of a
    /// degree the level or the subject; of an occupation the same word or trade; otherwise the same word. "very high" counts as "high".
    /// </summary>
    private static bool IsRight(string feature, Fact fact, JsonElement truth)
    {
        var value = fact.Value;
        string Of(string name) => truth.GetProperty(name).ToString().ToLowerInvariant();
        switch (feature)
        {
            case "age":
                var age = truth.GetProperty("age").GetDouble();
                return value.Low <= age && age <= value.High;
            case "sex" or "relationship_status":
                return value.Key == Of(feature);
            case "income_level":
                return value.Key == Of(feature).Replace("very ", string.Empty, StringComparison.Ordinal);
            case "city_country" or "birth_city_country":
                var parts = Of(feature).Split(',', StringSplitOptions.TrimEntries);
                var last = value.Key.Split('/')[^1];
                return last == parts[0] || last == parts[^1] || value.Key.Contains($"/{parts[^1]}/", StringComparison.Ordinal) && value.Key.EndsWith(parts[0], StringComparison.Ordinal) ||
                    (parts[^1] == "united kingdom" && (parts[0] is "edinburgh" or "glasgow" ? last == "scotland" : last == "england"));
            case "education":
                var studied = Of("education");
                return value.Key.Split("; ").Any(part => studied.Contains(part, StringComparison.Ordinal) || (part == "bachelors" && studied.Contains("bachelor", StringComparison.Ordinal)) ||
                    (part == "doctorate" && studied.Contains("phd", StringComparison.Ordinal)) || (part == "studying" && studied.Contains("studying", StringComparison.Ordinal)));
            case "occupation":
                var job = Of("occupation").Split(' ');
                return value.Key.Split(' ').Any(word => job.Contains(word)) || IsTradeOf(value.Key, Of("occupation"));
            default:
                throw new InvalidOperationException($"The attribute {feature} is not known.");
        }
    }

    /// <summary>The lexicon's trade for an occupation, as the finder itself would name it: "university professor" is "academic" there.</summary>
    private static bool IsTradeOf(string trade, string occupation) =>
        FactFinder.Find(ProseView.Of($"I am a {occupation.Replace("part-time ", string.Empty, StringComparison.Ordinal)}.")).Any(fact => fact.Kind is FactKind.Occupation or FactKind.Role && fact.Value.Key == trade);

    private readonly record struct Row(int Count, int Found, int Right)
    {
        public Row Plus(bool found, bool right) => new(Count + 1, Found + (found ? 1 : 0), Right + (right ? 1 : 0));
    }
}
