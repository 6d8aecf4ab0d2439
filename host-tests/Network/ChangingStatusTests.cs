using System.Text.Json;
using ValenceNano.HostTests.Simulation;
using ValenceNano.Network;
using ValenceNano.Protocol;
using ValenceNano.Simulation;

namespace ValenceNano.HostTests.Network;

/// <summary>A status during which batteries come and go.</summary>
public sealed class ChangingStatusTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Battery_forgotten_between_two_parts_leaves_the_answer_whole_and_no_value_with_another(int which)
    {
        PageBench Make()
        {
            PageBench bench = new PageBench(batteries: 3).Pass(8000);
            bench.Batteries.All[which].IsPlugged = false;
            return bench.Pass(12_000);
        }

        CheckChangeBetweenParts(Make, bench => Assert.True(bench.Monitor.Bus.Batteries.Forget(bench.Batteries.All[which].Serial.ToArray())));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Battery_found_between_two_parts_leaves_the_answer_whole_and_no_value_with_another(int which)
    {
        PageBench Make()
        {
            var bench = new PageBench(batteries: 3);
            bench.Batteries.All[which].IsPlugged = false;
            return bench.Pass(8000);
        }

        CheckChangeBetweenParts(Make, bench =>
        {
            bench.Batteries.All[which].IsPlugged = true;
            bench.Monitor.Bus.SearchAgain();
            bench.Pass(6000);
            Assert.Equal(3, bench.Monitor.Bus.Batteries.Count);
        });
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Battery_that_takes_the_place_of_a_forgotten_one_between_two_parts_lends_it_no_value(int which)
    {
        PageBench Make()
        {
            var bench = new PageBench(batteries: 4);
            bench.Batteries.All[3].IsPlugged = false;
            bench.Pass(8000);
            bench.Batteries.All[which].IsPlugged = false;
            return bench.Pass(12_000);
        }

        CheckChangeBetweenParts(Make, bench =>
        {
            Assert.True(bench.Monitor.Bus.Batteries.Forget(bench.Batteries.All[which].Serial.ToArray()));
            bench.Batteries.All[3].IsPlugged = true;
            bench.Monitor.Bus.SearchAgain();
            bench.Pass(6000);
            Assert.Equal(3, bench.Monitor.Bus.Batteries.Count);
        });
    }

    // Something changes before the first part of a status, before the second ...
    private static void CheckChangeBetweenParts(Func<PageBench> make, Action<PageBench> change)
    {
        int parts = int.MaxValue;
        for (int changed = 0; changed < parts; changed++)
        {
            PageBench bench = make();
            Dictionary<string, int> socs = WireRun.All(bench.Monitor.Bus).ToDictionary(
                one => Convert.ToHexStringLower(one.Serial), one => one.Values.SocPermille);
            var json = new JsonWriter(16_384);
            var answer = new HttpAnswer();
            answer.Set(200, AnswerContent.Json, HttpAnswer.UnknownLength, (int)Route.Status);
            json.BeginText();
            for (parts = 0; !answer.IsWritten; parts++)
            {
                if (parts == changed)
                {
                    change(bench);
                }

                bench.Interface.WritePart(answer, json, bench.NowMs);
            }

            CheckCharges(JsonDocument.Parse(json.Buffer.AsMemory(0, json.Count)).RootElement.GetProperty("batteries"), socs, bench.Batteries.All.Count);
        }
    }

    private static void CheckCharges(JsonElement batteries, Dictionary<string, int> socs, int most)
    {
        Assert.InRange(batteries.GetArrayLength(), 1, most);
        foreach (JsonElement battery in batteries.EnumerateArray())
        {
            if (battery.TryGetProperty("soc_permille", out JsonElement soc) && socs.TryGetValue(battery.GetProperty("serial_hex").GetString()!, out int before))
            {
                Assert.InRange(soc.GetInt32(), before - 10, before + 10);
            }
        }
    }
}
