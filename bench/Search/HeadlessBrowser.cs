using System.Diagnostics;

namespace Blog.Bench.Search;

/// <summary>A Chromium without a window that shows one address until it is closed; it needs no package, since the page tells its outcome itself.</summary>
internal sealed class HeadlessBrowser : IDisposable
{
    private readonly DirectoryInfo _profile = Directory.CreateTempSubdirectory("blog-bench-browser-");
    private readonly Process _process;

    private HeadlessBrowser(string browser, string address)
    {
        var start = new ProcessStartInfo(browser)
        {
            ArgumentList =
            {
                "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
                "--user-data-dir=" + _profile.FullName, address,
            },
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        _process = Process.Start(start) ?? throw new InvalidOperationException("The browser did not start.");
        _process.ErrorDataReceived += (_, _) => { };
        _process.OutputDataReceived += (_, _) => { };
        _process.BeginErrorReadLine();
        _process.BeginOutputReadLine();
    }

    /// <summary>Where a Chromium is; null where none is found. <c>BLOG_BROWSER</c> names another one, as for the tests.</summary>
    public static string? Find()
    {
        string?[] candidates = [Environment.GetEnvironmentVariable("BLOG_BROWSER"), "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
        return candidates.FirstOrDefault(File.Exists);
    }

    /// <summary>Opens an address.</summary>
    public static HeadlessBrowser Open(string browser, string address) => new(browser, address);

    /// <summary>Ends when the browser does.</summary>
    public Task ExitedAsync() => _process.WaitForExitAsync();

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }

        _process.Dispose();
        try
        {
            _profile.Delete(recursive: true);
        }
        catch (IOException)
        {
            // A child of the browser is still writing: the folder lies where temporary files do.
        }
    }
}
