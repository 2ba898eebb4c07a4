using System.Buffers;
using System.Text;
using Blog.Pages;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Blog.Theme;

/// <summary>Turns a page into its HTML.</summary>
/// <remarks>
/// Safe for many threads at once. Each page gets a renderer of its own: the framework's keeps the state of every component until it is
/// disposed of, which over a whole archive would be every page.
/// </remarks>
public sealed class PageRenderer : IDisposable
{
    // The renderer asks a container for what components inject; ours inject nothing.
    private readonly ServiceProvider _services = new ServiceCollection().BuildServiceProvider();

    /// <summary>The whole document, beginning with <c>&lt;!doctype html&gt;</c>.</summary>
    public async ValueTask<string> RenderAsync(PageModel page, CancellationToken cancellation)
    {
        await using var text = new PageWriter();
        await WriteAsync(page, text, cancellation);
        return text.Written.ToString();
    }

    /// <summary>The whole document in UTF-8: what a build writes to the disk.</summary>
    public async ValueTask RenderAsync(PageModel page, IBufferWriter<byte> output, CancellationToken cancellation)
    {
        await using var text = new PageWriter();
        await WriteAsync(page, text, cancellation);
        Encoding.UTF8.GetBytes(text.Written, output);
    }

    /// <inheritdoc/>
    public void Dispose() => _services.Dispose();

    private async ValueTask WriteAsync(PageModel page, PageWriter text, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        await using var renderer = new HtmlRenderer(_services, NullLoggerFactory.Instance);
        await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(Page.Model)] = page });
            var root = await renderer.RenderComponentAsync<Page>(parameters);
            root.WriteHtmlTo(text);
        });
    }
}
