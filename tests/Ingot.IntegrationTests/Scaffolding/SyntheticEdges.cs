namespace Ingot.IntegrationTests.Scaffolding;

/// <summary>Tables at the edges of what servers allow, in ten groups. The forms 2n and 2n + 1 have group n, so that of the few seeds each server has each group.</summary>
internal static class SyntheticEdges
{
    private const string Hostile = "two\\nlines, it''s \\\"quoted\\\" */ /* --- # ${HOME} {a: b} | 😀 \\t -- end";

    /// <summary>Whether the schema of a form is read by an account that may read only some tables and columns.</summary>
    public static bool HasFewRights(int form) => form / 2 == 5;

    /// <summary>The tables of a form.</summary>
    /// <param name="form">The form, from 0 to 19.</param>
    /// <param name="isMariaDb">Whether the server is MariaDB.</param>
    /// <param name="q">The database, quoted.</param>
    public static IEnumerable<SyntheticEdge> Tables(int form, bool isMariaDb, string q) => (form / 2) switch
    {
        0 when isMariaDb => Versioned(q),
        0 => InvisibleKeys(q),
        1 => ReservedNames(q),
        2 => Labels(q),
        3 => Comments(q),
        4 => Keys(q, isMariaDb),
        5 => Rights(q),
        6 => ZeroDates(q),
        7 => GeneratedKeys(q, isMariaDb),
        8 => Partitions(q, isMariaDb),
        _ => Defaults(q, isMariaDb),
    };

    private static IEnumerable<SyntheticEdge> Versioned(string q)
    {
        yield return new("versioned", 2, $"CREATE TABLE {q}.versioned (id INT PRIMARY KEY, price DECIMAL(10,2)) WITH SYSTEM VERSIONING", $"INSERT INTO {q}.versioned VALUES (1, 1), (2, 2), (3, 3)", $"UPDATE {q}.versioned SET price = 5 WHERE id = 1", $"DELETE FROM {q}.versioned WHERE id = 3");
        yield return new(
            "versioned by columns", 1,
            $"CREATE TABLE {q}.`versioned by columns` (id INT PRIMARY KEY, note VARCHAR(9), since TIMESTAMP(6) GENERATED ALWAYS AS ROW START, until TIMESTAMP(6) GENERATED ALWAYS AS ROW END, PERIOD FOR SYSTEM_TIME (since, until)) WITH SYSTEM VERSIONING",
            $"INSERT INTO {q}.`versioned by columns` (id, note) VALUES (1, 'a')", $"UPDATE {q}.`versioned by columns` SET note = 'b'");
        yield return new(
            "periods", 2,
            $"CREATE TABLE {q}.periods (id INT NOT NULL, since DATE NOT NULL, until DATE NOT NULL, PERIOD FOR validity (since, until), PRIMARY KEY (id, validity WITHOUT OVERLAPS))",
            $"INSERT INTO {q}.periods VALUES (1, '2024-01-01', '2024-02-01'), (1, '2024-02-01', '9999-12-31')");
        yield return new("numbers", null, $"CREATE SEQUENCE {q}.numbers START WITH 5") { Said = ["a sequence has no rows"] };
    }

    private static IEnumerable<SyntheticEdge> InvisibleKeys(string q)
    {
        yield return new("invisible key", 3, "SET sql_generate_invisible_primary_key = ON", $"CREATE TABLE {q}.`invisible key` (note VARCHAR(9))", "SET sql_generate_invisible_primary_key = OFF", $"INSERT INTO {q}.`invisible key` VALUES ('a'), ('a'), (NULL)");
        yield return new("all invisible", 2, $"CREATE TABLE {q}.`all invisible` (id INT PRIMARY KEY INVISIBLE, note VARCHAR(9) INVISIBLE, seen INT)", $"INSERT INTO {q}.`all invisible` (id, note, seen) VALUES (1, 'a', 1), (2, NULL, NULL)");
    }

