using Dala.Library.Tests.Importing;
using Dala.Standards.Licences;

namespace Dala.Library.Tests;

public sealed class AccessTermsTests
{
    [Theory]
    [InlineData("\"conditionsOfAccess\": { \"id\": \"http://w3id.org/kim/conditionsOfAccess/no_login\" }", "free")]
    [InlineData("\"conditionsOfAccess\": { \"id\": \"http://w3id.org/kim/conditionsOfAccess/login\" }", "login")]
    [InlineData("\"isAccessibleForFree\": true", "free")]
    [InlineData("\"isAccessibleForFree\": false", "payment")]
    [InlineData(
        "\"isAccessibleForFree\": true, \"conditionsOfAccess\": { \"id\": \"http://w3id.org/kim/conditionsOfAccess/login\" }",
        "login free"
    )]
    public void Is_read_from_what_AMB_says_of_signing_in_and_of_money(string said, string access)
    {
        var record = $$"""
            {
              "@context": ["https://w3id.org/kim/amb/context.jsonld", { "@language": "en" }],
              "id": "https://example.org/1", "type": ["LearningResource"], "name": "Atoms", {{said}}
            }
            """;

        Assert.Equal(access, string.Join(' ', Access("amb", record.ReplaceLineEndings(""), "one.jsonl")));
    }

    [Theory]
    [InlineData("account *required*", "login")]
    [InlineData("email address *requested*, not required", "free")]
    [InlineData("email address required", "other")]
    [InlineData("PDF", "")]
    public void Is_read_from_the_notes_of_link_lists(string note, string access) =>
        Assert.Equal(
            access,
            string.Join(
                ' ',
                Access(
                    "free-programming-books",
                    $"### Python\n\n* [Atoms](https://example.org/1) - Ann ({note})\n",
                    "free-courses-en.md"
                )
            )
        );

    [Theory]
    [InlineData(new string[0], null, Allowance.Unknown)]
    [InlineData(new[] { "free" }, "free", Allowance.Yes)]
    [InlineData(new[] { "free", "login" }, "login", Allowance.Unknown)]
    [InlineData(new[] { "payment", "login", "free", "other" }, "payment", Allowance.No)]
    public void Where_sources_disagree_the_higher_barrier_counts(string[] said, string? access, Allowance free)
    {
        var claims = said.Select(value => new Claim
        {
            ResourceId = Guid.Empty,
            Field = Fields.Access,
            RawRecordId = Guid.Empty,
            Position = 0,
            SourceId = Guid.Empty,
            Value = value,
            Rule = "sample@1/access",
            ClaimedAt = default,
        });

        Assert.Equal(access, AccessTerms.Of(claims));
        Assert.Equal(free, AccessTerms.IsFree(access));
    }

    private static IEnumerable<string> Access(string mapping, string content, string name)
    {
        using var folder = new Dala.Testing.TempFolder();
        var mapped = MappingRuns.MapFile(mapping, folder.Write(name, content)).Single().Mapped;
        return
        [
            .. Assert
                .IsType<Dala.Library.Importing.Mapped.Described>(mapped)
                .Claims.Where(claim => claim.Field == Fields.Access)
                .Select(claim => claim.Value),
        ];
    }
}
