namespace Ingot.Bench;

/// <summary><c>./ingot --help</c>, against an empty program that is published alike.</summary>
internal sealed class StartBench
{
    private const double Limit = 3.0;
    private const int Starts = 20;

    private readonly BenchOptions _options;

    public StartBench(BenchOptions options) => _options = options;

    public async Task<Ratio> RunAsync()
    {
        var ours = new List<TimeSpan>();
        var theirs = new List<TimeSpan>();
        var none = new Dictionary<string, string>();
        for (var start = 0; start < Starts * _options.Rounds; start++)
        {
            theirs.Add(await Timed.RunAsync(_options.EmptyProgram, _options.Root, none));
            ours.Add(await Timed.RunAsync(_options.Launcher, _options.Root, none, "--help"));
        }

        return new Ratio("./ingot --help / an empty program published alike", Ratio.Median(ours), Ratio.Median(theirs), Limit);
    }
}
