using Microsoft.Playwright;

namespace ValenceNano.HostTests.Browser;

/// <summary>One browser for all tests that need one. It is the system's: nothing is downloaded.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Where the system has its chromium; null: it has none.</summary>
    public static string? ExecutablePath { get; } =
        new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists);

    public Task InitializeAsync() => ExecutablePath == null ? Task.CompletedTask : StartAsync();

    /// <summary>Starts one that is not shared, for a test that needs it otherwise.</summary>
    /// <param name="arguments">More of its command line.</param>
    public async Task StartAsync(params string[] arguments)
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = ExecutablePath,
            // Without a sandbox since CI is root in a container; it sees the product's page alone.
            Args = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", .. arguments],
        });
    }

    /// <summary>Opens a tab of its own, with its own memory.</summary>
    /// <param name="address">What it shows: http://127.0.0.1:8080/.</param>
    /// <param name="look">How wide, light or dark, in which language; null: a desktop, light, English.</param>
    public async Task<Visit> OpenAsync(string address, BrowserNewContextOptions? look = null)
    {
        look ??= new BrowserNewContextOptions();
        look.Locale ??= "en-US";
        look.ViewportSize ??= new ViewportSize { Width = 1000, Height = 800 };
        return await Visit.BeginAsync(await NewPageAsync(look), address);
    }

    /// <summary>Opens an empty tab of its own, with its own memory.</summary>
    public async Task<IPage> NewPageAsync(BrowserNewContextOptions look) => await (await _browser!.NewContextAsync(look)).NewPageAsync();

    public async Task DisposeAsync()
    {
        if (_browser != null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }
}
