using Microsoft.Playwright;
using ValenceNano.Model;
using static Microsoft.Playwright.Assertions;

namespace ValenceNano.HostTests.Browser;

/// <summary>Whether everybody can use the page, on whatever screen, with whatever sight, without a mouse.</summary>
public sealed class AccessTests : IClassFixture<BrowserFixture>, IDisposable
{
    // Large and small values, a table, a picture.
    private static readonly string[] s_viewsOfAllKinds = ["bank", "health", "bus"];

    private readonly BrowserFixture _browser;
    private readonly Lazy<PageProduct> _product = new(() => new PageProduct());

    public AccessTests(BrowserFixture browser) => _browser = browser;

    [BrowserFact]
    public async Task Page_is_as_wide_as_a_screen_of_320_pixels_and_nothing_in_it_is_stumbled_over_light_or_dark()
    {
        _product.Value.Do(rig => rig.Settings.Set(SettingId.SocLowWarn, 99));
        _product.Value.Pass(60_000);
        foreach (ColorScheme scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await using Visit visit = await OpenAsync(new() { ColorScheme = scheme, ViewportSize = new() { Width = 320, Height = 640 } });
            foreach (string view in Visit.Views)
            {
                await visit.TurnToAsync(view);
                await Expect(visit.Page.Locator("#" + view + " :is(svg, dd, td, .field input, .soc)").First).ToBeVisibleAsync();
                Assert.True(await visit.OverflowAsync() <= 0, $"{view} is wider than 320 pixels");
                Assert.Empty(await visit.CutOffAsync());
                string[] stumbles = await visit.StumblesAsync();
                Assert.True(stumbles.Length == 0, $"{view}, {scheme}: {string.Join("; ", stumbles)}");
            }
        }
    }

    [BrowserFact]
    public async Task Everything_is_reached_by_keyboard()
    {
        await using Visit visit = await OpenAsync();
        IPage page = visit.Page;
        for (int i = 0; i < 5; i++)
        {
            await page.Keyboard.PressAsync("Tab");
        }

        await Expect(page.Locator("nav a[href='#settings']")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#setting-capacity_ah")).ToBeVisibleAsync();
        await Expect(page.Locator("#main")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("Bow");
        await Expect(page.Locator("#setting-device_name")).ToHaveValueAsync("Bow");
    }

    [BrowserFact]
    public async Task Old_values_are_grey_and_still_nothing_is_stumbled_over_light_or_dark()
    {
        foreach (ColorScheme scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await CheckOldValuesAsync(scheme);
        }
    }

    private async Task CheckOldValuesAsync(ColorScheme scheme)
    {
        await using Visit visit = await OpenAsync(new() { ColorScheme = scheme });
        IPage page = visit.Page;
        await page.Clock.InstallAsync();
        await page.RouteAsync("**/api/status", async route =>
        {
            IAPIResponse answer = await route.FetchAsync();
            await route.FulfillAsync(new() { Response = answer, Body = (await answer.TextAsync()).Replace("\"state\":\"live\"", "\"state\":\"lost\"", StringComparison.Ordinal) });
        });
        await page.ReloadAsync();
        await Expect(page.Locator("#connection")).ToHaveTextAsync("Connected");
        await visit.TurnToAsync("batteries");
        await Expect(page.Locator("#cards .old .state").First).ToContainTextAsync("lost");
        Assert.Empty(await visit.StumblesAsync());

        await page.UnrouteAllAsync(new() { Behavior = UnrouteBehavior.Wait });
        await visit.SetOfflineAsync(true);
        await page.Clock.FastForwardAsync(20_000);
        await Expect(page.Locator("#connection")).ToContainTextAsync("No connection since");
        foreach (string view in s_viewsOfAllKinds)
        {
            await visit.TurnToAsync(view);
            string[] stumbles = await visit.StumblesAsync();
            Assert.True(stumbles.Length == 0, $"{view}, {scheme}: {string.Join("; ", stumbles)}");
        }
    }

    public void Dispose()
    {
        if (_product.IsValueCreated)
        {
            _product.Value.Dispose();
        }
    }

    private async Task<Visit> OpenAsync(BrowserNewContextOptions? look = null)
    {
        await _product.Value.SettledAsync();
        return await _browser.OpenAsync(_product.Value.Address, look);
    }
}
