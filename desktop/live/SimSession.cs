namespace ValenceNano.Desktop;
public static class SimSession { public static int Run(SimOptions o, CommandIo io, CancellationToken c) => 1; }
