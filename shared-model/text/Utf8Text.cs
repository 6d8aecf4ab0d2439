namespace ValenceNano.Model;

/// <summary>Texts of the panel as UTF-8.</summary>
public static class Utf8Text
{
    private const byte DegreeLead = 0xC2;
    private const byte DegreeTrail = 0xB0;

    /// <summary>Copies a line of ASCII and <see cref="TextLine.Degree"/>, which takes two bytes.</summary>
    /// <returns>How many bytes were written.</returns>
    public static int Copy(TextLine line, byte[] buffer, int offset)
    {
        int at = offset;
        for (int i = 0; i < line.Length; i++)
        {
            byte character = line.Text[i];
            if (character == TextLine.Degree)
            {
                buffer[at++] = DegreeLead;
                character = DegreeTrail;
            }

            buffer[at++] = character;
        }

        return at - offset;
    }
}