    private static IEnumerable<SyntheticEdge> ReservedNames(string q)
    {
        string[] columns = ["OP", "Commit_TS", "change_seq", "load_id"];
        yield return new("reserved", 2, $"CREATE TABLE {q}.reserved (id INT PRIMARY KEY, `op` CHAR(1), Commit_TS DATETIME, change_seq VARCHAR(40), LOAD_ID BIGINT, note VARCHAR(9))", $"INSERT INTO {q}.reserved VALUES (1, 'I', NOW(), 'x', 7, 'a'), (2, NULL, NULL, NULL, NULL, NULL)") { Said = ["reserved.op:", "reserved.Commit_TS:", "reserved.change_seq:", "reserved.LOAD_ID:", "its name is one that bronze uses itself"] };
        yield return new("reserved key", 2, $"CREATE TABLE {q}.`reserved key` (load_id INT PRIMARY KEY, note VARCHAR(9))", $"INSERT INTO {q}.`reserved key` VALUES (1, 'a'), (2, 'a')");
        yield return new("reserved alone", null, $"CREATE TABLE {q}.`reserved alone` ({string.Join(", ", columns.Select(name => $"{name} INT"))})", $"INSERT INTO {q}.`reserved alone` VALUES (1, 2, 3, 4)") { Said = ["reserved alone: none of its columns can be loaded"] };
        yield return new("load_id", 1, $"CREATE TABLE {q}.load_id (Op_ INT PRIMARY KEY, `commit ts` INT)", $"INSERT INTO {q}.load_id VALUES (1, 2)");
    }

    private static IEnumerable<SyntheticEdge> Labels(string q)
    {
        yield return new(
            "labels", 4,
            $"CREATE TABLE {q}.labels (id INT PRIMARY KEY, e ENUM('', ' lead', 'a,b', 'it''s', '\"q\"', 'back\\\\slash', 'line\\nend', '[x]: {{y}}', '#', 'no', 'null', '*/', '1', 'who?', '😀') NOT NULL, f ENUM('yes','no','on') NOT NULL, g ENUM('null','~','- a',': b') NULL, s SET('it''s','a b','\"','\\\\','*/','/*','é') NOT NULL, t SET('x') NULL) DEFAULT CHARSET=utf8mb4",
            $"INSERT INTO {q}.labels VALUES (1, '', 'yes', 'null', '', 'x'), (2, 'a,b', 'no', ': b', 'it''s,a b,\",é', ''), (3, 'line\\nend', 'on', NULL, '*/,/*', NULL), (4, 'back\\\\slash', 'on', '- a', '\\\\', 'x')");
        yield return new("wrong labels", 2, $"CREATE TABLE {q}.`wrong labels` (id INT PRIMARY KEY, e ENUM('a','b') NOT NULL, UNIQUE KEY (e))", "SET @mode = @@sql_mode", "SET sql_mode = ''", $"INSERT INTO {q}.`wrong labels` VALUES (1, 'not there'), (2, 'b')", "SET sql_mode = @mode");
    }

    private static IEnumerable<SyntheticEdge> Comments(string q)
    {
        yield return new("comments", 1, $"CREATE TABLE {q}.comments (id INT PRIMARY KEY COMMENT '{Hostile}', email VARCHAR(40) COMMENT '--- */', n INT COMMENT '{new string('x', 1000)}', d DATE COMMENT ' ', u INT COMMENT '\\0\\Z', v INT COMMENT '%s'';DROP') COMMENT='{Hostile}'", $"INSERT INTO {q}.comments (id) VALUES (1)");
        yield return new("comment two", 1, $"CREATE TABLE {q}.`comment two` (id INT PRIMARY KEY) COMMENT='---\\n*/ SELECT 1 /*\\n---'", $"INSERT INTO {q}.`comment two` VALUES (1)");
        yield return new("comment three", 0, $"CREATE TABLE {q}.`comment three` (id INT PRIMARY KEY COMMENT '\\r\\n\\r\\n\u2028') COMMENT='|`a`| <b> [x](y) \\\\'");
    }

