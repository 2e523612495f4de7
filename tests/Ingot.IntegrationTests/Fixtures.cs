using Ingot.TestSupport;

[assembly: AssemblyFixture(typeof(MariaDbServer))]
[assembly: AssemblyFixture(typeof(MySqlServer))]
