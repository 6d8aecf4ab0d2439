using Microsoft.Playwright;
using ValenceNano.Model;
using static Microsoft.Playwright.Assertions;

namespace ValenceNano.HostTests.Browser;

/// <summary>The page in a real browser, answered by the firmware's own server.</summary>
public sealed class PageTests : IClassFixture<BrowserFixture>, IDisposable
{
    private const string Capacity = "#setting-capacity_ah";
    private const string Warning = "#setting-cell_low_warn_mv";

    private readonly BrowserFixture _browser;
    private readonly Lazy<PageProduct> _product = new(() => new PageProduct());

    public PageTests(BrowserFixture browser) => _browser = browser;

    [BrowserFact]
    public async Task Bank_is_seen_at_a_glance_and_simulated_cannot_be_overlooked()
    {
        await using Visit visit = await OpenAsync();
        ILocator page = visit.Page.Locator("main");
        await Expect(visit.Page.Locator("#simulated")).ToBeVisibleAsync();
        await Expect(page.Locator("#soc")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex(@"^\d+\.\d$"));
        await Expect(page.Locator("#time")).ToContainTextAsync(" left");
        await Expect(page.Locator("#bank-values")).ToContainTextAsync(new System.Text.RegularExpressions.Regex(
            @"Lowest cell group\d\.\d{3}\sV, B[12]\sgroup\s[1-4]"));
        await Expect(page.Locator("#bank-values")).ToContainTextAsync(new System.Text.RegularExpressions.Regex(@"Discharging with\d\.\d\d\sA"));
        Assert.StartsWith("SIMULATED", await visit.Page.TitleAsync(), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task Every_view_shows_what_it_is_for()
    {
        await using Visit visit = await OpenAsync();
        IPage page = visit.Page;
        await visit.TurnToAsync("batteries");
        await Expect(page.Locator("#cards article")).ToHaveCountAsync(2);
        await Expect(page.Locator("#cards article").First.Locator(".bar")).ToHaveCountAsync(4);
        await visit.TurnToAsync("history");
        await Expect(page.Locator("#charts svg")).ToHaveCountAsync(3);
        await Expect(page.Locator("#days tbody tr")).ToHaveCountAsync(1);
        await visit.TurnToAsync("health");
        await Expect(page.Locator("#energy tbody tr")).ToHaveCountAsync(3);
        await Expect(page.Locator("#capacity")).ToContainTextAsync("to know");
        await Expect(page.Locator("#extremes tbody tr")).ToHaveCountAsync(2);
        await Expect(page.Locator("#extremes tbody tr").Last).ToContainTextAsync(new System.Text.RegularExpressions.Regex(@"^B2.*\s%.*\sV.*\s°C"));
        await visit.TurnToAsync("settings");
        await Expect(page.Locator(Capacity)).ToHaveValueAsync("40");
        await visit.TurnToAsync("bus");
        await Expect(page.Locator("#stats")).ToContainTextAsync("Polls");
        await visit.PanelAsync();
    }

    [BrowserFact]
    public async Task Settings_are_saved_after_a_press_of_the_button()
    {
        await using Visit visit = await OpenAsync();
        await visit.TurnToAsync("settings");
        await visit.Page.Locator(Capacity).FillAsync("138");
        await visit.Page.Locator("#save").ClickAsync();
        await Expect(visit.Page.Locator("#locked")).ToContainTextAsync("Press the button on the display");
        _product.Value.Press();
        await Expect(visit.Page.Locator("#form-message")).ToHaveTextAsync("Saved.");
        await Expect(visit.Page.Locator("#locked")).ToBeHiddenAsync();
        await visit.Page.ReloadAsync();
        await Expect(visit.Page.Locator(Capacity)).ToHaveValueAsync("138");
    }

    [BrowserFact]
    public async Task Settings_that_are_too_many_or_cannot_be_kept_are_told_in_words()
    {
        int status = 413;
        await using Visit visit = await OpenAsync();
        await visit.Page.RouteAsync("**/api/settings", route =>
            route.Request.Method == "PUT" ? route.FulfillAsync(new() { Status = status }) : route.ContinueAsync());
        await visit.TurnToAsync("settings");
        await visit.Page.Locator(Capacity).FillAsync("138");
        await visit.Page.Locator("#save").ClickAsync();
        await Expect(visit.Page.Locator("#form-message")).ToContainTextAsync("Nothing was saved: too much at once");

        status = 507;
        await visit.Page.Locator("#save").ClickAsync();
        await Expect(visit.Page.Locator("#form-message")).ToContainTextAsync("In use, but lost at the next start");
    }

    [BrowserFact]
    public async Task History_of_one_point_says_so()
    {
        using var product = new PageProduct(minutes: 6);
        await product.SettledAsync();
        await using Visit visit = await _browser.OpenAsync(product.Address);
        await visit.TurnToAsync("history");
        await Expect(visit.Page.Locator("#charts figcaption").First).ToContainTextAsync("first point so far");
        await Expect(visit.Page.Locator("#charts .dot")).ToHaveCountAsync(3);
    }

    [BrowserFact]
    public async Task Value_out_of_range_is_refused_beside_its_field()
    {
        await using Visit visit = await OpenAsync();
        await visit.TurnToAsync("settings");
        await visit.Page.Locator(Capacity).FillAsync("1001");
        await visit.Page.Locator(Capacity).PressAsync("Enter");
        await Expect(visit.Page.Locator(Capacity + "-error")).ToHaveTextAsync("must be 1 to 1000 Ah");
        await Expect(visit.Page.Locator(Capacity)).ToBeFocusedAsync();
        await Expect(visit.Page.Locator(Capacity)).ToHaveAttributeAsync("aria-invalid", "true");
    }

    [BrowserFact]
    public async Task Value_with_more_decimals_than_its_setting_has_is_refused_and_not_rounded()
    {
        await using Visit visit = await OpenAsync();
        await visit.TurnToAsync("settings");
        await visit.Page.Locator(Capacity).FillAsync("44,5");
        await visit.Page.Locator(Warning).FillAsync("2.8005");
        await visit.Page.Locator("#save").ClickAsync();
        await Expect(visit.Page.Locator(Capacity + "-error")).ToHaveTextAsync("must be 1 to 1000 Ah, with no decimals");
        await Expect(visit.Page.Locator(Warning + "-error")).ToHaveTextAsync("must be 0 to 65.535 V, with at most 3 decimals");
    }

    [BrowserFact]
    public async Task File_without_a_setting_is_told_so()
    {
        await using Visit visit = await OpenAsync();
        await visit.TurnToAsync("settings");
        await Expect(visit.Page.Locator(Capacity)).ToHaveValueAsync("40");
        foreach (string text in new[] { "[1]", "{}", "{\"other\": 1}", "no JSON" })
        {
            await visit.Page.Locator("#import").SetInputFilesAsync(
                new FilePayload { Name = "settings.json", MimeType = "application/json", Buffer = System.Text.Encoding.UTF8.GetBytes(text) });
            await Expect(visit.Page.Locator("#form-message")).ToContainTextAsync("That file holds no settings.");
            await visit.Page.EvaluateAsync("document.getElementById('form-message').textContent = ''");
        }
    }

    [BrowserFact]
    public async Task Values_that_contradict_each_other_are_refused_by_the_product_beside_their_field()
    {
        _product.Value.Press();
        await using Visit visit = await OpenAsync();
        await visit.TurnToAsync("settings");
        await visit.Page.Locator(Warning).FillAsync("2.4");
        await visit.Page.Locator("#save").ClickAsync();
        await Expect(visit.Page.Locator("#form-message")).ToContainTextAsync("Nothing was saved");
        await Expect(visit.Page.Locator("[aria-invalid=true]")).ToHaveCountAsync(1);
    }

    [BrowserFact]
    public async Task Decimal_sign_may_be_a_comma_or_a_point()
    {
        _product.Value.Press();
        await using Visit visit = await OpenAsync(new() { Locale = "de-DE" });
        await visit.TurnToAsync("settings");
        foreach ((string typed, string shown) in new[] { ("3,05", "3,05"), ("3.1", "3,1") })
        {
            await visit.Page.Locator(Warning).FillAsync(typed);
            await visit.Page.Locator("#save").ClickAsync();
            await Expect(visit.Page.Locator("#form-message")).ToHaveTextAsync("Saved.");
            await Expect(visit.Page.Locator(Warning)).ToHaveValueAsync(shown);
        }
    }

    [BrowserFact]
    public async Task Settings_go_out_to_a_file_and_come_back_from_it()
    {
        await using Visit visit = await OpenAsync();
        await visit.TurnToAsync("settings");
        await Expect(visit.Page.Locator(Capacity)).ToHaveValueAsync("40");
        IDownload download = await visit.Page.RunAndWaitForDownloadAsync(() => visit.Page.Locator("#export").ClickAsync());
        using var file = new StreamReader(await download.CreateReadStreamAsync());
        string text = (await file.ReadToEndAsync()).Replace("\"capacity_ah\": 40", "\"capacity_ah\": 55", StringComparison.Ordinal);
        await visit.Page.Locator("#import").SetInputFilesAsync(
            new FilePayload { Name = "settings.json", MimeType = "application/json", Buffer = System.Text.Encoding.UTF8.GetBytes(text) });
        await Expect(visit.Page.Locator("#form-message")).ToHaveTextAsync("Filled in, not yet saved.");
        await Expect(visit.Page.Locator(Capacity)).ToHaveValueAsync("55");
    }

    [BrowserFact]
    public async Task Alarm_is_told_in_words_and_acknowledged()
    {
        _product.Value.Do(rig => rig.Settings.Set(SettingId.SocLowWarn, 99));
        _product.Value.Pass(60_000);
        await using Visit visit = await OpenAsync();
        await Expect(visit.Page.Locator("#alarm-list")).ToContainTextAsync("Warning: ");
        await visit.Page.Locator("#acknowledge").ClickAsync();
        await Expect(visit.Page.Locator("#acknowledge")).ToBeHiddenAsync();
        await Expect(visit.Page.Locator("#alarm-list li")).Not.ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task Page_without_a_connection_says_since_when_greys_all_values_and_comes_back_by_itself()
    {
        await using Visit visit = await OpenAsync();
        IPage page = visit.Page;
        await page.Clock.InstallAsync();
        await page.ReloadAsync();
        await Expect(page.Locator("#connection")).ToHaveTextAsync("Connected");
        await visit.SetOfflineAsync(true);
        // An answer that was on its way still counts; the next request gets none.
        await page.Clock.FastForwardAsync(6000);
        await Expect(page.Locator("#connection")).ToContainTextAsync("No connection since");
        await page.Clock.FastForwardAsync("03:00:00");
        await Expect(page.Locator("#connection")).ToContainTextAsync("(3 h 0 min): these values are old");
        Assert.DoesNotContain("%", await page.TitleAsync(), StringComparison.Ordinal);
        await Expect(page.Locator(".soc")).ToHaveCSSAsync("color", "rgb(102, 111, 118)");
        await Expect(page.Locator("#cards .state").First).ToHaveTextAsync("as last heard");
        Assert.Equal(0, await page.EvaluateAsync<int>(
            "[...document.querySelectorAll('dd, td, #soc, svg, canvas, .bar')].filter(e => !e.closest('.live')).length"));
        await visit.SetOfflineAsync(false);
        await page.Clock.FastForwardAsync(6000);
        await Expect(page.Locator("#connection")).ToHaveTextAsync("Connected");
        await Expect(page.Locator(".soc")).ToHaveCSSAsync("color", "rgb(21, 25, 28)");
        await Expect(page.Locator("#cards .state").First).ToHaveTextAsync("live");
    }

    [BrowserFact]
    public async Task Product_that_has_started_again_is_given_the_time_again()
    {
        await using Visit visit = await OpenAsync();
        await visit.Page.RunAndWaitForRequestAsync(
            () => visit.Page.RouteAsync("**/api/status", async route =>
            {
                IAPIResponse answer = await route.FetchAsync();
                string later = System.Text.RegularExpressions.Regex.Replace(await answer.TextAsync(), @"""uptime_ms"":\d+", @"""uptime_ms"":5000000000");
                await route.FulfillAsync(new() { Response = answer, Body = later });
            }),
            "**/api/time");
        await visit.Page.UnrouteAllAsync(new() { Behavior = UnrouteBehavior.Wait });
    }

    [BrowserFact]
    public async Task Bank_without_a_battery_says_what_is_missing()
    {
        using var product = new PageProduct(batteries: 0);
        await product.SettledAsync();
        await using Visit visit = await _browser.OpenAsync(product.Address);
        await Expect(visit.Page.Locator("#bank-note")).ToContainTextAsync("No battery is known yet");
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
