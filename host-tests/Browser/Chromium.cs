using Microsoft.Playwright;

namespace ValenceNano.HostTests.Browser;

/// <summary>The system's own browser, without a window.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    /// <summary>Its name on the PATH.</summary>
    public const string Program = "chromium";

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private Chromium(IPlaywright playwright, IBrowser browser)
    {
        _playwright = playwright;
        _browser = browser;
    }

    /// <summary>Starts it.</summary>
    /// <param name="arguments">More of its command line.</param>
    public static async Task<Chromium> StartAsync(params string[] arguments)
    {
        IPlaywright playwright = await Playwright.CreateAsync();
        return new Chromium(playwright, await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = "/usr/bin/" + Program,
            Args = ["--no-sandbox", .. arguments],
        }));
    }

    /// <summary>Opens a page on a phone: 390 by 844 points.</summary>
    public async Task<IPage> NewPhonePageAsync()
    {
        IBrowserContext phone = await _browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = 390, Height = 844 },
            DeviceScaleFactor = 2,
            Locale = "en-GB",
        });
        return await phone.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
