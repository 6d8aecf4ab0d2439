namespace ValenceNano.Bench;

/// <summary>Runs the scenarios one by one on instrumented code and counts.</summary>
public sealed class Workbench
{
    private readonly MeteredContext _context = new();
    private readonly IReadOnlyList<(string Name, Action Prepare, Func<int> Run)> _scenarios;

    /// <summary>Instruments the product and makes the scenarios.</summary>
    public Workbench() => _scenarios = _context.Scenarios();

    /// <summary>The names of all scenarios.</summary>
    public IEnumerable<string> Names => _scenarios.Select(scenario => scenario.Name);

    /// <summary>Measures a scenario: a later run than its first, so that what only ever happens once is done.</summary>
    public Measurement Measure(string name)
    {
        (_, Action prepare, Func<int> run) = _scenarios.First(scenario => scenario.Name == name);
        prepare();
        run();
        int i2cBytes = 0;
        long allocated = Allocation.Least(() =>
        {
            prepare();
            Array.Clear(_context.Hits);
            long before = GC.GetAllocatedBytesForCurrentThread();
            i2cBytes = run();
            return GC.GetAllocatedBytesForCurrentThread() - before;
        });
        return new Measurement(
            name,
            Sum(block => block.Instructions),
            Sum(block => block.LibraryCalls.Count),
            Sum(block => block.Allocations),
            allocated,
            i2cBytes);
    }

    /// <summary>Where the last measured instructions were executed, by method, most first.</summary>
    public IEnumerable<(string Method, long Il)> InstructionsByMethod() =>
        Entered()
            .GroupBy(entry => entry.Block.Method, (method, entries) => (method, entries.Sum(e => e.Times * e.Block.Instructions)))
            .OrderByDescending(line => line.Item2);

    /// <summary>Which class-library methods were called last, most often first.</summary>
    public IEnumerable<(string Method, long Times)> LibraryCalls() =>
        Entered()
            .SelectMany(entry => entry.Block.LibraryCalls, (entry, method) => (entry.Times, Method: method))
            .GroupBy(call => call.Method, (method, calls) => (method, calls.Sum(call => call.Times)))
            .OrderByDescending(line => line.Item2);

    private long Sum(Func<Block, int> of) => Entered().Sum(entry => entry.Times * of(entry.Block));

    private IEnumerable<(Block Block, long Times)> Entered() =>
        _context.Blocks.Zip(_context.Hits).Where(entry => entry.Second > 0);
}
