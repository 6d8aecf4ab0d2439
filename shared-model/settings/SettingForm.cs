namespace ValenceNano.Model;

/// <summary>What a setting's value is.</summary>
public enum SettingForm
{
    /// <summary>A whole number in the unit of its row.</summary>
    Number,

    /// <summary>The place, 0.., of one of its words.</summary>
    Choice,

    /// <summary>A text.</summary>
    Text,

    /// <summary>A text that is taken, but never given back.</summary>
    Secret,
}
