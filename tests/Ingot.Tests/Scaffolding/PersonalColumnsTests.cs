using Ingot.Definition;
using Ingot.MySql;
using Ingot.Scaffolding.Personal;
using Ingot.Scaffolding.Profiling;

namespace Ingot.Tests.Scaffolding;

public sealed class PersonalColumnsTests
{
    [Theory]
    [InlineData("email", "varchar(100)", "Email")]
    [InlineData("CustomerEmail", "varchar(100)", "Email")]
    [InlineData("e_mail_address", "text", "Email")]
    [InlineData("correo_electrónico", "varchar(100)", "Email")]
    [InlineData("courriel", "varchar(100)", "Email")]
    [InlineData("phone", "varchar(20)", "Phone")]
    [InlineData("mobilnummer", "varchar(20)", "Phone")]
    [InlineData("teléfono", "bigint(20)", "Phone")]
    [InlineData("numéro_téléphone", "char(10)", "Phone")]
    [InlineData("firstName", "varchar(20)", "Name")]
    [InlineData("last_name", "varchar(20)", "Name")]
    [InlineData("LastName", "varchar(20)", "Name")]
    [InlineData("username", "varchar(20)", "Name")]
    [InlineData("user_name", "varchar(20)", "Name")]
    [InlineData("user_name_id", "int(11)", null)]
    [InlineData("Vorname", "varchar(20)", "Name")]
    [InlineData("apellidos", "varchar(20)", "Name")]
    [InlineData("prénom", "varchar(20)", "Name")]
    [InlineData("address1", "varchar(20)", "Address")]
    [InlineData("Straße", "varchar(20)", "Address")]
    [InlineData("plz", "char(5)", "Address")]
    [InlineData("código_postal", "int(11)", "Address")]
    [InlineData("card_number", "bigint(20)", "Card")]
    [InlineData("iban", "char(34)", "Account")]
    [InlineData("date_of_birth", "date", "BirthDate")]
    [InlineData("Geburtsdatum", "date", "BirthDate")]
    [InlineData("fecha_nacimiento", "datetime", "BirthDate")]
    [InlineData("ssn", "char(11)", "NationalId")]
    [InlineData("last_login_ip", "varchar(45)", "IpAddress")]
    [InlineData("seen_from", "inet6", "IpAddress")]
    [InlineData("ip_address", "varchar(45)", "IpAddress")]
    [InlineData("email_id", "int(11)", null)]
    [InlineData("email_sent_at", "datetime", null)]
    [InlineData("email_verified", "tinyint(1)", null)]
    [InlineData("email_status", "varchar(10)", null)]
    [InlineData("is_phone_confirmed", "varchar(1)", null)]
    [InlineData("mac_address", "char(17)", null)]
    [InlineData("address_id", "int(11)", null)]
    [InlineData("name", "varchar(20)", null)]
    [InlineData("telling", "varchar(20)", null)]
    [InlineData("shipping_cost", "decimal(10,2)", null)]
    [InlineData("tip", "decimal(10,2)", null)]
    [InlineData("spanning", "varchar(5)", null)]
    public void Name_tells(string name, string type, string? expected) => Assert.Equal(expected, PersonalColumns.Find(Column(name, type), null)?.Kind.ToString());

    [Theory]
    [InlineData("customers", true)]
    [InlineData("Kunden", true)]
    [InlineData("shop_users", true)]
    [InlineData("products", false)]
    [InlineData("user_roles", false)]
    public void Name_alone_is_a_persons_in_a_table_of_people(string table, bool isPersonal) =>
        Assert.Equal(isPersonal, PersonalColumns.Find(Column("name", "varchar(20)"), null, new TableSchema { Schema = "s", Name = table, Columns = [] }) is not null);

    [Fact]
    public void Values_tell_and_the_reason_says_how_many()
    {
        var profile = new ColumnProfile { PersonalByContent = PersonalKind.Email, PersonalShare = 0.975 };
        Assert.Equal("97 % of the sampled values are email addresses", PersonalColumns.Find(Column("login", "varchar(20)"), profile)!.Reason);
        Assert.Equal("by its name, and 97 % of the sampled values are email addresses", PersonalColumns.Find(Column("email", "varchar(20)"), profile)!.Reason);
        Assert.Equal("by its name", PersonalColumns.Find(Column("email", "varchar(20)"), new ColumnProfile())!.Reason);
    }

    [Fact]
    public void Name_knows_better_than_what_only_looks_like_telephone_numbers() =>
        Assert.Equal(PersonalKind.Account, PersonalColumns.Find(Column("kontonummer", "varchar(20)"), new ColumnProfile { PersonalByContent = PersonalKind.Phone, PersonalShare = 1 })!.Kind);

    private static ColumnSchema Column(string name, string type) => new() { Name = name, Ordinal = 1, DataType = type.Split('(')[0], ColumnType = type, IsNullable = true };
}
