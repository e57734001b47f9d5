using System.Runtime.InteropServices;
using Dala;

using var stop = new CancellationTokenSource();
using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
return await Terminal.OfThisProcess().Run(args, stop.Token);

// Who asks once gets an orderly end, who asks twice an end at once: what was kept before is safe either way.
void Stop(PosixSignalContext signal)
{
    signal.Cancel = !stop.IsCancellationRequested;
    stop.Cancel();
}
