using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ValenceNano.HostTests.Browser;

/// <summary>A tab on the page. What it must never do is held at its end: ask elsewhere, violate the policy, throw.</summary>
public sealed class Visit : IAsyncDisposable
{
    private readonly string _address;
    private readonly List<string> _faults = [];
    private bool _isOffline;

    private Visit(IPage page, string address)
    {
        Page = page;
        _address = address;
        page.Console += (_, message) =>
        {
            // The browser tells by itself of an answer that is no success: 400 and 403 are the product's, and looked at by the tests.
            if (message.Type is "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
            {
                _faults.Add(message.Text);
            }
        };
        page.PageError += (_, error) => _faults.Add(error);
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(address, StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal)
                && !request.Url.StartsWith("blob:", StringComparison.Ordinal))
            {
                _faults.Add("asked for " + request.Url);
            }
        };
        page.RequestFailed += (_, request) =>
        {
            // One that is refused has no body to read, and its connection ends.
            if (!_isOffline && request.Method == "GET")
            {
                _faults.Add($"{request.Method} {request.Url}: {request.Failure}");
            }
        };
    }

    /// <summary>The page's views, by their places in its address.</summary>
    public static IReadOnlyList<string> Views { get; } = ["bank", "batteries", "history", "health", "settings", "bus"];

    public IPage Page { get; }

    public static async Task<Visit> BeginAsync(IPage page, string address)
    {
        var visit = new Visit(page, address);
        await page.GotoAsync(address);
        await Expect(page.Locator("#connection")).ToHaveTextAsync("Connected");
        return visit;
    }

    /// <summary>Turns to a view by its link.</summary>
    public async Task TurnToAsync(string view)
    {
        await Page.Locator($"nav a[href='#{view}']").ClickAsync();
        await Expect(Page.Locator("#" + view)).ToBeVisibleAsync();
    }

    /// <summary>Waits until the panel's picture is there.</summary>
    public Task PanelAsync() => Page.WaitForFunctionAsync(
        "() => document.getElementById('panel').getContext('2d').getImageData(0, 0, 128, 64).data.some((v, i) => i % 4 === 0 && v > 200)");

    /// <summary>The network is gone, or there again.</summary>
    public async Task SetOfflineAsync(bool isOffline)
    {
        _isOffline = isOffline || _isOffline;
        await Page.Context.SetOfflineAsync(isOffline);
    }

    /// <summary>What a person with another way of reading would stumble over.</summary>
    public async Task<string[]> StumblesAsync()
    {
        AxeResult result = await Page.RunAxe();
        return [.. result.Violations.Select(rule => $"{rule.Id}: {string.Join(", ", rule.Nodes.Select(node => node.Html))}")];
    }

    /// <summary>How far it is wider than the screen, pixels.</summary>
    public Task<int> OverflowAsync() =>
        Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");

    /// <summary>The headings and the measured capacities that reach beyond the screen, and the values of one word that are broken over two lines.</summary>
    public Task<string[]> CutOffAsync() => Page.EvaluateAsync<string[]>(
        """
        [...document.querySelectorAll("h1, h2, h3, caption, figcaption, dd, #capacity td")].filter(element =>
          element.getBoundingClientRect().right > document.documentElement.clientWidth
          || (element.matches("dd") && !/\s/.test(element.textContent) && element.clientHeight > 2 * parseFloat(getComputedStyle(element).fontSize)))
          .map(element => element.textContent)
        """);

    /// <summary>Closes the tab. What it has done that it must never do is told beside what else went wrong.</summary>
    public async ValueTask DisposeAsync()
    {
        await Page.Context.CloseAsync();
        Assert.True(_faults.Count == 0, $"{_address}: {string.Join("; ", _faults)}");
    }
}
