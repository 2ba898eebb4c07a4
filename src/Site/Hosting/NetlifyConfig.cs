using System.Text;
using Blog.Content;
using Blog.Model;

namespace Blog.Site.Hosting;

/// <summary>Writes netlify.toml: how Netlify builds the site from git, and the headers it sends.</summary>
public static class NetlifyConfig
{
    /// <summary>The whole file.</summary>
    /// <param name="settings">The site's settings.</param>
    /// <param name="holdsProgram">Whether the repository holds the program too, as this one does; else it is fetched from where the variables <c>SUBROSA_REPOSITORY</c> (an address for git) and <c>SUBROSA_REF</c> say.</param>
    public static string Of(SiteSettings settings, bool holdsProgram) =>
        $"""
        # Builds the blog in this repository on Netlify. The site is output/; nothing private is needed to build it.
        # Written by "dotnet run -- deploy write netlify"; the headers are those of src/Site/Hosting/HostPolicy.cs, and a test compares them.
        [build]
          command = "{Install} && {(holdsProgram ? Here : Fetched)}"
          publish = "output"

        [build.environment]
          DOTNET_CLI_TELEMETRY_OPTOUT = "1"
          DOTNET_NOLOGO = "1"

        # What was checked is published, byte for byte.
        [build.processing]
          skip_processing = true


        """ + Headers(settings);

    private const string Install = "curl -sSL https://dot.net/v1/dotnet-install.sh | bash -s -- --channel 10.0 --install-dir $HOME/.dotnet";

    private const string Here = "$HOME/.dotnet/dotnet run -c Release -- build";

    private const string Fetched = "git clone -q --depth 1 --branch $SUBROSA_REF $SUBROSA_REPOSITORY .subrosa && $HOME/.dotnet/dotnet run -c Release --project .subrosa/Blog.csproj -- build";

    /// <summary>The headers alone: later rules stand for earlier ones where both fit a file.</summary>
    public static string Headers(SiteSettings settings)
    {
        var start = new SiteAddress(settings.Address).BasePath;
        var toml = new StringBuilder("# Pages hold people's words: a redaction must not be undone by a cache.\n");
        Begin(toml, start + "/*");
        Put(toml, new HostHeader("Cache-Control", HostPolicy.Revalidate));
        foreach (var header in HostPolicy.Of(settings).Headers)
        {
            Put(toml, header);
        }

        toml.Append("\n# Theme files have their content's hash in their names.\n");
        Begin(toml, start + "/" + HostPolicy.ThemeFolder + "*");
        Put(toml, new HostHeader("Cache-Control", HostPolicy.Immutable));
        return toml.ToString();
    }

    private static void Begin(StringBuilder toml, string path) => toml.Append("[[headers]]\n  for = \"").Append(path).Append("\"\n  [headers.values]\n");

    private static void Put(StringBuilder toml, HostHeader header) => toml.Append("    ").Append(header.Name).Append(" = \"").Append(header.Value).Append("\"\n");
}
