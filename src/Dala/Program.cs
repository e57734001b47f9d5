using Dala;

return await Terminal.OfThisProcess().Run(args);
