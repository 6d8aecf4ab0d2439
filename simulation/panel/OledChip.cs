namespace ValenceNano.Simulation;

/// <summary>The controllers that panels of 128x64 come with. They look alike, and differ in what they understand.</summary>
public enum OledChip
{
    /// <summary>128 columns of memory, three ways of addressing it, a charge pump that is off at first.</summary>
    Ssd1306,

    /// <summary>132 columns of memory, of which the glass has those from 2 on, page addressing only, a converter that is on at first.</summary>
    Sh1106,

    /// <summary>As the SSD1306, but the module makes the voltage for the pixels: it has no charge pump.</summary>
    Ssd1309,
}
