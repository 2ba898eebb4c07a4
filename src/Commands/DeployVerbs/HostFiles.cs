using Blog.Model;
using Blog.Site.Hosting;

namespace Blog.Commands.DeployVerbs;

/// <summary>The files by which hosts build or take a site: netlify.toml, and workflows of GitHub Actions.</summary>
/// <remarks>
/// A blog's repository is private (its history shows what was redacted), and the program is not in it: the workflows fetch it from the repository that the variable <c>SUBROSA_REPOSITORY</c>
/// names, at <c>SUBROSA_REF</c>. Where both lie in one repository, as here, they build from that.
/// </remarks>
internal static class HostFiles
{
    /// <summary>What <c>deploy write</c> knows to write.</summary>
    public static readonly string[] Hosts = ["netlify", "netlify-actions", "cloudflare-actions", "cloudflare-workers", "github-pages"];

    /// <summary>The file for a host: its path in the repository, and its text.</summary>
    /// <param name="host">One of <see cref="Hosts"/>.</param>
    /// <param name="settings">The site's settings.</param>
    /// <param name="holdsProgram">Whether the repository holds the program too.</param>
    public static (string Path, string Text) Of(string host, SiteSettings settings, bool holdsProgram) => host switch
    {
        "netlify" => ("netlify.toml", NetlifyConfig.Of(settings, holdsProgram)),
        "netlify-actions" => (".github/workflows/publish-netlify.yml", Workflow("Publish on Netlify", settings, holdsProgram, "contents: read", NetlifySteps(holdsProgram), Check(settings, holdsProgram, sendsHeaders: true))),
        "cloudflare-actions" => (".github/workflows/publish-cloudflare.yml", Workflow("Publish on Cloudflare Pages", settings, holdsProgram, "contents: read", CloudflareSteps, Check(settings, holdsProgram, sendsHeaders: true))),
        "cloudflare-workers" => (".github/workflows/publish-cloudflare-workers.yml", Workflow("Publish on Cloudflare Workers", settings, holdsProgram, "contents: read", WorkersSteps(settings), Check(settings, holdsProgram, sendsHeaders: true))),
        "github-pages" => (".github/workflows/publish-pages.yml", Workflow("Publish on GitHub Pages", settings, holdsProgram, "contents: read\n  pages: write\n  id-token: write", PagesSteps, Check(settings, holdsProgram, sendsHeaders: false))),
        _ => throw new ArgumentOutOfRangeException(nameof(host), host, "No such host."),
    };

    private static string Workflow(string name, SiteSettings settings, bool holdsProgram, string permissions, string steps, string check) =>
        $$$"""
        # {{{name}}}: {{{settings.Address}}}. Written by "dotnet run -- deploy write"; see docs/deploy.md.
        # The site is built and checked here. Where details are redacted, this machine needs the key of the sealed check (docs/sealed-gate.md), or nothing is published.
        name: {{{name}}}
        on:
          push:
            branches: [main]
          workflow_dispatch:
        permissions:
          {{{permissions}}}
        concurrency:
          group: publish
          cancel-in-progress: false
        jobs:
          publish:
            runs-on: ubuntu-24.04
            timeout-minutes: 30
            steps:
              - uses: actions/checkout@v4
                with:
                  persist-credentials: false
        {{{(holdsProgram ? string.Empty : ProgramSteps)}}}      - uses: actions/setup-dotnet@v4
                with:
                  dotnet-version: 10.0.x
              - name: Build and check
                run: {{{Run(holdsProgram)}}} build
                env:
                  BLOG_SEAL_KEY: ${{ secrets.BLOG_SEAL_KEY }}
                  DOTNET_CLI_TELEMETRY_OPTOUT: "1"
        {{{steps}}}{{{check}}}
        """;

    private const string ProgramSteps =
        """
              - uses: actions/checkout@v4
                with:
                  repository: ${{ vars.SUBROSA_REPOSITORY }}
                  ref: ${{ vars.SUBROSA_REF }}
                  path: .subrosa
                  persist-credentials: false

        """;

    private static string NetlifySteps(bool holdsProgram) =>
        $$$"""
              - name: Publish (a deploy holds these files and no others)
                run: npx --yes netlify-cli@17 deploy --prod --no-build --dir output
                env:
                  NETLIFY_AUTH_TOKEN: ${{ secrets.NETLIFY_AUTH_TOKEN }}
                  NETLIFY_SITE_ID: ${{ secrets.NETLIFY_SITE_ID }}
              - name: Delete old deploys, which keep what was taken out
                run: {{{Run(holdsProgram)}}} deploy purge-old --yes
                env:
                  NETLIFY_AUTH_TOKEN: ${{ secrets.NETLIFY_AUTH_TOKEN }}
                  NETLIFY_SITE_ID: ${{ secrets.NETLIFY_SITE_ID }}

        """;

    private const string CloudflareSteps =
        """
              - name: Publish (a deployment holds these files and no others)
                run: npx --yes wrangler@4 pages deploy output --project-name "$PROJECT" --branch main
                env:
                  PROJECT: ${{ vars.CLOUDFLARE_PROJECT }}
                  CLOUDFLARE_API_TOKEN: ${{ secrets.CLOUDFLARE_API_TOKEN }}
                  CLOUDFLARE_ACCOUNT_ID: ${{ secrets.CLOUDFLARE_ACCOUNT_ID }}

        """;

    /// <summary>Static files alone, at their addresses as they are: Pages would take <c>.html</c> off each, and keep every deployment at an address of its own.</summary>
    private static string WorkersSteps(SiteSettings settings) =>
        $$$"""
              - name: Publish (a version holds these files and no others, and an earlier one has no address)
                run: |
                  { echo '/ /index.html 200'; cat output/_redirects; echo '/*/ /:splat/index.html 200'; } > rules
                  mv rules output/_redirects
                  cat > wrangler.json <<END
                  {"name": "$PROJECT", "compatibility_date": "2026-01-01", "workers_dev": false, "preview_urls": false,
                   "routes": [{"pattern": "{{{new Uri(settings.Address).Host}}}", "custom_domain": true}],
                   "assets": {"directory": "output", "html_handling": "none", "not_found_handling": "404-page"}}
                  END
                  npx --yes wrangler@4 deploy
                env:
                  PROJECT: ${{ vars.CLOUDFLARE_PROJECT }}
                  CLOUDFLARE_API_TOKEN: ${{ secrets.CLOUDFLARE_API_TOKEN }}
                  CLOUDFLARE_ACCOUNT_ID: ${{ secrets.CLOUDFLARE_ACCOUNT_ID }}

        """;

    private const string PagesSteps =
        """
              - uses: actions/configure-pages@v5
              - uses: actions/upload-pages-artifact@v4
                with:
                  path: output
                  retention-days: 1
                  include-hidden-files: true
              - name: Publish (the artifact takes the place of everything before)
                uses: actions/deploy-pages@v4

        """;

    private static string Check(SiteSettings settings, bool holdsProgram, bool sendsHeaders) =>
        $"""
              - name: Is it what was built, and nothing older?
                run: {Run(holdsProgram)} deploy check {settings.Address} --all{(sendsHeaders ? string.Empty : " --no-headers")}
        """;

    private static string Run(bool holdsProgram) => holdsProgram ? "dotnet run -c Release --" : "dotnet run -c Release --project .subrosa/Blog.csproj --";
}