    private static IEnumerable<SyntheticEdge> Keys(string q, bool isMariaDb)
    {
        yield return new("prefix key", 3, $"CREATE TABLE {q}.`prefix key` (code VARCHAR(200) NOT NULL, note TEXT NOT NULL, UNIQUE KEY (code(4)), UNIQUE KEY (note(3)))", $"INSERT INTO {q}.`prefix key` VALUES ('aaaa1', 'x  1'), ('bbbb1', 'y'), ('cccc', 'z')");
        yield return new("text key", 2, $"CREATE TABLE {q}.`text key` (body TEXT NOT NULL, n INT, PRIMARY KEY (body(10)))", $"INSERT INTO {q}.`text key` VALUES (REPEAT('a', 5000), 1), ('b', 2)");
        yield return new("nulls in keys", 5, $"CREATE TABLE {q}.`nulls in keys` (a INT NULL, b INT NULL, c VARCHAR(5) NULL, UNIQUE KEY (a, b), UNIQUE KEY (b, c))", $"INSERT INTO {q}.`nulls in keys` VALUES (1, NULL, 'x'), (1, NULL, 'x'), (NULL, NULL, NULL), (NULL, NULL, NULL), (2, 2, 'y')");
        yield return new("descending", 4, $"CREATE TABLE {q}.descending (a INT NOT NULL, b VARCHAR(9) NOT NULL, v DECIMAL(9,2), PRIMARY KEY (a DESC, b), UNIQUE KEY (b DESC, a DESC))", $"INSERT INTO {q}.descending VALUES (1, 'a', 1), (1, 'b', 2), (2, 'a', NULL), (-5, '', 4)");
        if (isMariaDb)
        {
            yield return new("hash key", 2, $"CREATE TABLE {q}.`hash key` (body LONGTEXT NOT NULL, UNIQUE KEY (body) USING HASH)", $"INSERT INTO {q}.`hash key` VALUES ('a'), (REPEAT('b', 70000))");
        }
        else
        {
            yield return new("functional", 2, $"CREATE TABLE {q}.functional (code VARCHAR(9) NOT NULL, n INT NOT NULL, UNIQUE KEY ((LOWER(code))), UNIQUE KEY (n, (n + 1)), KEY ((n * 2)))", $"INSERT INTO {q}.functional VALUES ('A', 1), ('b', 2)");
            yield return new("array index", 2, $"CREATE TABLE {q}.`array index` (id INT PRIMARY KEY, tags JSON, KEY ((CAST(tags->'$[*]' AS UNSIGNED ARRAY))))", $"INSERT INTO {q}.`array index` VALUES (1, '[1,2]'), (2, NULL)");
        }
    }

    private static IEnumerable<SyntheticEdge> Rights(string q)
    {
        yield return new("granted", 2, $"CREATE TABLE {q}.granted (id INT PRIMARY KEY, note VARCHAR(9))", $"INSERT INTO {q}.granted VALUES (1, 'a'), (2, NULL)");
        yield return new("some columns", 2, $"CREATE TABLE {q}.`some columns` (id INT PRIMARY KEY, secret VARCHAR(9), note VARCHAR(9), granted_id INT, hidden_at DATE, FOREIGN KEY (granted_id) REFERENCES {q}.granted (id))", $"INSERT INTO {q}.`some columns` VALUES (1, 's', 'a', 1, NULL), (2, 's', NULL, NULL, NULL)") { Right = "SELECT (id, note, granted_id)", Said = ["some columns.(column 2): the account may not see it"] };
        yield return new("key not granted", 3, $"CREATE TABLE {q}.`key not granted` (id INT PRIMARY KEY, note VARCHAR(9))", $"INSERT INTO {q}.`key not granted` VALUES (1, 'a'), (2, 'a'), (3, NULL)") { Right = "SELECT (note), INSERT (id)", Said = ["key not granted.id: the account has no SELECT on it"] };
        yield return new("write only", null, $"CREATE TABLE {q}.`write only` (id INT PRIMARY KEY)", $"INSERT INTO {q}.`write only` VALUES (1)") { Right = "INSERT", Said = ["write only: the account has no SELECT on it"] };
        yield return new("not granted", null, $"CREATE TABLE {q}.`not granted` (id INT PRIMARY KEY)", $"INSERT INTO {q}.`not granted` VALUES (1)") { Right = "" };
        yield return new("child of hidden", 1, $"CREATE TABLE {q}.`child of hidden` (id INT PRIMARY KEY, parent_id INT, amount DECIMAL(9,2), paid_on DATE, FOREIGN KEY (parent_id) REFERENCES {q}.`not granted` (id))", $"INSERT INTO {q}.`child of hidden` VALUES (1, 1, 2.50, '2024-01-01')");
    }

