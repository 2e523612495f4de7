namespace Ingot.IntegrationTests.Scaffolding;

/// <summary>The tables and objects of synthetic schemas that are not made of columns dealt at random.</summary>
internal static class SyntheticSpecials
{
    /// <summary>The special tables of a form, each with its rows and the statements that make it.</summary>
    /// <param name="form">The form, from 0 to 19.</param>
    /// <param name="database">The database.</param>
    public static IEnumerable<(string Name, int Rows, IReadOnlyList<string> Statements)> Tables(int form, string database)
    {
        var q = SyntheticSchema.Quote(database);
        switch (form)
        {
            case 2:
                yield return ("thousand", 2, [$"CREATE TABLE {q}.thousand (id INT PRIMARY KEY, {Join(1, 999, number => $"c{number} {(number % 3 == 0 ? "SMALLINT" : number % 3 == 1 ? "VARCHAR(3) CHARACTER SET ascii" : "INT UNSIGNED")}")})", $"INSERT INTO {q}.thousand (id, c1, c999) VALUES (1, 'x', 5), (2, NULL, NULL)"]);
                break;
            case 4:
                yield return ("wide row", 2, [$"CREATE TABLE {q}.`wide row` (id INT PRIMARY KEY, a VARCHAR(16000), b VARBINARY(1500)) ROW_FORMAT=DYNAMIC", $"INSERT INTO {q}.`wide row` VALUES (1, REPEAT('😀', 16000), REPEAT(0xFF, 1500)), (2, NULL, '')"]);
                break;
            case 6:
                yield return ("parts", 4, [$"CREATE TABLE {q}.parts (id INT NOT NULL, booked_on DATE NOT NULL, amount DECIMAL(10,2), PRIMARY KEY (id, booked_on)) PARTITION BY RANGE (YEAR(booked_on)) (PARTITION p0 VALUES LESS THAN (2020), PARTITION p1 VALUES LESS THAN MAXVALUE)", $"INSERT INTO {q}.parts VALUES (1, '2019-12-31', 1), (1, '2020-01-01', 2), (2, '2024-06-01', NULL), (3, '1999-01-01', -4.5)"]);
                break;
            case 9:
                yield return ("large", 2, [$"CREATE TABLE {q}.large (id INT PRIMARY KEY, content LONGBLOB)", $"INSERT INTO {q}.large VALUES (1, REPEAT('x', 24 * 1024 * 1024)), (2, NULL)"]);
                break;
            case 11:
                yield return ("archived", 2, [$"CREATE TABLE {q}.archived (id INT NOT NULL, note VARCHAR(30)) ENGINE=MyISAM", $"INSERT INTO {q}.archived VALUES (1, 'a'), (1, 'a')"]);
                break;
            case 13:
                yield return ("nullable key", 3, [$"CREATE TABLE {q}.`nullable key` (code VARCHAR(10) NULL, note TEXT, UNIQUE KEY (code))", $"INSERT INTO {q}.`nullable key` VALUES (NULL, 'a'), (NULL, 'a'), ('x', NULL)"]);
                break;
            case 14:
                yield return ("mojibake", 2, [$"CREATE TABLE {q}.mojibake (id INT PRIMARY KEY, name VARCHAR(40) CHARACTER SET latin1)", $"INSERT INTO {q}.mojibake VALUES (1, CONVERT(0xC383C2A4 USING latin1)), (2, _latin1 0xC3BC)"]);
                break;
            case 16:
                yield return ("defaults", 2, [$"CREATE TABLE {q}.defaults (id INT AUTO_INCREMENT PRIMARY KEY, made_at DATETIME DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP, flag ENUM('Y','N') NOT NULL DEFAULT 'N', n INT DEFAULT (1 + 1), note VARCHAR(20) DEFAULT 'it''s')", $"INSERT INTO {q}.defaults (id) VALUES (1), (2)"]);
                break;
        }
    }

    /// <summary>Views, triggers, routines and sequences, which no lake holds.</summary>
    /// <param name="form">The form, from 0 to 19.</param>
    /// <param name="isMariaDb">Whether the server is MariaDB.</param>
    /// <param name="database">The database.</param>
    /// <param name="table">A table of it, quoted.</param>
    public static IEnumerable<string> Objects(int form, bool isMariaDb, string database, string table)
    {
        var q = SyntheticSchema.Quote(database);
        if (form % 2 == 0)
        {
            yield return $"CREATE VIEW {q}.`a view` AS SELECT COUNT(*) AS n FROM {table}";
        }

        if (form % 5 == 0)
        {
            yield return $"CREATE TRIGGER {q}.`a trigger` BEFORE INSERT ON {table} FOR EACH ROW SET @x = 1";
            yield return $"CREATE EVENT {q}.`an event` ON SCHEDULE EVERY 1 YEAR STARTS '2037-01-01 00:00:00' DO SELECT 1";
            yield return $"CREATE PROCEDURE {q}.`a procedure`() SELECT 1";
            if (isMariaDb)
            {
                yield return $"CREATE SEQUENCE {q}.`a sequence`";
            }
        }
    }

    private static string Join(int from, int count, Func<int, string> text) => string.Join(", ", Enumerable.Range(from, count).Select(text));
}
