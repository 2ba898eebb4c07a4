namespace Blog.Pages;

/// <summary>Writes what the home page says about the blog (schema.org Blog).</summary>
internal static class BlogStructuredData
{
    public static JsonLd Write(PageContext context) => JsonLdOutput.Write(context, static (json, context) =>
    {
        json.WriteString("@type", "Blog");
        json.WriteString("@id", context.Address.Absolute(Content.SiteAddresses.Home));
        json.WriteString("url", context.Address.Absolute(Content.SiteAddresses.Home));
        json.WriteString("name", context.Site.Title.Plain);
        if (context.Settings.Description is { } description)
        {
            json.WriteString("description", description);
        }

        json.WriteString("inLanguage", context.Settings.Language);
    });
}
