using System.Text.Json;

namespace ValenceNano.Bench;

/// <summary>Measures, and prints it as text or as JSON lines.</summary>
public sealed class Report(TextWriter output, bool asJson)
{
    private const string YardstickPrefix = "plain_";
    private const int BusBatteries = 6;
    private const int Flooders = 3;
    private const int LoopBatteries = 3;

    private static readonly int[] InstructionUs = [0, 2, 4, 6];

    /// <summary>Every scenario, then the bus, the image and the device.</summary>
    public void All()
    {
        var workbench = new Workbench();
        Write($"{"",-18}{"IL",9}{"library calls",15}{"device allocations",20}{"allocated bytes",17}{"I2C bytes",11}");
        List<Measurement> measurements = [];
        foreach (string name in workbench.Names)
        {
            measurements.Add(workbench.Measure(name));
            Print(measurements[^1], measurements);
        }

        Write("");
        Write($"{"",-18}{"time on the bus",18}{"wire and batteries",20}{"ratio",8}");
        foreach (BusTime time in BusTimes.MeasureAll())
        {
            Print(time);
        }

        Write("");
        Print(ImageMeter.MeasureProgram());
        Device();
    }

    // The whole program with the clock and the slowness of the chip.
    private void Device()
    {
        var device = new DeviceTimes();
        Write("");
        Write($"{"",-18}{"us/instruction",15}{"median",14}{"worst",14}");
        foreach (int us in InstructionUs)
        {
            Print(device.Cycle(BusBatteries, us));
        }

        foreach (int us in InstructionUs)
        {
            Print(device.Discovery(BusBatteries, us));
        }

        Write("");
        Write($"{"",-18}{"us/instruction",15}{"panel stands",14}{"old is live",14}{"well again",14}");
        foreach (int us in InstructionUs)
        {
            Print(us, device.NeverQuiet(us));
        }

        Write("");
        Write($"{"",-18}{"IL",12}{"bytes of the device's heap",28}");
        Print(device.LoopMinute(LoopBatteries));
        Write("");
        Write($"{"",-18}{"clients",15}{"fewest polls",14}{"longest between two",21}{"answers",11}");
        Print(device.Flood(0));
        Print(device.Flood(Flooders));
    }

    /// <summary>One scenario in detail.</summary>
    /// <returns>False: there is no such scenario.</returns>
    public bool Where(string scenario)
    {
        var workbench = new Workbench();
        if (!workbench.Names.Contains(scenario))
        {
            return false;
        }

        Print(workbench.Measure(scenario), []);
        foreach ((string method, long il) in workbench.InstructionsByMethod())
        {
            Write($"{il,9} IL in {method}");
        }

        foreach ((string method, long times) in workbench.LibraryCalls())
        {
            Write($"{times,9} x {method}");
        }

        return true;
    }

    private void Print(Measurement m, List<Measurement> before)
    {
        if (asJson)
        {
            output.WriteLine(JsonSerializer.Serialize(m));
            return;
        }

        Measurement? measured = before.Find(other => YardstickPrefix + other.Name == m.Name);
        string ratio = measured == null ? "" : $"  {(double)m.Il / measured.Il:F1} times {measured.Name}";
        Write($"{m.Name,-18}{m.Il,9:N0}{m.Calls,15:N0}{m.DeviceAllocs,20:N0}{m.Allocated,17:N0}{m.I2cBytes,11:N0}{ratio}");
    }

    private void Print(BusTime time)
    {
        if (asJson)
        {
            output.WriteLine(JsonSerializer.Serialize(new { name = time.Name, ratio = time.Ratio }));
            return;
        }

        Write($"{time.Name,-18}{time.TakenUs / 1000.0,15:F1} ms{time.NeededUs / 1000.0,17:F1} ms{time.Ratio,8:F2}");
    }

    private void Print(DeviceTime time)
    {
        if (asJson)
        {
            output.WriteLine(JsonSerializer.Serialize(
                new { name = time.Name, instruction_us = time.InstructionUs, median_ms = time.MedianMs, worst_ms = time.WorstMs }));
        }

        Write($"{time.Name,-18}{time.InstructionUs,15}{time.MedianMs,11} ms{time.WorstMs,11} ms");
    }

    private void Print(int instructionUs, NeverQuietTime time)
    {
        if (asJson)
        {
            output.WriteLine(JsonSerializer.Serialize(new
            {
                name = "device_never_quiet",
                instruction_us = instructionUs,
                panel_gap_ms = time.WorstPanelGapMs,
                live_ms = time.LiveMs,
                well_ms = time.WellMs,
            }));
        }

        Write($"{"device_never_quiet",-18}{instructionUs,15}{time.WorstPanelGapMs,11} ms{time.LiveMs,11} ms{time.WellMs,11} ms");
    }

    private void Print(FloodTime time)
    {
        if (asJson)
        {
            output.WriteLine(JsonSerializer.Serialize(new
            {
                name = $"device_flood_{time.Clients}", clients = time.Clients, fewest_polls = time.FewestPolls, worst_gap_ms = time.WorstGapMs, answers = time.Answers,
            }));
        }

        Write($"{"device_flood",-18}{time.Clients,15}{time.FewestPolls,14}{time.WorstGapMs,18} ms{time.Answers,11}");
    }

    private void Print(LoopCost cost)
    {
        if (asJson)
        {
            output.WriteLine(JsonSerializer.Serialize(new { name = cost.Name, il = cost.Il, device_bytes = cost.DeviceBytes }));
        }

        Write($"{cost.Name,-18}{cost.Il,12:N0}{cost.DeviceBytes,28:N0}");
    }

    private void Print(ImageSize size)
    {
        if (asJson)
        {
            output.WriteLine(JsonSerializer.Serialize(size));
            return;
        }

        Write($"{size.Name,-18}{size.Types} types, {size.Methods} methods, {size.Fields} fields");
        Write($"{"",-18}{size.IlBytes:N0} bytes of code, {size.StaticBytes:N0} bytes of statics in RAM");
        Write($"{"",-18}{size.DataBytes:N0} bytes of data and {size.StringBytes:N0} of strings, each of {ImageSize.Limit:N0} at most");
    }

    private void Write(string line)
    {
        if (!asJson)
        {
            output.WriteLine(line);
        }
    }
}
