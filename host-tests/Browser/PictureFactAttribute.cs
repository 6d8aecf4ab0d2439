namespace ValenceNano.HostTests.Browser;

/// <summary>No test but a tool: it writes pictures, where the environment variable <c>VALENCE_PICTURES</c> names a folder for them.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PictureFactAttribute : FactAttribute
{
    public PictureFactAttribute()
    {
        if (PagePictures.Folder == null || BrowserFixture.ExecutablePath == null)
        {
            Skip = "VALENCE_PICTURES names no folder, or there is no chromium.";
        }
    }
}
