using FsCheck;
using FsCheck.Fluent;
using ValenceNano.HostTests.Protocol;
using ValenceNano.Protocol;
using ValenceNano.Simulation;

namespace ValenceNano.HostTests.Protocol.Messages;

/// <summary>The table of the reply, the decoder written by hand, and the virtual batteries say the same.</summary>
public sealed class DataReplyLayoutTests
{
    [Fact]
    public void Rows_name_every_byte_between_the_byte_count_and_the_crc_once()
    {
        int next = 3;
        foreach (ReplyRow row in ReplyRow.All)
        {
            Assert.Equal(next, row.Offset);
            next += row.Length;
        }

        Assert.Equal(MessageFormat.DataLength - Crc16.Length, next);
        Assert.Equal([ReplyField.VoltageMv, ReplyField.Soc], Twice());

        IEnumerable<ReplyField> Twice() => ReplyRow.All.Where(row => row.Field != ReplyField.Unknown)
            .GroupBy(row => row.Field).Where(group => group.Count() > 1).Select(group => group.Key);
    }

    [Fact]
    public void Decoder_reads_every_field_where_the_rows_have_it() =>
        Property.Holds(
            Gen.Choose(0, 255).Select(value => (byte)value).ArrayOf(MessageFormat.DataLength),
            reply =>
            {
                var values = new Telemetry();
                values.Decode(reply);
                foreach (ReplyRow row in ReplyRow.All.Where(row => row.Field is not (ReplyField.CellMinC or ReplyField.CellMaxC or ReplyField.BoardMinC or ReplyField.BoardMaxC)))
                {
                    for (int i = 0; i < row.Count; i++)
                    {
                        Check(row, i, reply, values);
                    }
                }
            });

    [Fact]
    public void Decoder_holds_temperatures_and_repeats_against_each_other_where_the_rows_have_them()
    {
        byte[] good = new Reply { CellC = [-3, 4, 5, 6], BoardC = [-1, 7] }.Bytes();
        foreach ((ReplyField field, ReplyRules rule) in new[]
        {
            (ReplyField.CellMinC, ReplyRules.CellTemperatures), (ReplyField.CellMaxC, ReplyRules.CellTemperatures),
            (ReplyField.BoardMinC, ReplyRules.BoardTemperatures), (ReplyField.BoardMaxC, ReplyRules.BoardTemperatures),
            (ReplyField.CellMinMv, ReplyRules.CellMin), (ReplyField.CellMaxMv, ReplyRules.CellMax),
        })
        {
            byte[] bad = (byte[])good.Clone();
            ReplyRow row = ReplyRow.All.Single(row => row.Field == field);
            row.Write(bad, 0, row.Read(bad, 0) + 1);
            var values = new Telemetry();
            values.Decode(bad);
            Assert.Equal(rule, values.Broken);
        }
    }

    [Fact]
    public void Frame_above_the_table_reads_as_it_says()
    {
        byte[] frame = Hex.Bytes(Frames.Example2);
        string read = string.Join(' ', ReplyRow.All.Where(row => row.Field != ReplyField.Unknown)
            .Select(row => $"{row.Field}:{string.Join(',', Enumerable.Range(0, row.Count).Select(i => row.Read(frame, i)))}"));

        Assert.Equal(
            "CellC:23,21,21,21 CellMinC:21 CellMaxC:23 BoardC:21,24 BoardMaxC:24 BoardMinC:21 CurrentMa:132 Current2Ma:132 "
            + "CellMaxMv:3339 CellMinMv:3337 VoltageMv:13352 VoltageMv:13352 Soc:238 Soc:238 CellMv:3338,3337,3338,3339",
            read);
    }

    private static void Check(ReplyRow row, int index, byte[] reply, Telemetry values)
    {
        long value = row.Read(reply, index);
        switch (row.Field)
        {
            case ReplyField.CellC: Assert.Equal(value, values.CellC(index)); break;
            case ReplyField.BoardC: Assert.Equal(value, values.BoardC(index)); break;
            case ReplyField.CurrentMa: Assert.Equal(Current(value), values.CurrentMa); break;
            case ReplyField.Current2Ma: Assert.Equal(Current(value), values.Current2Ma); break;
            case ReplyField.CellMaxMv: Assert.Equal(value, values.CellMaxMv); break;
            case ReplyField.CellMinMv: Assert.Equal(value, values.CellMinMv); break;
            case ReplyField.CellMv: Assert.Equal(value, values.CellMv(index)); break;
            case ReplyField.VoltageMv when row.Offset == DataReplyLayout.VoltageMv: Assert.Equal(value, (uint)values.VoltageMv); break;
            case ReplyField.VoltageMv: Assert.Equal(value != (uint)values.VoltageMv, values.Broken.HasFlag(ReplyRules.VoltageAgain)); break;
            case ReplyField.Soc when row.Offset == DataReplyLayout.Soc:
                Assert.Equal((int)Math.Round(value * 1000 / 255.0), values.SocPermille);
                break;
            case ReplyField.Soc: Assert.Equal(value != reply[DataReplyLayout.Soc], values.Broken.HasFlag(ReplyRules.SocAgain)); break;
            default: Assert.Equal(value, values.Unknown(row.Offset + index)); break;
        }
    }

    // The reading of the seed: a number of 16 bits with its sign, where the upper half is not in use.
    private static long Current(long value) => value is >= 0x8000 and <= 0xFFFF ? value - 0x10000 : value;
}
