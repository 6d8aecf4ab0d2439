namespace nanoFramework.Hardware.Esp32;

public enum DeviceFunction
{
    I2C1_DATA = 131328,
    I2C1_CLOCK = 131329,
    COM2_TX = 197120,
    COM2_RX = 197121,
    COM2_RTS = 197122,
    COM3_TX = 197376,
    COM3_RX = 197377,
    COM3_RTS = 197378,
}
