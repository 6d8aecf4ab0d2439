using System.Text;
using ValenceNano.Network;

namespace ValenceNano.HostTests.Network.Mqtt;

/// <summary>Values as they are published.</summary>
public sealed class ValueTextTests
{
    [Theory]
    [InlineData(0, 0, "0")]
    [InlineData(13352, 3, "13.352")]
    [InlineData(5, 3, "0.005")]
    [InlineData(-5, 3, "-0.005")]
    [InlineData(-30050, 3, "-30.050")]
    [InlineData(1000, 1, "100.0")]
    [InlineData(1, 6, "0.000001")]
    [InlineData(int.MaxValue, 3, "2147483.647")]
    [InlineData(int.MaxValue + 1L, 3, "2147483.648")]
    [InlineData(-4611686018427387, 3, "-4611686018427.387")]
    [InlineData(1281023894007, 6, "1281023.894007")]
    [InlineData(2147483648000000, 6, "2147483648.000000")]
    public void Number_has_all_its_decimals(long value, int decimals, string expected)
    {
        var json = new JsonWriter(64);

        ValueText.WriteNumber(json, value, decimals);

        Assert.Equal(expected, Encoding.ASCII.GetString(json.Buffer, 0, json.Count));
    }
}
