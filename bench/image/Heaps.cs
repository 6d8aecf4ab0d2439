using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Text;

namespace ValenceNano.Bench;

/// <summary>The parts of an assembly that the device's format has 64 kB for. It leaves some of it out (parameters' names, for one).</summary>
internal static class Heaps
{
    /// <summary>Bytes of signatures, and of attributes' values.</summary>
    public static int SignatureBytes(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        return file.GetMetadataReader().GetHeapSize(HeapIndex.Blob);
    }

    /// <summary>Bytes of names and texts, as the device's format has them: UTF-8 with a zero behind it.</summary>
    public static int StringBytes(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        MetadataReader metadata = file.GetMetadataReader();
        int bytes = metadata.GetHeapSize(HeapIndex.String);
        // The first one is always there, and empty.
        UserStringHandle text = metadata.GetNextHandle(MetadataTokens.UserStringHandle(0));
        while (!text.IsNil)
        {
            int length = Encoding.UTF8.GetByteCount(metadata.GetUserString(text));
            // What fills the heap up to a round size looks like empty texts.
            bytes += length > 0 ? length + 1 : 0;
            text = metadata.GetNextHandle(text);
        }

        return bytes;
    }
}
