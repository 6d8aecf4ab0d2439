using ValenceNano.Model;
using ValenceNano.Display;

namespace ValenceNano.Bench;

/// <summary>
/// What is measured, one line each: name; what goes before it uncounted, each time; the scenario, which returns the bytes
/// it sent to the panel. A name that begins with <c>plain_</c> is the yardstick of the one without.
/// </summary>
public static class Scenarios
{
    /// <summary>All of them, each with objects of its own.</summary>
    public static IReadOnlyList<(string Name, Action Prepare, Func<int> Run)> All()
    {
        var replies = new Replies();
        var bus = new ScriptedProduct(hasBattery: true);
        var silentBus = new ScriptedProduct(hasBattery: false);
        var screen = new Screen();
        var turning = new Screen();
        var standing = new Screen();
        var alarming = new Screen();
        var page = new PageVisit();
        var reader = new PageVisit();
        var nobody = new PageVisit();
        var publishing = new Publishing();
        var resting = new Publishing();
        var energy = new EnergyReplies();
        var graph = new Screen();
        graph.FillGraph();
        return
        [
            ("crc", Nothing, NoPanel(replies.Crc)),
            ("plain_crc", Nothing, NoPanel(replies.PlainCrc)),
            ("data_reply", Nothing, NoPanel(replies.Read)),
            ("plain_data_reply", Nothing, NoPanel(replies.PlainRead)),
            ("noise_256", Nothing, NoPanel(replies.Noise)),
            ("poll", bus.RunUntilDue, NoPanel(bus.RunCycle)),
            ("poll_idle", bus.RunUntilIdle, NoPanel(bus.Poll)),
            ("round_silent", silentBus.RunUntilDue, NoPanel(silentBus.RunRound)),
            ("energy_reply", energy.Hear, NoPanel(energy.Take)),
            ("energy_minute", energy.HearMinute, NoPanel(energy.Take)),
            ("page_bank", Nothing, () => screen.Draw(PageKind.Bank)),
            ("plain_page_bank", screen.ForgetBytes, screen.DrawPlain),
            ("page_battery", Nothing, () => screen.Draw(PageKind.Battery)),
            ("page_cells", Nothing, () => screen.Draw(PageKind.Cells)),
            ("page_energy", Nothing, () => screen.Draw(PageKind.Energy)),
            ("page_graph", Nothing, () => graph.Draw(PageKind.Graph)),
            ("page_health", Nothing, () => screen.Draw(PageKind.Health)),
            ("page_bus", Nothing, () => screen.Draw(PageKind.Bus)),
            ("page_searching", Nothing, () => screen.Draw(PageKind.Searching)),
            ("page_asleep", Nothing, () => screen.Draw(PageKind.Asleep)),
            ("page_alarm", standing.StandAlarm, () => standing.Draw(PageKind.Alarm)),
            ("change_bank", () => screen.ShowThenChange(PageKind.Bank), () => screen.Redraw(PageKind.Bank)),
            ("change_battery", () => screen.ShowThenChange(PageKind.Battery), () => screen.Redraw(PageKind.Battery)),
            ("change_cells", () => screen.ShowThenChange(PageKind.Cells), () => screen.Redraw(PageKind.Cells)),
            ("change_bus", () => screen.ShowThenChange(PageKind.Bus), () => screen.Redraw(PageKind.Bus)),
            ("turner_idle", turning.SettleTurner, turning.TurnNothing),
            ("http_status", page.Ask, NoPanel(page.Answer)),
            ("http_turn", reader.AskAndBegin, NoPanel(reader.AnswerPiece)),
            ("http_idle", Nothing, NoPanel(nobody.Idle)),
            ("mqtt_bank", publishing.RunUntilBankIsDue, NoPanel(publishing.PublishBank)),
            ("mqtt_idle", resting.Settle, NoPanel(resting.Idle)),
            ("alarm", alarming.BeginAlarm, alarming.RaiseAlarm),
        ];
    }

    private static void Nothing()
    {
    }

    private static Func<int> NoPanel(Action run) => () =>
    {
        run();
        return 0;
    };
}
