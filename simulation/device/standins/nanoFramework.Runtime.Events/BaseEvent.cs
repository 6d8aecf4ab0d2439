namespace nanoFramework.Runtime.Events;

internal class BaseEvent
{
}
