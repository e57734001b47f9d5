using Dala.Bench;

return args switch
{
    ["import", ..] => await ImportBench.Run(),
    ["search", ..] => await SearchBench.Run(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("bench import | bench search (both on the Gutenberg catalogue of ../shared/data)");
    return 64;
}
