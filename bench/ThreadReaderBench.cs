using System.Globalization;
using System.Text;
using Blog.Model;
using Blog.Source;

namespace Blog.Bench;

/// <summary>
/// How fast thread files are read: invented comments of 75 words under eight header keys, 1 to 400 a file, held in memory and read
/// again and again; MB (10^6 bytes) a second of CPU time of the whole process, collector included.
/// </summary>
internal static class ThreadReaderBench
{
    private static readonly string[] Words =
        ("the of probation staff and office we were told that nobody had been asked before a meeting on Tuesday about caseloads which went on " +
         "growing while managers in another building wrote targets court reports risk order licence supervision team I have worked here for years").Split(' ');

    public static int Run(IReadOnlyList<string> arguments)
    {
        var megabytes = arguments.Count > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : 200;
        var files = Make(megabytes * 1_000_000L);
        var bytes = files.Sum(file => (long)file.Length);
        Read(files); // warm up: the compiler's second tier
        Read(files);
        for (var run = 1; run <= 5; run++)
        {
            var before = Environment.CpuUsage.TotalTime;
            var comments = Read(files);
            var seconds = (Environment.CpuUsage.TotalTime - before).TotalSeconds;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"run {run}: {files.Count} files, {comments} comments, {bytes / 1e6:F0} MB in {seconds:F2} CPU s: {bytes / 1e6 / seconds:F0} MB/s"));
        }

        return 0;
    }

    private static long Read(List<byte[]> files)
    {
        long comments = 0;
        foreach (var file in files)
        {
            var result = ThreadReader.Read(file, "bench.thread.md");
            comments += result.Canonical ? result.Thread.Comments.Count : throw new InvalidOperationException("The bench wrote a file that is not canonical.");
        }

        return comments;
    }

    private static List<byte[]> Make(long total)
    {
        var random = new Random(2015);
        var files = new List<byte[]>();
        long made = 0;
        var next = 1_000_000_000_000_000_000L;
        while (made < total)
        {
            var comments = new List<PublishedComment>();
            var count = 1 + (int)(400 * Math.Pow(random.NextDouble(), 3));
            var top = 0;
            var reply = 0;
            CommentId? topId = null;
            for (var i = 0; i < count; i++)
            {
                var id = CommentId.Parse((next += random.Next(1, 1_000_000)).ToString(CultureInfo.InvariantCulture));
                var isReply = topId is not null && random.Next(2) == 0;
                (top, reply) = isReply ? (top, reply + 1) : (top + 1, 0);
                comments.Add(PublishedComment.Create(
                    new CommentFields
                    {
                        Id = id,
                        Number = new CommentNumber(top, reply),
                        Parent = isReply ? topId : null,
                        Author = $"{Words[random.Next(20)]} {Words[random.Next(20)]}",
                        Date = PublicDate.Day(2015, 12, 1 + (i * 28 / count)),
                        Inferred = random.Next(3) == 0 ? InferredPlace.OfParent : null,
                        Unresolved = random.Next(8) == 0 ? "11:23" : null,
                    },
                    Body(random)));
                topId = isReply ? topId : id;
            }

            var bytes = ThreadWriter.Write(new PublishedThread(PostId.Parse($"post-{files.Count}"), comments));
            files.Add(bytes);
            made += bytes.Length;
        }

        return files;
    }

    private static string Body(Random random)
    {
        var text = new StringBuilder();
        var words = random.Next(15, 136);
        for (var i = 0; i < words; i++)
        {
            text.Append(i == 0 ? string.Empty : i % 40 == 0 ? ".\n\n" : random.Next(60) == 0 ? " – " : " ").Append(Words[random.Next(Words.Length)]);
        }

        return text.Append('.').ToString();
    }
}
