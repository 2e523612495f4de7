using System.Runtime.InteropServices;
using Ingot.Cli;

using var cancellation = new CancellationTokenSource();
var terminal = Terminal.OfProcess();

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
return (int)await new Application(terminal, CliEnvironment.OfProcess()).RunAsync(args, cancellation.Token).ConfigureAwait(false);
