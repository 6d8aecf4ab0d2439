using ValenceNano.Model;

namespace ValenceNano.Display;

/// <summary>The fixed texts of the pages, by <see cref="PageText"/>. On the device they stay in flash, and take two bytes of RAM each.</summary>
internal static class PageTexts
{
    /// <summary>The version of the product, the same that all assemblies have.</summary>
    internal const string Version = "0.1.0";

    // A bar between each and the next. Several strings: the longer one is, the longer it takes to copy from it.
    private static readonly FlashTexts _texts = new(
        '|',
        // Of several pages.
        "live|and | more| s| min| h| d| of | to |seen |Wi-Fi|"
        // The bank.
        + "full in | left|full|cell |SOC in doubt|"
        // What is wrong.
        + "No alarm|Battery|over for |"
        // No battery is live.
        + "Asleep|No answer|No data|talks|next look in |waking them| ago",

        // One battery.
        "bus id |..| ?|cells |board |reply of other length|it refuses: |function|register|count|failure|code |"
        + "lost |asleep ||no data |no data|no values yet|"
        // Its cell groups.
        + "Cells| cells|all within |24 V? 4 of 8 seen|"
        // What it holds.
        + "Health| health|weakest|over |of |weak cell |no weak cell|weak cell: --|full | low | rest | cycles| x full|"
        + "charge it until full| since full|empty it below 20 %|no full charge yet",

        // Energy.
        "Energy|without standby|today|in|out|all|"
        // The last day.
        + "24 h|100|  0|-24 h|now|a point in 5 min|"
        // The bus. Its words are those of docs/pages.md, and of the keys in JSON.
        + "Bus starting|Bus listener|Bus master|" + Version + "|up |, round |replies |timeouts|inconsistent|wrong replies|"
        + "CRC |junk |last|"
        // No battery is known.
        + "no battery, round |Searching|Listening",

        // What to do then.
        " charge or load it| swap A and B| XP: other protocol| wake it with 100 |"
        + "before it speaks:|another display may|be the master|"
        + "Another display is|the master. What it|hears shows up here.|"
        + "It never speaks, and|hears no other|display yet.|"
        // The network.
        + "off|connecting|no connection|connected|lost|set-up|restarting|Name or password|wrong? Hold for 5 s.|"
        // Set-up, and what is scanned.
        + "Set up|1 of 2|Scan: join|its Wi-Fi|by phone|2 of 2|Scan: open|its page|Password|Page|WIFI:T:WPA;S:|;P:|;;|http://|"
        // The button is held.
        + "Let go:|search|set up Wi-Fi|end set-up|no Wi-Fi here|forget all|from  5 s: set-up|from 15 s: forget all|"
        + "settings and Wi-Fi;|what was measured|stays");

    /// <summary>Adds a text, and answers the line.</summary>
    internal static TextLine Add(this TextLine line, PageText text) => line.Add(_texts, (int)text);

    /// <summary>Copies a text into a buffer, from <paramref name="offset"/> on.</summary>
    /// <returns>How many characters it has.</returns>
    internal static int Copy(PageText text, byte[] buffer, int offset) => _texts.Copy((int)text, buffer, offset);
}
