using System;
using System.Collections.Generic;
using System.Device.Gpio;
using nanoFramework.Hardware.Esp32;

namespace ValenceNano.Simulation;

/// <summary>The GPIO pins of a <see cref="VirtualDevice"/>: what hangs on them, and what the firmware has made of them.</summary>
public sealed class VirtualPins
{
    private readonly Dictionary<int, PinMode> _open = [];
    private readonly Dictionary<int, bool> _driven = [];
    private readonly Dictionary<int, bool> _outputs = [];
    private readonly Dictionary<DeviceFunction, int> _functions = [];

    /// <summary>Drives a pin from outside, as a button or another chip does.</summary>
    /// <param name="pin">GPIO number.</param>
    /// <param name="isHigh">Its level; null: nothing drives it, and its pull resistor decides.</param>
    public void Drive(int pin, bool? isHigh)
    {
        if (isHigh.HasValue)
        {
            _driven[pin] = isHigh.Value;
        }
        else
        {
            _driven.Remove(pin);
        }
    }

    /// <summary>The level of a pin: as the firmware drives it, else as something outside does, else as it is pulled.</summary>
    public bool IsHigh(int pin)
    {
        bool isOpen = _open.TryGetValue(pin, out PinMode mode);
        if (isOpen && mode == PinMode.Output)
        {
            return _outputs.GetValueOrDefault(pin);
        }

        return _driven.TryGetValue(pin, out bool isHigh) ? isHigh : isOpen && mode == PinMode.InputPullUp;
    }

    /// <summary>Tells whether the firmware drives a pin.</summary>
    public bool IsOutput(int pin) => _open.TryGetValue(pin, out PinMode mode) && mode == PinMode.Output;

    /// <summary>The pin that a peripheral's function was given.</summary>
    /// <param name="function">As the device's library names it: "COM2_TX", "I2C1_DATA".</param>
    /// <returns>GPIO number; -1 if the function has no pin.</returns>
    public int PinOf(string function) => PinOf(Enum.Parse<DeviceFunction>(function));

    internal int PinOf(DeviceFunction function) => _functions.TryGetValue(function, out int pin) ? pin : -1;

    internal void SetFunction(int pin, DeviceFunction function) => _functions[function] = pin;

    internal void Open(int pin, PinMode mode)
    {
        if (!_open.TryAdd(pin, mode))
        {
            throw new InvalidOperationException("this pin is open already");
        }

        _outputs[pin] = false;
    }

    internal void Close(int pin) => _open.Remove(pin);

    internal void Write(int pin, bool isHigh) => _outputs[pin] = isHigh;

    internal void Reset()
    {
        _open.Clear();
        _outputs.Clear();
        _functions.Clear();
    }
}
