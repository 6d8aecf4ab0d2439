namespace ValenceNano.Desktop;

/// <summary>Ends a command with exit code 2. The message is the one line for standard error: what is wrong, and where.</summary>
public sealed class CommandException(string message) : Exception(message);
