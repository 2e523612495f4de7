using Ingot.Runs;

namespace Ingot.Cli.Rendering;

/// <summary>Chooses how a run is shown while it goes on.</summary>
internal static class RunProgress
{
    /// <summary>Runs work with an observer that fits the call: live in a terminal, lines in a pipe, nothing but notes with <c>--json</c>.</summary>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <param name="invocation">The call.</param>
    /// <param name="work">The work.</param>
    /// <returns>The result of the work.</returns>
    public static async Task<T> ShowAsync<T>(Invocation invocation, Func<IRunObserver, Task<T>> work)
    {
        var time = invocation.Environment.Time;
        if (invocation.Json)
        {
            return await work(new QuietProgress(invocation.Terminal)).ConfigureAwait(false);
        }

        if (!invocation.Terminal.IsInteractive)
        {
            var plain = new PlainProgress(invocation.Terminal.Output, invocation.Verbose, time);
            var beats = time.CreateTimer(_ => plain.Beat(), null, PlainProgress.BetweenBeats, PlainProgress.BetweenBeats);
            await using var disposal = beats.ConfigureAwait(false);
            return await work(plain).ConfigureAwait(false);
        }

        var live = new LiveProgress(invocation.Terminal.Console, time);
        return await live.ShowAsync(() => work(live)).ConfigureAwait(false);
    }
}
