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
    public void Solution_builds_the_firmware_in_Device_only()
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
    public void Solution_builds_the_program_against_the_class_library_in_every_configuration()
    {
        string solution = File.ReadAllText(Path.Combine(Sources.Root(), "ValenceNano.sln"));
        string id = Regex.Match(solution, "nano\\\\ValenceNano.Nano.csproj\", \"(\\{[0-9A-F-]+\\})\"").Groups[1].Value;

        Assert.Equal(3, Regex.Count(solution, Regex.Escape(id) + "\\.(Debug|Release|Device)\\|Any CPU\\.Build\\.0 = "));
    }

    [Fact]
    public void Every_library_of_the_image_is_pinned_to_one_version()
    {
        Assert.NotEmpty(Pinned());
        Assert.All(Pinned().Values, version => Assert.Matches("^\\[[0-9]+\\.[0-9]+\\.[0-9]+\\]$", version));
    }

    [Fact]
    public void Versions_stand_in_one_place()
    {
        Assert.DoesNotContain("Version=", File.ReadAllText(PathOf("firmware", "ValenceNano.Firmware.csproj")), StringComparison.Ordinal);
        Assert.DoesNotContain("Version=", File.ReadAllText(PathOf("nano", "ValenceNano.Nano.csproj")), StringComparison.Ordinal);
    }

    [Fact]
    public void List_of_members_is_of_the_same_versions()
    {
        string list = File.ReadAllText(PathOf("host-tests", "NanoSubset", "nanoframework-1.x-members.txt"));
        string header = string.Join(' ', list.Split('\n').TakeWhile(line => line.StartsWith('#')).Select(line => line.Trim('#', ' ')));

        Dictionary<string, string> listed = Regex.Matches(header, "([A-Z][A-Za-z0-9.]+) ([0-9]+\\.[0-9]+\\.[0-9]+)")
            .ToDictionary(match => "nanoFramework." + match.Groups[1].Value, match => $"[{match.Groups[2].Value}]");

        string[] withoutList = ["nanoFramework.CoreLibrary", "nanoFramework.Tools.MetadataProcessor.MsBuildTask"];
        Assert.All(Pinned().Where(package => !withoutList.Contains(package.Key)), package => Assert.Equal(package.Value, listed[package.Key]));
    }

    [Theory]
    [InlineData("firmware", "ValenceNano.Firmware.csproj")]
    [InlineData("nano", "ValenceNano.Nano.csproj")]
    public void Program_is_made_of_all_shared_folders(string folder, string project)
    {
        IEnumerable<string?> imported = XDocument.Load(PathOf(folder, project)).Descendants("Import").Select(item => Path.GetFileName(item.Attribute("Project")!.Value));
        XDocument layers = XDocument.Load(PathOf("nano", "Layers.targets"));
        XElement product = layers.Descendants("ProductSource").Single();
        IEnumerable<string> apart = product.Attribute("Exclude")!.Value.Split(';').Where(path => !path.Contains("shared-*", StringComparison.Ordinal));

        Assert.Contains("Layers.targets", imported);
        Assert.Equal("../shared-*/**/*.cs", product.Attribute("Include")!.Value);
        Assert.Equal(apart.Select(path => path + "/*.cs"), layers.Descendants("Compile").Select(item => item.Attribute("Include")!.Value));
    }

    [Theory]
    [InlineData("nano", "ValenceNano.Nano.csproj", "../firmware/**/*.cs")]
    [InlineData("simulation", "device/ValenceNano.Device.csproj", "../../firmware/**/*.cs")]
    public void Firmwares_sources_are_compiled_in_every_build(string folder, string project, string sources)
    {
        Assert.Contains(sources, File.ReadAllText(PathOf(folder, project)), StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Pinned() => XDocument.Load(PathOf("nano", "Versions.props")).Descendants("NanoPackage")
        .ToDictionary(package => package.Attribute("Include")!.Value, package => package.Attribute("Version")!.Value);

    private static string PathOf(params string[] parts) => Path.Combine([Sources.Root(), .. parts]);
}
