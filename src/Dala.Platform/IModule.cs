using System.CommandLine;
using Dala.Platform.CommandLine;
using Dala.Platform.Settings;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dala.Platform;

/// <summary>
/// One part of the product. Its module file lists every setting, page, API route, command and job it has; its schema files and texts are
/// found as resources of its assembly.
/// </summary>
public interface IModule
{
    /// <summary>The settings that this module reads.</summary>
    IEnumerable<Setting> Settings => [];

    /// <summary>Registers use cases and jobs.</summary>
    void AddServices(IServiceCollection services);

    /// <summary>Adds this module's entities to the one store.</summary>
    void MapModel(ModelBuilder model) { }

    /// <summary>Pages live under <paramref name="pages"/> (the address carries the language), programs' routes and fixed addresses under <paramref name="root"/>.</summary>
    void MapRoutes(IEndpointRouteBuilder pages, IEndpointRouteBuilder root) { }

    /// <summary>This module's commands on the command line.</summary>
    IEnumerable<Command> Commands(CommandHost host) => [];
}
