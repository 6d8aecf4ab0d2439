using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace ValenceNano.Bench;

/// <summary>
/// Rewrites modules so that each basic block says when it is entered. Nothing else changes; what is counted are the
/// instructions that were there before.
/// </summary>
/// <param name="onlySum">
/// False: a block says which it is, to <see cref="Meter.Enter"/>. True: how many instructions it has, to <see cref="Meter.Execute"/>.
/// </param>
public sealed class Instrumenter(bool onlySum = false)
{
    private const string OwnAssemblies = "ValenceNano.";

    private readonly List<Block> _blocks = [];

    /// <summary>All blocks so far; their places are the numbers they give to <see cref="Meter.Enter"/>.</summary>
    public IReadOnlyList<Block> Blocks => _blocks;

    /// <summary>Rewrites the methods of the types that <paramref name="isMetered"/> picks.</summary>
    public void Rewrite(ModuleDefinition module, Func<TypeDefinition, bool> isMetered)
    {
        MethodReference hook = Hook(module);
        foreach (TypeDefinition type in module.GetTypes().Where(isMetered))
        {
            foreach (MethodDefinition method in type.Methods.Where(m => m.HasBody))
            {
                Rewrite(method, hook);
            }
        }
    }

    // The bench's own module has the meter in itself.
    private MethodReference Hook(ModuleDefinition module)
    {
        string name = onlySum ? nameof(Meter.Execute) : nameof(Meter.Enter);
        TypeDefinition? own = module.GetType(typeof(Meter).FullName);
        return own == null
            ? module.ImportReference(typeof(Meter).GetMethod(name))
            : own.Methods.Single(m => m.Name == name);
    }

    private void Rewrite(MethodDefinition method, MethodReference hook)
    {
        // Short branches may no longer reach.
        method.Body.SimplifyMacros();
        var starts = new Dictionary<Instruction, Instruction>();
        ILProcessor il = method.Body.GetILProcessor();
        foreach (List<Instruction> block in Split(method.Body))
        {
            Instruction number = il.Create(OpCodes.Ldc_I4, onlySum ? block.Count : _blocks.Count);
            il.InsertBefore(block[0], number);
            il.InsertBefore(block[0], il.Create(OpCodes.Call, hook));
            starts.Add(block[0], number);
            _blocks.Add(Describe(method, block));
        }

        Retarget(method.Body, starts);
        method.Body.OptimizeMacros();
    }

    private static List<List<Instruction>> Split(MethodBody body)
    {
        HashSet<Instruction> starts = Starts(body);
        var blocks = new List<List<Instruction>>();
        foreach (Instruction instruction in body.Instructions)
        {
            if (starts.Contains(instruction))
            {
                blocks.Add([]);
            }

            blocks[^1].Add(instruction);
        }

        return blocks;
    }

    private static HashSet<Instruction> Starts(MethodBody body)
    {
        HashSet<Instruction> starts = [body.Instructions[0]];
        foreach (Instruction instruction in body.Instructions)
        {
            starts.UnionWith(Targets(instruction));
            bool endsBlock = instruction.OpCode.FlowControl
                is FlowControl.Branch or FlowControl.Cond_Branch or FlowControl.Return or FlowControl.Throw;
            if (endsBlock && instruction.Next != null)
            {
                starts.Add(instruction.Next);
            }
        }

        foreach (ExceptionHandler handler in body.ExceptionHandlers)
        {
            Instruction?[] entries = [handler.TryStart, handler.FilterStart, handler.HandlerStart];
            starts.UnionWith(entries.OfType<Instruction>());
        }

        return starts;
    }

    private static Instruction[] Targets(Instruction instruction) => instruction.Operand switch
    {
        Instruction target => [target],
        Instruction[] targets => targets,
        _ => [],
    };

    // Whatever led to a block now leads to its number, and a range that ended before it ends before its number.
    private static void Retarget(MethodBody body, Dictionary<Instruction, Instruction> starts)
    {
        foreach (Instruction instruction in body.Instructions)
        {
            instruction.Operand = instruction.Operand switch
            {
                Instruction target => starts[target],
                Instruction[] targets => Array.ConvertAll(targets, target => starts[target]),
                _ => instruction.Operand,
            };
        }

        Instruction? Moved(Instruction? at) => at != null && starts.TryGetValue(at, out Instruction? number) ? number : at;
        foreach (ExceptionHandler handler in body.ExceptionHandlers)
        {
            handler.TryStart = Moved(handler.TryStart);
            handler.TryEnd = Moved(handler.TryEnd);
            handler.FilterStart = Moved(handler.FilterStart);
            handler.HandlerStart = Moved(handler.HandlerStart);
            handler.HandlerEnd = Moved(handler.HandlerEnd);
        }
    }

    private static Block Describe(MethodDefinition method, List<Instruction> block) => new(
        $"{method.DeclaringType.Name}.{method.Name}",
        block.Count,
        block.Count(Allocates),
        [.. block.Select(LibraryCall).OfType<string>()]);

    private static bool Allocates(Instruction instruction) => instruction.OpCode.Code switch
    {
        Code.Newarr or Code.Box or Code.Ldstr => true,
        Code.Newobj => !((MethodReference)instruction.Operand).DeclaringType.Resolve().IsValueType,
        _ => false,
    };

    // The name of the class-library method that this instruction calls; null if it calls none.
    private static string? LibraryCall(Instruction instruction)
    {
        if (instruction.OpCode.FlowControl != FlowControl.Call || instruction.Operand is not MethodReference called)
        {
            return null;
        }

        IMetadataScope scope = called.DeclaringType.GetElementType().Scope;
        bool isOwn = scope is ModuleDefinition || scope.Name.StartsWith(OwnAssemblies, StringComparison.Ordinal);
        return isOwn ? null : $"{called.DeclaringType.Name}.{called.Name}";
    }
}
