using Ingot.Delta.Storage;
using Ingot.TestSupport;

namespace Ingot.Tests.Delta;

public sealed class LocalStorageTests : IDisposable
{
    private static readonly byte[] One = [1];
    private static readonly byte[] Two = [2, 2];
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private LocalStorage Storage => new(_folder.Combine("t"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Put_if_absent_keeps_what_is_there_and_leaves_no_other_file()
    {
        Assert.True(await Storage.PutIfAbsentAsync("_delta_log/x.json", One, Cancellation));
        Assert.False(await Storage.PutIfAbsentAsync("_delta_log/x.json", Two, Cancellation));

        Assert.Equal(One, await Storage.TryReadAsync("_delta_log/x.json", Cancellation));
        Assert.Single(Directory.GetFiles(_folder.Combine("t/_delta_log")));
    }

    [Fact]
    public async Task Of_many_puts_if_absent_one_wins()
    {
        var storage = Storage;
        var results = await Task.WhenAll(Enumerable.Range(0, 32).Select(i => Task.Run(() => storage.PutIfAbsentAsync("x", new byte[] { (byte)i }, Cancellation))));
        Assert.Single(results, won => won);
    }

    // As another writer's staged file does: delta-rs writes N.json#1 and renames it.
    [Fact]
    public async Task File_that_goes_while_a_folder_is_listed_is_not_in_it()
    {
        await Storage.PutAsync("log/kept", One, Cancellation);
        var goes = Enumerable.Range(0, 100).Select(i => _folder.Combine($"t/log/goes{i}")).ToList();
        using var stop = new CancellationTokenSource();
        var other = Task.Run(
            () =>
            {
                while (!stop.IsCancellationRequested)
                {
                    goes.ForEach(file => File.WriteAllBytes(file, Two));
                    goes.ForEach(File.Delete);
                }
            },
            Cancellation);
        try
        {
            for (var i = 0; i < 1000; i++)
            {
                var found = await Storage.ListAsync("log", null, Cancellation).ToListAsync(Cancellation);
                Assert.Contains(found, file => file.Path == "log/kept");
            }
        }
        finally
        {
            await stop.CancelAsync();
            await other;
        }
    }

    [Fact]
    public async Task Put_replaces_the_whole_file()
    {
        await Storage.PutAsync("a/b", Two, Cancellation);
        await Storage.PutAsync("a/b", One, Cancellation);
        Assert.Equal(One, await Storage.TryReadAsync("a/b", Cancellation));

        var scratch = Storage.NewScratchFile();
        await File.WriteAllBytesAsync(scratch, Two, Cancellation);
        await Storage.PutFileAsync("a/b", scratch, Cancellation);
        Assert.Equal(Two, await Storage.TryReadAsync("a/b", Cancellation));
        Assert.False(File.Exists(scratch));
    }

    [Fact]
    public async Task Files_are_listed_in_order_after_a_name()
    {
        foreach (var name in new[] { "f/b", "f/a", "f/c", "f/sub/x" })
        {
            await Storage.PutAsync(name, One, Cancellation);
        }

        Assert.Equal(["f/a", "f/b", "f/c"], await NamesAsync("f", null));
        Assert.Equal(["f/b", "f/c"], await NamesAsync("f", "a"));
        Assert.Empty(await NamesAsync("none", null));
    }

    [Fact]
    public async Task Absent_files_are_null_and_deleted_without_error()
    {
        Assert.Null(await Storage.TryReadAsync("x/y", Cancellation));
        Assert.Null(await Storage.TryHeadAsync("x/y", Cancellation));
        await Storage.DeleteAsync("x/y", Cancellation);
        await Storage.PutAsync("x", Two, Cancellation);
        Assert.Equal(2, (await Storage.TryHeadAsync("x", Cancellation))?.Size);
        await Storage.DeleteAsync("x", Cancellation);
        Assert.Null(await Storage.TryHeadAsync("x", Cancellation));
    }

    private async Task<List<string>> NamesAsync(string folder, string? startAfter)
    {
        var names = new List<string>();
        await foreach (var file in Storage.ListAsync(folder, startAfter, Cancellation))
        {
            names.Add(file.Path);
        }

        return names;
    }
}
