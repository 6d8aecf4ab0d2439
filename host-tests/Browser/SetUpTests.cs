using Microsoft.Playwright;
using ValenceNano.Desktop;
using ValenceNano.Display;
using ValenceNano.Model;

namespace ValenceNano.HostTests.Browser;

/// <summary>From a new device to a configured one, with what an owner has: the panel, a camera that reads codes, and a phone's browser.</summary>
public sealed class SetUpTests
{
    private static readonly BrowserNewContextOptions s_phone = new()
    {
        ViewportSize = new ViewportSize { Width = 390, Height = 844 },
        DeviceScaleFactor = 2,
        Locale = "en-GB",
    };

    [BrowserFact(QrReader.Program, Timeout = 60_000)]
    public async Task Device_is_set_up_from_the_code_on_its_panel_to_its_own_Wi_Fi()
    {
        using var walk = new SetUpWalk();
        Keep("1-held", await walk.SeeAsync(PageKind.Held, NetworkState.Off));
        Keep("2-restarting", await walk.SeeAsync(PageKind.Network, NetworkState.Restarting));
        byte[] join = await walk.SeeAsync(PageKind.SetUpCode, NetworkState.SetUp, async panel => await QrReader.ReadAsync(panel) != "");
        Keep("3-join", join);
        Assert.Matches("^WIFI:T:WPA;S:Valence-3F2A;P:[A-HJ-NP-Z2-9]{8};;$", await QrReader.ReadAsync(join));

        // The phone has joined: every name and address that it asks for is the device's.
        await using var browser = new BrowserFixture();
        await browser.StartAsync($"--host-resolver-rules=MAP * 127.0.0.1:{walk.Port}");
        IPage page = await browser.NewPageAsync(s_phone);
        await ProbeAsync(page);
        Assert.Equal("http://192.168.4.1/", page.Url.Split('#')[0]);
        byte[] open = await walk.SeeAsync(
            PageKind.SetUpCode, NetworkState.SetUp, async panel => await QrReader.ReadAsync(panel) == "http://192.168.4.1/");
        Keep("4-open", open);

        await Fill(page);
        await RefuseToKeep(page);
        await page.ClickAsync("#setup-save");
        await Assertions.Expect(page.Locator("#setup-message")).ToContainTextAsync("Saved. The display restarts and joins Harbour");
        await Keep("6-page-saved", page);

        byte[] connected = await walk.SeeAsync(PageKind.Network, NetworkState.Connected, async panel => await QrReader.ReadAsync(panel) != "");
        Keep("7-connected", connected);
        Assert.Equal("http://192.168.178.57/", await QrReader.ReadAsync(connected));
        Assert.Equal((int)BankWiring.Series, walk.Settings.Get(SettingId.Wiring));
        Assert.Equal(80, walk.Settings.Get(SettingId.Capacity));
    }

    private static async Task Fill(IPage page)
    {
        await Assertions.Expect(page.Locator("#wifi-name option")).ToHaveTextAsync(
            ["Harbour (strong)", "Galley (good)", "Marina Guest (weak)", "another one"]);
        await page.SelectOptionAsync("#wifi-name", "Harbour");
        await page.FillAsync("#wifi-password", "moor");
        await page.ClickAsync("#setup-save");
        await Assertions.Expect(page.Locator("#setup-message")).ToContainTextAsync("8 characters or more");
        await page.FillAsync("#wifi-password", "moorings42");
        await page.SelectOptionAsync("[id='setup-wiring']", "series");
        await page.FillAsync("[id='setup-capacity_ah']", "80");
        await Keep("5-page", page);
    }

    // With settings that are in no flash the restart would lose them: nothing goes on before that is told.
    private static async Task RefuseToKeep(IPage page)
    {
        const string Address = "**/api/settings";
        await page.RouteAsync(Address, route =>
            route.Request.Method == "PUT" ? route.FulfillAsync(new() { Status = 507 }) : route.ContinueAsync());
        await page.ClickAsync("#setup-save");
        await Assertions.Expect(page.Locator("#setup-message")).ToHaveTextAsync(
            "The settings were not saved: the display has no room to keep them.");
        await page.UnrouteAsync(Address);
    }

    // With VALENCE_PICTURES=FOLDER the pictures of docs/setup.md are written there.
    private static void Keep(string name, byte[] panel)
    {
        if (PagePictures.Folder is { } folder)
        {
            using FileStream file = File.Create(Path.Combine(folder, name + ".png"));
            PngPicture.Write(file, panel, scale: 3);
        }
    }

    private static async Task Keep(string name, IPage page)
    {
        if (PagePictures.Folder is { } folder)
        {
            await page.EvaluateAsync("scrollTo(0, 0)");
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name + ".png"), FullPage = true });
        }
    }

    // A browser opens connections of its own, and whoever comes fifth is told so (503): a phone asks again, too.
    private static async Task ProbeAsync(IPage page)
    {
        int status = 0;
        page.Response += (_, response) => status = response.Status;
        for (int left = 3; ; left--)
        {
            try
            {
                await page.GotoAsync("http://captive.apple.com/hotspot-detect.html");
                return;
            }
            catch (PlaywrightException e) when (e.Message.Contains("ERR_HTTP_RESPONSE_CODE_FAILURE", StringComparison.Ordinal))
            {
                Assert.Equal(503, status);
                Assert.True(left > 0, "it is never answered");
                await Task.Delay(500);
            }
        }
    }
}
