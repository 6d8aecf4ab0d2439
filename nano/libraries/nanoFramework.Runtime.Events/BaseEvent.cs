namespace nanoFramework.Runtime.Events;

public class BaseEvent
{
    public extern BaseEvent();
}
