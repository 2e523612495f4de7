using Ingot.Delta.Actions;
using Ingot.Delta.Parquet;
using Ingot.Delta.Schema;

namespace Ingot.Delta.Log;

/// <summary>Compares the columns of a Parquet file with those of the table: every reader must find the types that the table promises.</summary>
internal static class FileSchema
{
    public static void Check(ParquetFooter footer, Metadata metadata)
    {
        foreach (var column in footer.Schema.Fields)
        {
            if (metadata.Schema.TryFind(column.Name) is not { } field)
            {
                throw Refused(footer, $"has the column '{column.Name}', which the table does not have");
            }

            if (field.Name != column.Name)
            {
                throw Refused(footer, $"has the column '{column.Name}', which the table writes '{field.Name}'");
            }

            Compare(footer, column.Name, field.Type, column.Type);
        }
    }

    private static void Compare(ParquetFooter footer, string path, DataType expected, DataType found)
    {
        switch (expected, found)
        {
            case (StructType table, StructType file):
                foreach (var field in file.Fields)
                {
                    var other = table.TryFind(field.Name) ?? throw Refused(footer, $"has the field '{path}.{field.Name}', which the table does not have");
                    Compare(footer, $"{path}.{field.Name}", other.Type, field.Type);
                }

                break;
            case (ArrayType table, ArrayType file):
                Compare(footer, $"{path}.element", table.ElementType, file.ElementType);
                break;
            case (MapType table, MapType file):
                Compare(footer, $"{path}.key", table.KeyType, file.KeyType);
                Compare(footer, $"{path}.value", table.ValueType, file.ValueType);
                break;
            case (StructType or ArrayType or MapType, _):
                throw Differs(footer, path, expected, found);
            default:
                if (!expected.Equals(found))
                {
                    throw Differs(footer, path, expected, found);
                }

                break;
        }
    }

    private static DeltaException Differs(ParquetFooter footer, string path, DataType expected, DataType found) =>
        Refused(footer, $"has the column '{path}' as {found.SimpleString}, the table as {expected.SimpleString}");

    private static DeltaException Refused(ParquetFooter footer, string reason) =>
        new(DeltaErrorCode.WriteRefused, $"The file {footer.File} {reason}.");
}
