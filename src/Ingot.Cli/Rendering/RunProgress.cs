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
    public static Task<T> ShowAsync<T>(Invocation invocation, Func<IRunObserver, Task<T>> work)
    {
        if (invocation.Json)
        {
            return work(new QuietProgress(invocation.Terminal));
        }

        if (!invocation.Terminal.IsInteractive)
        {
            return work(new PlainProgress(invocation.Terminal.Output, invocation.Verbose));
        }

        var live = new LiveProgress(invocation.Terminal.Console, invocation.Environment.Time);
        return live.ShowAsync(() => work(live));
    }
}
