using Ingot.PrivateServer;
using Ingot.TestSupport;

namespace Ingot.Tests.PrivateServer;

public sealed class MariaDbBinariesTests
{
    [Fact]
    public void The_path_comes_first_and_the_system_tables_stand_beside_the_program()
    {
        using var folder = new TemporaryFolder();
        var server = folder.Write("bin/mariadbd", "");
        var tables = folder.Write("share/mariadb/mariadb_system_tables.sql", "");

        var found = MariaDbBinaries.TryFind($"/nowhere:{folder.Combine("bin")}");

        Assert.Equal(new MariaDbBinaries(server, tables), found);
    }
}
