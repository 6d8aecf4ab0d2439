namespace ValenceNano.Network;

/// <summary>A port to which single datagrams come. Nothing here waits and nothing throws.</summary>
public interface IDatagrams
{
    /// <summary>Takes the next one that has come; of one that is longer than the buffer the rest is lost.</summary>
    /// <returns>Its length in bytes; 0: there is none.</returns>
    int Receive(byte[] buffer);

    /// <summary>Sends one to where the last one that was taken came from.</summary>
    void Reply(byte[] buffer, int count);
}
