namespace Ingot.MySql.Wire;

/// <summary>The capability flags that we use (MySQL protocol, "Capabilities Flags").</summary>
[Flags]
internal enum Capabilities : uint
{
    LongPassword = 0x1,
    LongFlag = 0x4,
    ConnectWithDatabase = 0x8,
    Protocol41 = 0x200,
    Tls = 0x800,
    Transactions = 0x2000,
    SecureConnection = 0x8000,
    PluginAuthentication = 0x80000,
    ConnectAttributes = 0x100000,
    DeprecateEof = 0x1000000,
}
