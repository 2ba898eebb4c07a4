using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Blog.Desk.Screens;

/// <summary>Turns a screen, or a piece of one, into its HTML. Every value is text and is escaped by the framework's renderer.</summary>
internal sealed class ScreenRenderer : IDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection().BuildServiceProvider();

    /// <summary>A whole screen.</summary>
    public Task<string> ScreenAsync(ScreenModel model) => RenderAsync<Shell>(new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(Shell.Model)] = model });

    /// <summary>One text of the redaction screen.</summary>
    public Task<string> UnitAsync(Review.UnitView unit, string proof) =>
        RenderAsync<UnitSection>(new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(UnitSection.Model)] = unit, [nameof(UnitSection.Token)] = proof });

    public void Dispose() => _services.Dispose();

    private async Task<string> RenderAsync<TComponent>(Dictionary<string, object?> parameters)
        where TComponent : IComponent
    {
        await using var renderer = new HtmlRenderer(_services, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var root = await renderer.RenderComponentAsync<TComponent>(ParameterView.FromDictionary(parameters));
            return root.ToHtmlString();
        });
    }
}
