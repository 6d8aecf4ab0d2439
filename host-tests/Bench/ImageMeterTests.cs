using Mono.Cecil;
using Mono.Cecil.Cil;
using ValenceNano.Bench;

namespace ValenceNano.HostTests.Bench;

public sealed class ImageMeterTests
{
    [Fact]
    public void Image_is_counted_as_by_hand()
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            WriteSample(path, new byte[100]);

            ImageSize size = ImageMeter.Measure(path);

            Assert.Equal((2, 1, 1, 2, 0), (size.Types, size.Methods, size.Fields, size.IlBytes, size.StaticBytes));
            Assert.InRange(size.DataBytes, 100, 199);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Strings_are_counted_once_each_as_the_device_writes_them()
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            WriteSample(path, [1]);
            int without = ImageMeter.Measure(path).StringBytes;
            WriteSample(path, [1], "3 °C", "3 °C");

            Assert.Equal(without + 6, ImageMeter.Measure(path).StringBytes);
        }
        finally
        {
            File.Delete(path);
        }
    }

    // Two types: one for the size of the data, and one with a field, a constant and the data of an array's initialiser; a method.
    private static void WriteSample(string path, byte[] data, params string[] texts)
    {
        using var module = ModuleDefinition.CreateModule("Sample", ModuleKind.Dll);
        TypeReference number = module.TypeSystem.Int32;
        var type = new TypeDefinition("", "Sample", TypeAttributes.Public, module.TypeSystem.Object);
        var block = new TypeDefinition("", "Block", TypeAttributes.NestedPublic | TypeAttributes.ExplicitLayout, module.TypeSystem.Object)
        {
            ClassSize = data.Length,
            PackingSize = 1,
        };
        type.NestedTypes.Add(block);
        type.Fields.Add(new FieldDefinition("InObject", FieldAttributes.Public, number));
        type.Fields.Add(new FieldDefinition("Constant", FieldAttributes.Static | FieldAttributes.Literal, number) { Constant = 1 });
        type.Fields.Add(new FieldDefinition("Data", FieldAttributes.Static | FieldAttributes.HasFieldRVA, block) { InitialValue = data });
        var method = new MethodDefinition("Run", MethodAttributes.Static, module.TypeSystem.Void);
        type.Methods.Add(method);
        ILProcessor run = method.Body.GetILProcessor();
        foreach (string text in texts)
        {
            run.Emit(OpCodes.Ldstr, text);
            run.Emit(OpCodes.Pop);
        }

        run.Emit(OpCodes.Nop);
        run.Emit(OpCodes.Ret);
        module.Types.Add(type);
        module.Write(path);
    }
}
