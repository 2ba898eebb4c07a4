using System.Text;
using Blog.Content;
using Blog.Model;

namespace Blog.Site.Hosting;

/// <summary>Writes the configuration for nginx in three pieces: what belongs into <c>http {}</c>, into <c>server {}</c>, and an example of both with https.</summary>
/// <remarks>
/// An address of a post that is not there answers 410 (gone), every other 404: the same for one that was withdrawn and for one that never was, so the answer tells nobody which, and the
/// server keeps no list of what was withdrawn. Nothing is logged: who read what is nobody's to know.
/// </remarks>
internal static class NginxConfig
{
    /// <summary>For <c>http {}</c>: how files may be kept. An error page in place of a theme file is not kept.</summary>
    public static string Http(SiteSettings settings) =>
        $$"""
        # Belongs into http {}: include it there.
        map "$status:$uri" $blog_cache {
            default "{{HostPolicy.Revalidate}}";
            "~^(200|206|304):{{Start(settings)}}/{{HostPolicy.ThemeFolder}}" "{{HostPolicy.Immutable}}";
        }

        """;

    /// <summary>For <c>server {}</c>: root, headers, what is not there.</summary>
    /// <param name="settings">The site's settings.</param>
    /// <param name="root">Folder of the files, absolute.</param>
    /// <param name="brotli">Whether nginx has the module for compressed files of that kind.</param>
    public static string Server(SiteSettings settings, string root, bool brotli)
    {
        var start = Start(settings);
        var text = new StringBuilder();
        text.Append("# Belongs into server {}: include it there.\nroot \"").Append(root).Append("\";\n");
        text.Append("""
            index index.html;
            autoindex off;
            absolute_redirect off;
            server_tokens off;

            # Who read what is not written down; a missing page is no error of the server.
            access_log off;
            log_not_found off;

            # Files lie beside their compressed forms, made when they were written; nothing is compressed anew.
            gzip off;
            gzip_static on;
            gzip_vary on;

            """);
        if (brotli)
        {
            text.Append("brotli_static on;\n");
        }

        text.Append("""

            # A file's time follows from its content, and an older site may come back.
            etag on;
            if_modified_since exact;

            charset utf-8;
            charset_types text/css text/plain text/xml text/javascript application/javascript application/json application/atom+xml application/xml image/svg+xml;


            """);
        foreach (var header in HostPolicy.Of(settings).Headers)
        {
            text.Append("add_header ").Append(header.Name).Append(" \"").Append(header.Value).Append("\" always;\n");
        }

        text.Append("add_header Cache-Control $blog_cache always;\n");
        text.Append($$"""

            if ($request_method !~ ^(GET|HEAD)$) {
                return 405;
            }

            if ($moved) {
                return 301 $moved;
            }

            error_page 404 {{start}}/404.html;
            error_page 410 {{start}}/404.html;

            location {{start}}/ {
                try_files $uri $uri/ =404;
            }

            # An address of a post: gone, whether it was withdrawn or never was.
            location ~ "^{{start}}/[0-9]{4}/[0-9]{2}/[^/]+$" {
                try_files $uri =410;
            }

            # The compressed forms are for those who ask for the file itself.
            location ~ "\.(gz|br)$" {
                return 404;
            }

            """);
        return text.ToString();
    }

    /// <summary>An example to copy from: a redirect to https, and the site.</summary>
    /// <param name="settings">The site's settings.</param>
    /// <param name="folder">Folder of the other pieces, absolute.</param>
    public static string Example(SiteSettings settings, string folder)
    {
        var host = new Uri(settings.Address).Host;
        return $$"""
            # Copy this to /etc/nginx/conf.d/ and put in your certificate. Then: nginx -t && systemctl reload nginx
            map_hash_bucket_size 256;
            map_hash_max_size 16384;
            include "{{folder}}/http.conf";
            include "{{folder}}/moved.conf";

            server {
                listen 80;
                listen [::]:80;
                server_name {{host}};
                access_log off;
                return 301 https://{{host}}$request_uri;
            }

            server {
                listen 443 ssl http2;
                listen [::]:443 ssl http2;
                server_name {{host}};
                ssl_certificate /etc/letsencrypt/live/{{host}}/fullchain.pem;
                ssl_certificate_key /etc/letsencrypt/live/{{host}}/privkey.pem;
                ssl_protocols TLSv1.2 TLSv1.3;
                ssl_session_tickets off;
                include "{{folder}}/server.conf";
            }

            """;
    }

    private static string Start(SiteSettings settings) => new SiteAddress(settings.Address).BasePath;
}
