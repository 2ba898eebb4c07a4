using System.Diagnostics;
using System.Text.RegularExpressions;
using Blog.Commands.Desktop;

namespace Blog.Tests.Commands.Desktop;

/// <summary>A double click opens the console of the blog beside the program, and nothing else becomes one.</summary>
public sealed partial class DoubleClickTests : IDisposable
{
    private readonly TemporaryFolder _root = new();

    public void Dispose() => _root.Dispose();

    [Theory]
    [InlineData("windows", true, true, false, true, false, true)] // a window of its own
    [InlineData("windows", true, true, false, false, false, false)] // typed into a window that was there
    [InlineData("windows", false, true, false, true, false, false)] // a build of the sources
    [InlineData("macos", true, true, false, false, true, true)] // the Finder: a terminal in the home folder
    [InlineData("macos", true, true, false, false, false, false)] // typed in the blog's folder
    [InlineData("unix", true, false, true, false, false, true)] // a file manager
    [InlineData("unix", true, false, false, false, false, false)] // a timer, a build service
    [InlineData("unix", true, true, true, false, false, false)] // a terminal on the desktop
    [InlineData("unix", false, false, true, false, false, false)] // dotnet run out of an editor
    public void Only_a_double_click_is_one(string system, bool isOneFile, bool hasTerminal, bool hasDesktop, bool ownsWindow, bool atHome, bool expected) =>
        Assert.Equal(expected, new StartedHow(system, isOneFile, hasTerminal, hasDesktop, ownsWindow, atHome).IsDoubleClick);

    [Fact]
    public void This_process_was_not_started_by_one() => Assert.False(StartedHow.Now().IsDoubleClick);

    [Fact]
    public void The_blog_is_the_current_folder_else_the_programs_own_else_one_beside_it()
    {
        var (here, program) = (_root.File("here"), _root.File("program"));
        Directory.CreateDirectory(here);
        Directory.CreateDirectory(program);
        Assert.Empty(BlogBeside.Find(here, program));

        _root.Put("program/sample/input/site.yml", "title: S\n");
        _root.Put("program/sample/Blog.csproj", "<Project />"); // the sample is nobody's blog
        _root.Put("program/b/input/site.yml", "title: B\n");
        Assert.Equal([Path.Combine(program, "b")], BlogBeside.Find(here, program));
        _root.Put("program/a/input/site.yml", "title: A\n");
        Assert.Equal([Path.Combine(program, "a"), Path.Combine(program, "b")], BlogBeside.Find(here, program));
        _root.Put("program/input/site.yml", "title: P\n");
        Assert.Equal([program], BlogBeside.Find(here, program));
        _root.Put("here/input/site.yml", "title: H\n");
        Assert.Equal([here], BlogBeside.Find(here, program));
    }

    [Fact]
    public void What_is_told_is_text_in_the_page() =>
        Assert.Contains("<p>no blog in &lt;b&gt;&amp;</p>", TellPage.Of("no blog in <b>&\n"), StringComparison.Ordinal);

    [Fact]
    public async Task The_browser_is_opened_with_a_link_that_lets_it_in()
    {
        _root.Put("blog/input/site.yml", "title: The Kettle Yard\naddress: https://kettle.example\n");
        var opener = _root.Put("bin/xdg-open", "#!/bin/sh\nprintf '%s\\n' \"$1\" > \"$0.tmp\" && mv \"$0.tmp\" \"$0.asked\"\n");
        File.SetUnixFileMode(opener, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        using var asked = new FileSystemWatcher(_root.File("bin"), "xdg-open.asked") { EnableRaisingEvents = true };
        var there = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        asked.Renamed += (_, _) => there.TrySetResult();

        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        foreach (var argument in new[] { "exec", Path.Combine(AppContext.BaseDirectory, "Blog.dll"), "moderate", "--browser", "--blog", _root.File("blog"), "--vault", _root.File("vault") })
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["PATH"] = $"{_root.File("bin")}:{Environment.GetEnvironmentVariable("PATH")}";
        using var process = Process.Start(start)!; // not null: a new process is started
        process.StandardInput.Close();
        try
        {
            await there.Task.WaitAsync(TimeSpan.FromMinutes(1));
            var link = (await File.ReadAllTextAsync(opener + ".asked")).Trim();
            Assert.Matches(Link(), link);
            using var client = new HttpClient();
            var page = await client.GetStringAsync(new Uri(link)); // followed to the first screen
            Assert.Contains("The Kettle Yard", page, StringComparison.Ordinal);
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    [GeneratedRegex(@"^http://127\.0\.0\.1:\d+/enter\?token=[0-9a-f]{64}$")]
    private static partial Regex Link();
}
