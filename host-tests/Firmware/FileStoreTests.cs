using ValenceNano.Firmware;
using ValenceNano.HostTests.Model.Store;
using ValenceNano.Model;

namespace ValenceNano.HostTests.Firmware;

/// <summary>The device's store.</summary>
public sealed class FileStoreTests : StoreContract
{
    protected override IStore Open() => new FileStore(Folder.FullName + Path.DirectorySeparatorChar);
}
