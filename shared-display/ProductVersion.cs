namespace ValenceNano.Display;

/// <summary>The product's version.</summary>
public static class ProductVersion
{
    /// <summary>The version, the same that all assemblies have.</summary>
    public const string Text = "0.1.0";
}
