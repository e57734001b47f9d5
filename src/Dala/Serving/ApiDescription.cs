using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Dala.Serving;

/// <summary>What the OpenAPI document says about the whole; the routes say the rest of themselves.</summary>
internal static class ApiDescription
{
    public static void SetUp(OpenApiOptions options)
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddDocumentTransformer(
            (document, _, _) =>
            {
                document.Info = new OpenApiInfo
                {
                    Title = "Dala",
                    Version = "1",
                    Description = "Open educational resources: find, read, take out. Errors are RFC 9457 problem documents.",
                    License = new OpenApiLicense { Name = "Apache-2.0", Identifier = "Apache-2.0" },
                };
                // The address it was asked at would make the document differ from machine to machine.
                document.Servers = [];
                return Task.CompletedTask;
            }
        );
    }
}
