namespace System.Device.Gpio;

internal delegate void PinValueChangedEventHandler(object sender, PinValueChangedEventArgs e);
