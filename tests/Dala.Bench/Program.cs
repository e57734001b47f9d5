using System.Globalization;
using Dala.Bench;
using Dala.Bench.Relevance;
using Dala.Bench.Searching;

// Figures in tables are the same wherever they are printed.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

return args switch
{
    ["import", ..] => await ImportBench.Run(),
    ["search", .. var rest] when rest.Contains("--gutenberg") => await GutenbergSearch.Run(),
    ["search", .. var rest] when rest.Contains("--while-indexing") => WhileIndexing.Run(SearchOptions.Of(rest)),
    ["search", .. var rest] when rest.Contains("--http") => await HttpBench.Run(SearchOptions.Of(rest)),
    ["search", .. var rest] => SearchBench.Run(rest),
    ["relevance", .. var rest] => RelevanceBench.Run(rest),
    ["licences", .. var rest] => LicenceBench.Run(rest),
    [ChildProcess.Word, .. var step] => ChildProcess.Take(step),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine(
        $"bench import (the Gutenberg catalogue of ../shared/data)\n{SearchOptions.Help}\nbench relevance [--write] [--floors] [--failures LANGUAGE [--held]]\nbench licences [--write]"
    );
    return 64;
}
