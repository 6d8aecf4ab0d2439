using ValenceNano.Desktop;

return await ValenceCommand.RunAsync(args, CommandIo.OfProcess());
