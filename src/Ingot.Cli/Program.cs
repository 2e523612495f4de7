using System.Runtime.InteropServices;
using Ingot.Cli;

var terminal = Terminal.OfProcess();
var application = new Application(terminal, CliEnvironment.OfProcess(), args);
return (int)(application.TryAnswer() ?? RunAsync(application, terminal).GetAwaiter().GetResult());

// Apart from the above, so that help and the version start nothing that only commands need.
static async Task<ExitCode> RunAsync(Application application, Terminal terminal)
{
    using var cancellation = new CancellationTokenSource();

    // The first signal asks the command to stop, the second ends the process as the system does it.
    void Cancel(PosixSignalContext signal)
    {
        if (!cancellation.IsCancellationRequested)
        {
            signal.Cancel = true;
            terminal.Note("Stopping; once more to stop at once.");
            cancellation.Cancel();
        }
    }

    using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Cancel);
    using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Cancel);
    return await application.RunAsync(cancellation.Token).ConfigureAwait(false);
}
