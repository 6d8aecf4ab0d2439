using System.Text.RegularExpressions;
using System.Xml.Linq;
using ValenceNano.HostTests.Display;

namespace ValenceNano.HostTests.Firmware;

/// <summary>
/// The firmware's project cannot be built where its packages are not to be had: that it stays out of the desktop's way,
/// and what its image is made of, is held here.
/// </summary>
public sealed class FirmwareProjectTests
{
    [Fact]
    public void The_solution_builds_the_firmware_in_Device_only()
    {
        string solution = File.ReadAllText(Path.Combine(Sources.Root(), "ValenceNano.sln"));
        string id = Regex.Match(solution, "firmware\\\\ValenceNano.Firmware.csproj\", \"(\\{[0-9A-F-]+\\})\"").Groups[1].Value;

        IEnumerable<string> lines = Regex.Matches(solution, Regex.Escape(id) + "\\.([^\r]*)").Select(m => m.Groups[1].Value);

        Assert.Equal(
            [
                "Debug|Any CPU.ActiveCfg = Debug|Any CPU",
                "Device|Any CPU.ActiveCfg = Release|Any CPU",
                "Device|Any CPU.Build.0 = Release|Any CPU",
                "Release|Any CPU.ActiveCfg = Release|Any CPU",
            ],
            lines);
    }

    [Fact]
    public void Every_library_of_the_image_is_pinned_to_one_version()
    {
        List<XElement> packages = Project().Descendants("PackageReference").ToList();

        Assert.Equal(10, packages.Count);
        Assert.All(packages, package => Assert.Matches("^\\[[0-9]+\\.[0-9]+\\.[0-9]+\\]$", package.Attribute("Version")!.Value));
    }

    [Theory]
    [InlineData("NanoSubset/nanoframework-1.x-members.txt")]
    public void The_list_of_members_is_of_the_same_versions(string listPath)
    {
        string list = File.ReadAllText(Path.Combine(Sources.Root(), "host-tests", listPath));
        Dictionary<string, string> pinned = Project().Descendants("PackageReference").ToDictionary(
            package => package.Attribute("Include")!.Value["nanoFramework.".Length..],
            package => package.Attribute("Version")!.Value.Trim('[', ']'));

        string header = string.Join(' ', list.Split('\n').TakeWhile(line => line.StartsWith('#')).Select(line => line.Trim('#', ' ')));
        MatchCollection named = Regex.Matches(header, "([A-Z][A-Za-z0-9.]+) ([0-9]+\\.[0-9]+\\.[0-9]+)");

        Assert.Equal(7, named.Count);
        Assert.All(named, match => Assert.Equal(match.Groups[2].Value, pinned[match.Groups[1].Value]));
    }

    [Fact]
    public void The_image_holds_the_shared_sources_and_the_desktop_compiles_the_firmwares()
    {
        string[] compiled = [.. Project().Descendants("Compile").Select(item => item.Attribute("Include")!.Value)];
        string device = File.ReadAllText(Path.Combine(Sources.Root(), "simulation", "device", "ValenceNano.Device.csproj"));

        Assert.Equal(["../shared-protocol/**/*.cs", "../shared-model/**/*.cs", "../shared-display/**/*.cs", "../shared-network/**/*.cs"], compiled);
        Assert.Contains("../../firmware/**/*.cs", device, StringComparison.Ordinal);
    }

    private static XDocument Project() => XDocument.Load(Path.Combine(Sources.Root(), "firmware", "ValenceNano.Firmware.csproj"));
}
