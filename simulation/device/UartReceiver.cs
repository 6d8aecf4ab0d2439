using System;
using System.Collections.Generic;

namespace ValenceNano.Simulation;

/// <summary>
/// The receiving half of the ESP32's UART and its driver: bytes lie in the hardware's FIFO until there are enough of them
/// or the line falls silent, and in the driver's buffer from then on.
/// </summary>
internal sealed class UartReceiver
{
    private const int ThresholdBytes = 120;

    // 10 byte times at 115200 baud.
    private const int SilenceUs = 868;

    private readonly byte[] _fifo = new byte[ThresholdBytes];
    private readonly Queue<byte> _buffer = new();
    private int _fifoCount;
    private long _lastUs;
    private bool _isSending;
    private long _sendEndUs;
    private int _capacity;

    /// <summary>How many bytes can be read; good after <see cref="Settle"/>.</summary>
    public int Count => _buffer.Count;

    /// <summary>Bytes that found no room in the driver's buffer.</summary>
    public long Dropped { get; private set; }

    /// <summary>Empties everything.</summary>
    public void Reset(int capacity)
    {
        _capacity = capacity;
        _buffer.Clear();
        _buffer.EnsureCapacity(capacity);
        _fifoCount = 0;
        _isSending = false;
    }

    /// <summary>RTS is raised until then: the receiver is off, and the driver empties the FIFO when it drops RTS.</summary>
    public void BeginSending(long endUs)
    {
        _isSending = true;
        _sendEndUs = Math.Max(_sendEndUs, endUs);
    }

    /// <summary>A byte has come in, whole since <paramref name="endUs"/>.</summary>
    public void Hear(byte value, long endUs)
    {
        Settle(endUs);
        if (_isSending)
        {
            return;
        }

        _fifo[_fifoCount++] = value;
        _lastUs = endUs;
        if (_fifoCount == ThresholdBytes)
        {
            Flush();
        }
    }

    /// <summary>Does what the hardware has done by now, in the order in which it did it.</summary>
    public void Settle(long nowUs)
    {
        bool silenceIsFirst = !_isSending || _lastUs + SilenceUs <= _sendEndUs;
        if (silenceIsFirst)
        {
            FlushIfSilent(nowUs);
        }

        if (_isSending && nowUs >= _sendEndUs)
        {
            _isSending = false;
            _fifoCount = 0;
        }

        FlushIfSilent(nowUs);
    }

    /// <summary>Takes bytes from the driver's buffer, which must have that many.</summary>
    public void Read(byte[] buffer, int offset, int count)
    {
        for (int i = 0; i < count; i++)
        {
            buffer[offset + i] = _buffer.Dequeue();
        }
    }

    private void FlushIfSilent(long nowUs)
    {
        if (_fifoCount > 0 && nowUs >= _lastUs + SilenceUs)
        {
            Flush();
        }
    }

    private void Flush()
    {
        for (int i = 0; i < _fifoCount; i++)
        {
            if (_buffer.Count < _capacity)
            {
                _buffer.Enqueue(_fifo[i]);
            }
            else
            {
                Dropped++;
            }
        }

        _fifoCount = 0;
    }
}
