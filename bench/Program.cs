using ValenceNano.Bench;
using ValenceNano.Desktop;

using var signals = new StopSignals();
return await BenchCommand.RunAsync(args, CommandIo.OfProcess(), signals.Token);
