using System.CommandLine;
using System.Globalization;
using Blog.Source;

namespace Blog.Commands;

/// <summary><c>check</c>: reads every file of <c>input/</c> and names what is wrong with it.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var blog = CommonOptions.Blog();
        var fix = new Option<bool>("--fix") { Description = "Write files in their canonical form where nothing is lost by it." };
        var command = new Command("check", "Read every file of input/ and name what is wrong, with file and line. Example: dotnet run -- check --fix") { blog, fix };
        command.SetAction(parse =>
        {
            var folder = CommonOptions.Folder(parse.GetRequiredValue(blog));
            if (parse.GetValue(fix))
            {
                foreach (var path in BlogCanonicalizer.Fix(folder))
                {
                    Console.Error.WriteLine($"{path}: written in its canonical form");
                }
            }

            var findings = BlogChecker.Check(folder);
            foreach (var finding in findings)
            {
                Console.Error.WriteLine(finding);
            }

            foreach (var warning in SubmissionWarnings(folder))
            {
                Console.Error.WriteLine(warning); // no finding: nothing in a file is wrong, and a build is not held up by it
            }

            var fixable = findings.Count(finding => finding.Fixable);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{findings.Count:N0} findings{(fixable > 0 ? $", {fixable:N0} of them go away with --fix" : string.Empty)}"));
            return findings.Count == 0 ? ExitCode.Done : ExitCode.Findings;
        });
        return command;
    }

    private static IReadOnlyList<string> SubmissionWarnings(BlogFolder folder)
    {
        try
        {
            var reader = new BlogReader(folder);
            return reader.ReadSubmissionKeys()?.Warnings(Clock.AsOf(null, reader.ReadSettings().TimeZone, TimeProvider.System)) ?? [];
        }
        catch (SourceException)
        {
            return []; // a finding already
        }
    }
}
