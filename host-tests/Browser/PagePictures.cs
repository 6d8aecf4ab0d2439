using Microsoft.Playwright;
using ValenceNano.Model;
using static Microsoft.Playwright.Assertions;

namespace ValenceNano.HostTests.Browser;

/// <summary>Pictures of every view, to be looked at: on a phone of 320 pixels and on a desktop, light and dark.</summary>
public sealed class PagePictures(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    /// <summary>The folder that the pictures are written to; null: none are wanted.</summary>
    public static string? Folder { get; } = Environment.GetEnvironmentVariable("VALENCE_PICTURES");

    [PictureFact]
    public async Task Every_view_is_photographed()
    {
        using var product = new PageProduct(batteries: 3, minutes: (28 * 60) + 15, isBoat: true);
        product.Do(rig => rig.Settings.Set(SettingId.SocLowWarn, 93));
        product.Pass(60_000);
        await product.SettledAsync();
        foreach (ColorScheme scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await TakeAsync(product, scheme, width: 320);
            await TakeAsync(product, scheme, width: 1000);
        }
    }

    private async Task TakeAsync(PageProduct product, ColorScheme scheme, int width)
    {
        await using Visit visit = await browser.OpenAsync(
            product.Address, new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 640 } });
        foreach (string view in Visit.Views)
        {
            await visit.TurnToAsync(view);
            await Expect(visit.Page.Locator($"#{view} :is(svg, dd, td, .field input, .soc)").First).ToBeVisibleAsync();
            if (view == "bus")
            {
                await visit.PanelAsync();
            }

            string path = Path.Combine(Folder!, $"page-{view}-{width}-{scheme.ToString().ToLowerInvariant()}.png");
            await visit.Page.ScreenshotAsync(new() { Path = path, FullPage = true });
        }
    }
}
