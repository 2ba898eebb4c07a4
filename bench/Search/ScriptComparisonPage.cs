namespace Blog.Bench.Search;

/// <summary>The page that runs the script of the site in a browser, and what it asks of <see cref="ScriptComparison"/>.</summary>
internal static class ScriptComparisonPage
{
    /// <summary>The page.</summary>
    public const string Html = "<!doctype html><html lang=en><meta charset=utf-8><title>Comparison</title><script src=/watch.js></script><script type=module src=/compare.js></script>";

    /// <summary>Tells what goes wrong before the comparison begins: a module that is missing or does not parse.</summary>
    public const string Watch = """addEventListener("error", (event) => fetch("/failed", { method: "POST", body: event.message ?? `${event.target.src} does not load` }), true);""";

    /// <summary>Takes the functions from the modules as they are written.</summary>
    public const string ImportModules = """
        import { analyze, analyzeWithoutMarks, normalize } from "/search/english-analyzer.js";
        import { capitalForms, capitalFormsWithoutMarks } from "/search/capital-forms.js";

        """;

    /// <summary>Takes them from the joined file.</summary>
    public const string ImportBundle = """
        import { analyze, analyzeWithoutMarks, capitalForms, capitalFormsWithoutMarks, normalize } from "/search.js";

        """;

    /// <summary>Goes over all cases, then measures the speed, then says that it is done.</summary>
    public const string Script = """
        const written = (tokens) => {
          let position = -1;
          return tokens.map((token) => `${token.term}@${(position += token.increment)}:${token.start}-${token.end}`).join(" ");
        };
        const asked = [
          ["analyze", (text) => written(analyze(text))],
          ["analyzeWithoutMarks", (text) => written(analyzeWithoutMarks(text))],
          ["capitalForms", (text) => written(capitalForms(text))],
          ["capitalFormsWithoutMarks", (text) => written(capitalFormsWithoutMarks(text))],
          ["normalize", normalize],
        ];

        // How many strings, how long each is (-1: none), their UTF-16 units: half surrogate pairs would not survive JSON.
        async function strings(address) {
          const response = await fetch(address);
          if (response.status === 204) {
            return null;
          }
          const bytes = await response.arrayBuffer();
          const [count] = new Int32Array(bytes, 0, 1);
          const lengths = new Int32Array(bytes, 4, count);
          const units = new Uint16Array(bytes, 4 + count * 4);
          const found = [];
          let at = 0;
          for (const length of lengths) {
            found.push(length < 0 ? null : text(units.subarray(at, at + length)));
            at += Math.max(0, length);
          }
          return found;
        }

        function text(units) {
          let result = "";
          for (let i = 0; i < units.length; i += 4096) {
            result += String.fromCharCode(...units.subarray(i, i + 4096));
          }
          return result;
        }

        const tokensOf = (answer) => (answer === "" ? [] : answer.split(" "));
        const without = (some, others) => [...new Set(some)].filter((each) => !new Set(others).has(each)).length;
        const ascii = (answer) => JSON.stringify(answer).replace(/[^ -~]/g, (c) => "\\u" + c.charCodeAt(0).toString(16).padStart(4, "0"));

        async function compare() {
          const count = { lines: 0, characters: 0, tokens: 0, capitals: 0, differing: 0, samples: [], english: 0, capitalForms: 0 };
          for (let next = strings("/cases"), batch; (batch = await next); ) {
            next = strings("/cases");
            for (let i = 0; i < batch.length; i += 6) {
              const line = batch[i];
              count.lines++;
              count.characters += line.length;
              count.tokens += tokensOf(batch[i + 1] ?? "").length;
              count.capitals += tokensOf(batch[i + 3] ?? "").length;
              for (const [j, [name, ask]] of asked.entries()) {
                const expected = batch[i + 1 + j];
                const given = expected === null ? null : ask(line);
                if (given !== expected) {
                  const [a, b] = [tokensOf(expected), tokensOf(given)];
                  count.differing += name === "normalize" ? 1 : Math.max(1, without(a, b), without(b, a));
                  if (count.samples.length < 5) {
                    count.samples.push(`${name} of ${ascii(line)}: ${ascii(expected)}, not ${ascii(given)}`);
                  }
                }
              }
            }
          }
          return count;
        }

        function megabytesASecond(texts, ask) {
          const bytes = texts.reduce((sum, each) => sum + new TextEncoder().encode(each).length, 0);
          const repeats = Math.max(1, Math.floor(10e6 / bytes));
          let best = Infinity;
          let terms = 0;
          for (let round = 0; round < 9; round++) {
            const before = performance.now();
            for (let i = 0; i < repeats; i++) {
              for (const each of texts) {
                terms += ask(each).length;
              }
            }
            best = Math.min(best, performance.now() - before);
          }
          return terms > 0 ? (bytes * repeats) / best / 1000 : 0;
        }

        try {
          const count = await compare();
          const texts = await strings("/timed");
          if (texts) {
            count.english = megabytesASecond(texts, analyze);
            count.capitalForms = megabytesASecond(texts, capitalForms);
          }
          await fetch("/done", { method: "POST", body: JSON.stringify(count) });
        } catch (error) {
          await fetch("/failed", { method: "POST", body: String(error?.stack ?? error) });
        }
        """;
}
