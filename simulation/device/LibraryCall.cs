namespace ValenceNano.Simulation;

/// <summary>The program is in a library of the device: what happens in the world meanwhile is none of its instructions.</summary>
internal readonly ref struct LibraryCall
{
    private readonly VirtualProcessor _processor;

    public LibraryCall(VirtualProcessor processor)
    {
        _processor = processor;
    }

    /// <summary>The program goes on.</summary>
    public void Dispose() => _processor.Leave();
}
