using System.Runtime.InteropServices;

namespace Ingot.MySql.Wire;

/// <summary>
/// The bytes of a payload that is too large for the ordinary buffer, outside of the managed heap: the parts of a payload come without its whole length, so the memory grows, and there
/// it grows in place and goes back to the system at once, where arrays would stay until a collection.
/// </summary>
internal sealed unsafe class LargePayload : SafeHandle
{
    private int _capacity;

    public LargePayload()
        : base(0, ownsHandle: true)
    {
    }

    /// <inheritdoc/>
    public override bool IsInvalid => handle == 0;

    /// <summary>The bytes that are held.</summary>
    public int Length { get; private set; }

    /// <summary>The bytes, valid until the next <see cref="Add"/> or the disposal.</summary>
    public ReadOnlySpan<byte> Bytes => new((void*)handle, Length);

    /// <summary>Adds room at the end.</summary>
    /// <param name="length">The bytes that are added.</param>
    /// <returns>The room, valid until the next call.</returns>
    public Span<byte> Add(int length)
    {
        if (Length + length > _capacity)
        {
            SetHandle((nint)NativeMemory.Realloc((void*)handle, (nuint)(Length + length)));
            _capacity = Length + length;
        }

        Length += length;
        return new Span<byte>((byte*)handle + Length - length, length);
    }

    /// <summary>Forgets the bytes and keeps the memory.</summary>
    public void Clear() => Length = 0;

    /// <summary>The bytes of memory that are held.</summary>
    public int Capacity => _capacity;

    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        NativeMemory.Free((void*)handle);
        return true;
    }
}
