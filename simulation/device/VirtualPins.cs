using System;
using System.Collections.Generic;
using System.Device.Gpio;
using nanoFramework.Hardware.Esp32;

namespace ValenceNano.Simulation;

/// <summary>The GPIO pins of a <see cref="VirtualDevice"/>: what hangs on them, and what the firmware has made of them.</summary>
public sealed class VirtualPins
{
    private const int Count = 40;

    // By GPIO number: arrays, since the firmware looks at a pin millions of times in a virtual day.
    private readonly PinMode?[] _open = new PinMode?[Count];
    private readonly bool?[] _driven = new bool?[Count];
    private readonly bool[] _outputs = new bool[Count];
    private readonly Action<bool>[] _handlers = new Action<bool>[Count];
    private readonly Dictionary<DeviceFunction, int> _functions = [];
    private readonly VirtualProcessor _processor;

    internal VirtualPins(VirtualProcessor processor)
    {
        _processor = processor;
    }

    /// <summary>Drives a pin from outside, as a button or another chip does.</summary>
    /// <param name="pin">GPIO number.</param>
    /// <param name="isHigh">Its level; null: nothing drives it, and its pull resistor decides.</param>
    public void Drive(int pin, bool? isHigh)
    {
        bool was = IsHigh(pin);
        _driven[pin] = isHigh;
        if (IsHigh(pin) != was && _handlers[pin] is { } handler)
        {
            _processor.Charge(LibraryCost.PinEdge);
            handler(!was);
        }
    }

    /// <summary>The level of a pin: as the firmware drives it, else as something outside does, else as it is pulled.</summary>
    public bool IsHigh(int pin) =>
        IsOutput(pin) ? _outputs[pin] : _driven[pin] ?? _open[pin] == PinMode.InputPullUp;

    /// <summary>Tells whether the firmware drives a pin.</summary>
    public bool IsOutput(int pin) => _open[pin] == PinMode.Output;

    /// <summary>The pin that a peripheral's function was given.</summary>
    /// <param name="function">As the device's library names it: "COM2_TX", "I2C1_DATA".</param>
    /// <returns>GPIO number; -1 if the function has no pin.</returns>
    public int PinOf(string function) => PinOf(Enum.Parse<DeviceFunction>(function));

    internal int PinOf(DeviceFunction function) => _functions.TryGetValue(function, out int pin) ? pin : -1;

    internal void SetFunction(int pin, DeviceFunction function) => _functions[function] = pin;

    internal void Open(int pin, PinMode mode)
    {
        if (_open[pin].HasValue)
        {
            throw new InvalidOperationException("this pin is open already");
        }

        _open[pin] = mode;
        _outputs[pin] = false;
    }

    internal void Close(int pin)
    {
        _open[pin] = null;
        _handlers[pin] = null;
    }

    /// <summary>Has a level told whenever it has changed.</summary>
    internal void Tell(int pin, Action<bool> handler) => _handlers[pin] = handler;

    internal void Write(int pin, bool isHigh) => _outputs[pin] = isHigh;

    internal void Reset()
    {
        Array.Clear(_open);
        Array.Clear(_outputs);
        Array.Clear(_handlers);
        _functions.Clear();
    }
}
