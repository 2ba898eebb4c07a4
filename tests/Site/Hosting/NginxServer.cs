using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Blog.Tests.Site.Hosting;

/// <summary>The machine's nginx with the configuration that <c>deploy nginx</c> wrote, on free ports of 127.0.0.1: plain, and as the written example with https.</summary>
internal sealed class NginxServer : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _config;

    private NginxServer(string config)
    {
        _config = config;
        var ports = FreePorts();
        (Plain, Redirecting, Secure) = (ports[0], ports[1], ports[2]);
    }

    public static string? Program => new[] { "/usr/sbin/nginx", "/usr/bin/nginx" }.FirstOrDefault(File.Exists);

    /// <summary>Whether Debian's module for Brotli is there.</summary>
    public static bool HasBrotli => Directory.Exists("/etc/nginx/modules-enabled") && Directory.EnumerateFiles("/etc/nginx/modules-enabled", "*brotli-static*").Any();

    public int Plain { get; }

    public int Redirecting { get; }

    public int Secure { get; }

    public string Address => $"http://127.0.0.1:{Plain}";

    /// <summary>Requests to the plain site, as the server would write them down if it were let.</summary>
    public string[] Log => File.ReadAllLines(_folder.File("access.log"));

    /// <summary>What the written configuration itself writes down.</summary>
    public bool HasWrittenOwnLog => File.Exists(_folder.File("own.log")) && new FileInfo(_folder.File("own.log")).Length > 0;

    /// <summary>Starts it; returns when it takes connections.</summary>
    /// <param name="written">The folder <c>nginx/</c> that was written.</param>
    public static NginxServer Start(string written)
    {
        var server = new NginxServer(written);
        server.Write();
        server.Run("-c", server._folder.File("nginx.conf")); // goes on when its sockets are open
        return server;
    }

    public void Dispose()
    {
        Run("-c", _folder.File("nginx.conf"), "-s", "stop");
        _folder.Dispose();
    }

    private void Write()
    {
        var (certificate, key) = Certificate();
        var example = string.Join('\n', File.ReadAllLines(Path.Combine(_config, "example.conf")).Where(line => !line.Contains("[::]", StringComparison.Ordinal)))
            .Replace("listen 80;", $"listen 127.0.0.1:{Redirecting};", StringComparison.Ordinal)
            .Replace("listen 443 ", $"listen 127.0.0.1:{Secure} ", StringComparison.Ordinal);
        example = string.Join('\n', example.Split('\n').Select(line => line.TrimStart().StartsWith("ssl_certificate ", StringComparison.Ordinal) ? $"ssl_certificate {certificate};" : line.TrimStart().StartsWith("ssl_certificate_key ", StringComparison.Ordinal) ? $"ssl_certificate_key {key};" : line));
        _folder.Put("example.conf", example);
        _folder.Put("logged.conf", File.ReadAllText(Path.Combine(_config, "server.conf")).Replace("access_log off;", $"access_log {_folder.File("access.log")};", StringComparison.Ordinal));
        var user = Environment.UserName == "root" ? "user root;" : string.Empty; // else its workers may not read a folder of this test's own
        _folder.Put("nginx.conf", $$"""
            {{user}}
            worker_processes 1;
            pid {{_folder.File("nginx.pid")}};
            error_log {{_folder.File("error.log")}};
            include /etc/nginx/modules-enabled/*.conf;
            events {}
            http {
                include /etc/nginx/mime.types;
                default_type application/octet-stream;
                access_log {{_folder.File("own.log")}};
                client_body_temp_path {{_folder.File("body")}};
                proxy_temp_path {{_folder.File("proxy")}};
                fastcgi_temp_path {{_folder.File("fastcgi")}};
                uwsgi_temp_path {{_folder.File("uwsgi")}};
                scgi_temp_path {{_folder.File("scgi")}};
                include {{_folder.File("example.conf")}};
                server {
                    listen 127.0.0.1:{{Plain}};
                    include {{_folder.File("logged.conf")}};
                }
            }
            """);
    }

    private (string Certificate, string Key) Certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero));
        return (_folder.Put("cert.pem", certificate.ExportCertificatePem()), _folder.Put("key.pem", key.ExportPkcs8PrivateKeyPem()));
    }

    private void Run(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(Program!, arguments) { UseShellExecute = false, RedirectStandardError = true })!; // not null: the tests are skipped without it
        var said = process.StandardError.ReadToEnd(); // ends with the first process: the one that stays writes into its own log
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, string.Create(CultureInfo.InvariantCulture, $"nginx ended with {process.ExitCode}: {said}"));
    }

    private static List<int> FreePorts()
    {
        var listeners = Enumerable.Range(0, 3).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        listeners.ForEach(listener => listener.Start());
        var ports = listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port).ToList();
        listeners.ForEach(listener => listener.Dispose());
        return ports;
    }
}
