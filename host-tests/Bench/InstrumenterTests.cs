using Mono.Cecil.Cil;

namespace ValenceNano.HostTests.Bench;

/// <summary>Methods of a few instructions, counted by hand in the comments and in the expected figures.</summary>
public sealed class InstrumenterTests
{
    private readonly IlSample _sample = new();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1000)]
    public void Step_of_a_loop_is_seven_instructions(int steps)
    {
        // for (int i = 0; i < n; i++) { } return i;
        VariableDefinition i = _sample.Local<int>();
        ILProcessor il = _sample.Il;
        Instruction condition = il.Create(OpCodes.Ldloc, i);
        Instruction step = il.Create(OpCodes.Ldloc, i);
        il.Emit(OpCodes.Ldc_I4_0);
        il.Emit(OpCodes.Stloc, i);
        il.Emit(OpCodes.Br, condition);
        il.Append(step);
        il.Emit(OpCodes.Ldc_I4_1);
        il.Emit(OpCodes.Add);
        il.Emit(OpCodes.Stloc, i);
        il.Append(condition);
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Blt, step);
        il.Emit(OpCodes.Ldloc, i);
        il.Emit(OpCodes.Ret);

        var counted = _sample.Count(_sample.Instrumented(), steps);

        Assert.Equal(steps, counted.Result);
        Assert.Equal((7 * steps) + 3 + 3 + 2, counted.Il);
        Assert.Equal(0, counted.Allocations);
        Assert.Empty(counted.Calls);
    }

    [Theory]
    [InlineData(0, 10, 4)]
    [InlineData(1, 20, 5)]
    [InlineData(2, 10, 4)]
    [InlineData(3, 30, 5)]
    public void Every_arm_of_a_switch_is_counted_for_itself(int argument, int result, int instructions)
    {
        // 2 to get there, then an arm of 2, one of 3, or 3 where there is no arm.
        ILProcessor il = _sample.Il;
        Instruction ten = il.Create(OpCodes.Ldc_I4, 10);
        Instruction twenty = il.Create(OpCodes.Nop);
        Instruction other = il.Create(OpCodes.Ldc_I4, 30);
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Switch, [ten, twenty, ten]);
        il.Emit(OpCodes.Br, other);
        il.Append(ten);
        il.Emit(OpCodes.Ret);
        il.Append(twenty);
        il.Emit(OpCodes.Ldc_I4, 20);
        il.Emit(OpCodes.Ret);
        il.Append(other);
        il.Emit(OpCodes.Ret);

        var counted = _sample.Count(_sample.Instrumented(), argument);

        Assert.Equal((result, instructions), (counted.Result, (int)counted.Il));
    }

    [Fact]
    public void Strings_arrays_boxes_and_objects_allocate_but_structs_do_not()
    {
        ILProcessor il = _sample.Il;
        Drop(OpCodes.Ldstr, "text");
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Newarr, _sample.Type<byte>());
        il.Emit(OpCodes.Pop);
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Box, _sample.Type<int>());
        il.Emit(OpCodes.Pop);
        il.Emit(OpCodes.Newobj, _sample.Method(typeof(object).GetConstructor([])));
        il.Emit(OpCodes.Pop);
        il.Emit(OpCodes.Ldc_I4_1);
        il.Emit(OpCodes.Conv_I8);
        il.Emit(OpCodes.Newobj, _sample.Method(typeof(TimeSpan).GetConstructor([typeof(long)])));
        il.Emit(OpCodes.Pop);
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ret);

        var counted = _sample.Count(_sample.Instrumented(), 5);

        Assert.Equal(16, counted.Il);
        Assert.Equal(4, counted.Allocations);
        Assert.Equal(["Object..ctor", "TimeSpan..ctor"], counted.Calls);

        void Drop(OpCode code, string operand)
        {
            il.Emit(code, operand);
            il.Emit(OpCodes.Pop);
        }
    }

    [Fact]
    public void Call_into_the_library_is_one_instruction_and_has_a_name()
    {
        ILProcessor il = _sample.Il;
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldc_I4_3);
        il.Emit(OpCodes.Call, _sample.Method(typeof(Math).GetMethod("Max", [typeof(int), typeof(int)])));
        il.Emit(OpCodes.Ret);

        var counted = _sample.Count(_sample.Instrumented(), 2);

        Assert.Equal((3, 4), (counted.Result, (int)counted.Il));
        Assert.Equal(["Math.Max"], counted.Calls);
    }

    [Theory]
    [InlineData(1, 3, 10)]
    [InlineData(0, 7, 14)]
    public void Try_catch_and_finally_keep_their_ranges(int argument, int result, int instructions)
    {
        // try { try { if (n == 0) throw new Exception(); r = 3; } catch { r = 7; } } finally { } return r;
        // 2 to ask, 3 to set r and leave, or 2 to throw and 5 in the handler, 2 to leave the outer, 1 in finally, 2 to return.
        VariableDefinition r = _sample.Local<int>();
        ILProcessor il = _sample.Il;
        Instruction set = il.Create(OpCodes.Ldc_I4_3);
        Instruction handler = il.Create(OpCodes.Pop);
        Instruction afterInner = il.Create(OpCodes.Nop);
        Instruction atLast = il.Create(OpCodes.Endfinally);
        Instruction end = il.Create(OpCodes.Ldloc, r);
        Instruction start = il.Create(OpCodes.Ldarg_0);
        il.Append(start);
        il.Emit(OpCodes.Brtrue, set);
        il.Emit(OpCodes.Newobj, _sample.Method(typeof(InvalidOperationException).GetConstructor([])));
        il.Emit(OpCodes.Throw);
        il.Append(set);
        il.Emit(OpCodes.Stloc, r);
        il.Emit(OpCodes.Leave, afterInner);
        il.Append(handler);
        il.Emit(OpCodes.Ldc_I4_7);
        il.Emit(OpCodes.Stloc, r);
        il.Emit(OpCodes.Nop);
        il.Emit(OpCodes.Leave, afterInner);
        il.Append(afterInner);
        il.Emit(OpCodes.Leave, end);
        il.Append(atLast);
        il.Append(end);
        il.Emit(OpCodes.Ret);
        Handle(ExceptionHandlerType.Catch, start, handler, afterInner, _sample.Type<Exception>());
        Handle(ExceptionHandlerType.Finally, start, atLast, end, null);

        var counted = _sample.Count(_sample.Instrumented(), argument);

        Assert.Equal((result, instructions), (counted.Result, (int)counted.Il));
        Assert.Equal(argument == 0 ? 1 : 0, counted.Allocations);
    }

    [Fact]
    public void Try_that_begins_with_a_loop_stays_one()
    {
        // try { do { n--; } while (n > 0); } finally { } return n: 7 a step, leave, endfinally, 2 to return.
        ILProcessor il = _sample.Il;
        Instruction start = il.Create(OpCodes.Ldarg_0);
        Instruction atLast = il.Create(OpCodes.Endfinally);
        Instruction end = il.Create(OpCodes.Ldarg_0);
        il.Append(start);
        il.Emit(OpCodes.Ldc_I4_1);
        il.Emit(OpCodes.Sub);
        il.Emit(OpCodes.Starg, 0);
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldc_I4_0);
        il.Emit(OpCodes.Bgt, start);
        il.Emit(OpCodes.Leave, end);
        il.Append(atLast);
        il.Append(end);
        il.Emit(OpCodes.Ret);
        Handle(ExceptionHandlerType.Finally, start, atLast, end, null);

        var counted = _sample.Count(_sample.Instrumented(), 4);

        Assert.Equal((0, (4 * 7) + 4), (counted.Result, (int)counted.Il));
    }

    [Theory]
    [InlineData(1, 11)]
    [InlineData(0, 0)]
    public void Filter_that_lets_an_exception_pass_is_counted_too(int argument, int result)
    {
        // try { throw new Exception(); } catch when (n != 0) { return 11; }
        VariableDefinition r = _sample.Local<int>();
        ILProcessor il = _sample.Il;
        Instruction start = il.Create(OpCodes.Newobj, _sample.Method(typeof(InvalidOperationException).GetConstructor([])));
        Instruction filter = il.Create(OpCodes.Pop);
        Instruction handler = il.Create(OpCodes.Pop);
        Instruction end = il.Create(OpCodes.Ldloc, r);
        il.Append(start);
        il.Emit(OpCodes.Throw);
        il.Append(filter);
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Endfilter);
        il.Append(handler);
        il.Emit(OpCodes.Ldc_I4, 11);
        il.Emit(OpCodes.Stloc, r);
        il.Emit(OpCodes.Leave, end);
        il.Append(end);
        il.Emit(OpCodes.Ret);
        _sample.Handle(new ExceptionHandler(ExceptionHandlerType.Filter)
        {
            TryStart = start, TryEnd = filter, FilterStart = filter, HandlerStart = handler, HandlerEnd = end,
        });
        Func<int, int> method = _sample.Instrumented();

        var counted = _sample.Count(
            n =>
            {
                try
                {
                    return method(n);
                }
                catch (InvalidOperationException)
                {
                    return 0;
                }
            },
            argument);

        Assert.Equal((result, argument == 0 ? 5 : 11), (counted.Result, (int)counted.Il));
    }

    [Fact]
    public void Short_branch_that_no_longer_reaches_becomes_a_long_one()
    {
        // 20 times if (n > 5) { return n; }: as compiled the first branch spans 78 bytes, with the meter's calls some 200.
        ILProcessor il = _sample.Il;
        Instruction end = il.Create(OpCodes.Ldarg_0);
        for (int i = 0; i < 20; i++)
        {
            il.Emit(OpCodes.Ldarg_0);
            il.Emit(OpCodes.Ldc_I4_5);
            il.Emit(OpCodes.Bgt, end);
        }

        il.Append(end);
        il.Emit(OpCodes.Ret);
        Func<int, int> method = _sample.Instrumented();

        Assert.Equal(3 + 2, _sample.Count(method, 6).Il);
        Assert.Equal((20 * 3) + 2, _sample.Count(method, 5).Il);
    }

    private void Handle(
        ExceptionHandlerType kind, Instruction start, Instruction handler, Instruction end, Mono.Cecil.TypeReference? caught) =>
        _sample.Handle(new ExceptionHandler(kind)
        {
            TryStart = start, TryEnd = handler, HandlerStart = handler, HandlerEnd = end, CatchType = caught,
        });
}
