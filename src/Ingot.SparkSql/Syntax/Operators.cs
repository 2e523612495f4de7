#pragma warning disable CS1591 // The members are the operators of SQL.
namespace Ingot.SparkSql.Syntax;

/// <summary>An operator of one operand.</summary>
public enum UnaryOperator
{
    Not,
    Minus,
    Plus,
    BitNot,
}

/// <summary>An operator of two operands.</summary>
public enum BinaryOperator
{
    Or,
    And,
    Equal,
    NullSafeEqual,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    BitOr,
    BitXor,
    BitAnd,
    Add,
    Subtract,
    Concat,
    Multiply,
    Divide,
    Remainder,
    IntegerDivide,
}

/// <summary>Which pattern language.</summary>
public enum LikeKind
{
    Like,
    ILike,
    RLike,
}

/// <summary>How many patterns must match.</summary>
public enum LikeQuantifier
{
    One,
    Any,
    All,
}