    private static IEnumerable<SyntheticEdge> ZeroDates(string q)
    {
        yield return new("zero in key", 3, $"CREATE TABLE {q}.`zero in key` (d DATE NOT NULL DEFAULT '0000-00-00', n INT NOT NULL, PRIMARY KEY (d, n))", $"INSERT INTO {q}.`zero in key` (d, n) VALUES ('0000-00-00', 1), ('0000-00-00', 2), ('2024-01-01', 1)");
        yield return new("zero in unique key", 3, $"CREATE TABLE {q}.`zero in unique key` (at DATETIME NOT NULL DEFAULT '0000-00-00 00:00:00', name VARCHAR(9) NOT NULL, UNIQUE KEY (at, name))", $"INSERT INTO {q}.`zero in unique key` (name) VALUES ('a'), ('b')", $"INSERT INTO {q}.`zero in unique key` VALUES ('2024-02-31 00:00:00', 'a')");
        yield return new("one zero date", 2, $"CREATE TABLE {q}.`one zero date` (d DATE NOT NULL PRIMARY KEY, v DECIMAL(9,2) DEFAULT 0)", $"INSERT INTO {q}.`one zero date` (d) VALUES ('0000-00-00'), ('2024-00-00')");
        yield return new("zero defaults", 2, $"CREATE TABLE {q}.`zero defaults` (id INT PRIMARY KEY, a DATE DEFAULT '0000-00-00', b DATETIME(3) NOT NULL DEFAULT '0000-00-00 00:00:00', c TIMESTAMP NOT NULL DEFAULT '0000-00-00 00:00:00', y YEAR NOT NULL DEFAULT 0, t TIME NOT NULL DEFAULT 0)", $"INSERT INTO {q}.`zero defaults` (id) VALUES (1), (2)");
        yield return new("refers to zero", 2, $"CREATE TABLE {q}.`refers to zero` (id INT PRIMARY KEY, d DATE NULL, n INT NULL, KEY (d, n), FOREIGN KEY (d, n) REFERENCES {q}.`zero in key` (d, n))", $"INSERT INTO {q}.`refers to zero` VALUES (1, '0000-00-00', 1), (2, NULL, 5)");
    }

    private static IEnumerable<SyntheticEdge> GeneratedKeys(string q, bool isMariaDb)
    {
        yield return new("generated key", 2, $"CREATE TABLE {q}.`generated key` (a INT NOT NULL, b INT AS (a * 2) {(isMariaDb ? "PERSISTENT" : "STORED NOT NULL")}, c VARCHAR(9), {(isMariaDb ? "UNIQUE" : "PRIMARY")} KEY (b))", $"INSERT INTO {q}.`generated key` (a, c) VALUES (1, 'x'), (2, NULL)");
        yield return new("generated part", 2, $"CREATE TABLE {q}.`generated part` (a INT NOT NULL, b INT AS (a % 10) {(isMariaDb ? "PERSISTENT" : "STORED NOT NULL")}, v DECIMAL(9,2), UNIQUE KEY (b, a), UNIQUE KEY (a, b))", $"INSERT INTO {q}.`generated part` (a, v) VALUES (11, 1), (12, NULL)");
        yield return new("generated parent", 2, $"CREATE TABLE {q}.`generated parent` (id INT PRIMARY KEY, code VARCHAR(9), u VARCHAR(9) AS (UPPER(code)) {(isMariaDb ? "PERSISTENT" : "STORED")}, UNIQUE KEY (u))", $"INSERT INTO {q}.`generated parent` (id, code) VALUES (1, 'a'), (2, NULL)");
        yield return new("generated child", 2, $"CREATE TABLE {q}.`generated child` (id INT PRIMARY KEY, u VARCHAR(9), amount DECIMAL(9,2), KEY (u), FOREIGN KEY (u) REFERENCES {q}.`generated parent` (u))", $"INSERT INTO {q}.`generated child` VALUES (1, 'A', 1), (2, NULL, 2)");
    }

