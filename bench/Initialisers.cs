using System.Reflection;
using System.Runtime.CompilerServices;
using ValenceNano.Display;
using ValenceNano.Network;
using ValenceNano.Protocol;

namespace ValenceNano.Bench;

/// <summary>The static initialisers of the product.</summary>
internal static class Initialisers
{
    /// <summary>Runs them. On the device they run before Main; here each would run, and allocate, when its type is first used.</summary>
    public static void Run()
    {
        foreach (Assembly assembly in (Assembly[])[typeof(BusMonitor).Assembly, typeof(Monitor).Assembly, typeof(PanelDisplay).Assembly, typeof(HttpServer).Assembly])
        {
            foreach (Type type in assembly.GetTypes())
            {
                RuntimeHelpers.RunClassConstructor(type.TypeHandle);
            }
        }
    }
}
