using ValenceNano.Desktop;

using var signals = new StopSignals();
return await ValenceCommand.RunAsync(args, CommandIo.OfProcess(), signals.Token);