    private static IEnumerable<SyntheticEdge> Partitions(string q, bool isMariaDb)
    {
        yield return new("sub parts", 4, $"CREATE TABLE {q}.`sub parts` (id INT NOT NULL, booked_on DATE NOT NULL, amount DECIMAL(10,2), PRIMARY KEY (id, booked_on)) PARTITION BY RANGE (YEAR(booked_on)) SUBPARTITION BY HASH (id) SUBPARTITIONS 3 (PARTITION p0 VALUES LESS THAN (2020), PARTITION p1 VALUES LESS THAN MAXVALUE)", $"INSERT INTO {q}.`sub parts` VALUES (1, '2019-12-31', 1), (1, '2020-01-01', 2), (2, '2024-06-01', NULL), (3, '1999-01-01', -4.5)");
        yield return new("key parts", 3, $"CREATE TABLE {q}.`key parts` (code VARCHAR(9) NOT NULL, n INT, PRIMARY KEY (code)) PARTITION BY KEY () PARTITIONS 5", $"INSERT INTO {q}.`key parts` VALUES ('a', 1), ('B', 2), ('', NULL)");
        yield return new("list parts", 2, $"CREATE TABLE {q}.`list parts` (region VARCHAR(9) NOT NULL, n INT) PARTITION BY LIST COLUMNS (region) (PARTITION `p a` VALUES IN ('a', 'it''s'), PARTITION pb VALUES IN ('b'))", $"INSERT INTO {q}.`list parts` VALUES ('it''s', 1), ('b', NULL)");
        yield return new("checked", 2, $"CREATE TABLE {q}.checked (id INT PRIMARY KEY CHECK (id > 0), low INT, high INT, kind VARCHAR(9) CHECK (kind IN ('a', 'it''s')), CONSTRAINT `low */ high` CHECK (low <= high){(isMariaDb ? "" : ", CONSTRAINT off CHECK (low > 99) NOT ENFORCED")})", $"INSERT INTO {q}.checked VALUES (1, 1, 2, 'it''s'), (2, NULL, NULL, NULL)");
        yield return new("json checked", 1, $"CREATE TABLE {q}.`json checked` (id INT PRIMARY KEY, doc LONGTEXT CHECK (JSON_VALID(doc)))", $"INSERT INTO {q}.`json checked` VALUES (1, '{{\"a\": 1}}')");
    }

    private static IEnumerable<SyntheticEdge> Defaults(string q, bool isMariaDb)
    {
        yield return new(
            "all defaults", 2,
            $"""
            CREATE TABLE {q}.`all defaults` (id INT AUTO_INCREMENT PRIMARY KEY, a VARCHAR(40) DEFAULT '', b VARCHAR(40) NOT NULL DEFAULT ' x ', c VARCHAR(60) DEFAULT (UUID()), d BIT(9) DEFAULT b'101', e BINARY(3) DEFAULT 0xAB, f DECIMAL(9,2) DEFAULT -1.50, g DOUBLE DEFAULT 1e10,
            h DATETIME(6) DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6), i TIMESTAMP NULL DEFAULT NULL, j TEXT DEFAULT ('a*/b'), k JSON DEFAULT (JSON_OBJECT('a', 1)), l SET('p','q') DEFAULT 'p,q', m TIME DEFAULT '-10:00:00', n YEAR DEFAULT 2024, o BOOLEAN NOT NULL DEFAULT TRUE,
            p DATE DEFAULT '2024-02-29', q VARCHAR(20) DEFAULT 'NULL', r VARCHAR(20) DEFAULT 'CURRENT_TIMESTAMP', s BLOB DEFAULT (REPEAT('z', 10)), t INT DEFAULT (FLOOR(1.9)) {(isMariaDb ? ", u UUID DEFAULT '123e4567-e89b-12d3-a456-426655440000'" : "")})
            """,
            $"INSERT INTO {q}.`all defaults` () VALUES (), ()");
        yield return new("gone", null, $"CREATE TABLE {q}.gone (id INT PRIMARY KEY, other INT)", $"CREATE VIEW {q}.`view of gone` AS SELECT id, other FROM {q}.gone", $"CREATE VIEW {q}.`view of view` AS SELECT * FROM {q}.`view of gone`", $"CREATE TABLE {q}.altered (id INT PRIMARY KEY, a INT)", $"CREATE VIEW {q}.`view of altered` AS SELECT a FROM {q}.altered", $"ALTER TABLE {q}.altered RENAME COLUMN a TO b", $"DROP TABLE {q}.gone") { Said = ["view of gone: a view has no rows of its own", "view of view:", "view of altered:"] };
        yield return new("altered", 1, $"INSERT INTO {q}.altered VALUES (1, 2)");
        yield return new("of the session", null, $"CREATE TEMPORARY TABLE {q}.`of the session` (id INT PRIMARY KEY)", $"CREATE TEMPORARY TABLE {q}.altered (other VARCHAR(9))");
        yield return new("many engines", 1, $"CREATE TABLE {q}.`many engines` (id INT NOT NULL, note VARCHAR(9) NOT NULL) ENGINE=CSV", $"INSERT INTO {q}.`many engines` VALUES (1, 'a,\"b')");
        if (!isMariaDb)
        {
            yield return new("swallowed", null, $"CREATE TABLE {q}.swallowed (id INT) ENGINE=BLACKHOLE") { Said = ["BLACKHOLE"] };
        }
    }
}
