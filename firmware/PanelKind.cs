namespace ValenceNano.Firmware;

/// <summary>The controller of the panel. A seller's page or the print on the module says which it is.</summary>
public enum PanelKind
{
    /// <summary>SSD1306: most modules of 0.96 inch.</summary>
    Ssd1306,

    /// <summary>SH1106: most modules of 1.3 inch. Two columns to the right with an SSD1306's settings, it is one.</summary>
    Sh1106,

    /// <summary>SSD1309: modules of 1.5 to 2.4 inch.</summary>
    Ssd1309,
}
