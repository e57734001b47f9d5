using System.Text.Json;
using Dala.Library.Showing;
using Dala.Standards.Amb;

namespace Dala.Library.Tests.Showing;

public class LearningResourceTests
{
    private const string Page = "https://dala.example/resources/1";

    [Fact]
    public void A_full_description_is_valid_after_the_profile()
    {
        var json = Of(
            Sample.Of(
                (Fields.Title, "Атом құру", "kk"),
                (Fields.Title, "Build an Atom", "en"),
                (Fields.Description, "Atoms from protons, neutrons and electrons.", "en"),
                (Fields.Creator, "PhET Interactive Simulations", null),
                (Fields.Translator, "Айгүл Сейітова", null),
                (Fields.Publisher, "University of Colorado Boulder", null),
                (Fields.Language, "kk", null),
                (Fields.Language, "pt-BR", null),
                (Fields.Language, "nso", null),
                (Fields.Licence, "https://creativecommons.org/licenses/by/4.0/", null),
                (Fields.Type, "simulation", null),
                (Fields.Level, "2", null),
                (Fields.Subject, "0531", null),
                (Fields.Keyword, "atoms", "en"),
                (Fields.Audience, "teacher", null),
                (Fields.Url, "https://example.org/atom_kk.html", "kk"),
                (Fields.Url, "https://example.org/atom_en.html", "en"),
                (Fields.Published, "2010-09-01", null),
                (Fields.PartOf, "https://example.org/all", null),
                (Fields.PartOf, "Chemistry", "en"),
                (Fields.BasedOn, "An older simulation", "en")
            )
        );

        Assert.Equal([], AmbSchema.Validate(json));
        Assert.Equal(Page, json.GetProperty("id").GetString());
        Assert.Equal(["kk", "pt"], json.GetProperty("inLanguage").EnumerateArray().Select(tag => tag.GetString()));
        Assert.Equal("https://creativecommons.org/licenses/by/4.0/", json.GetProperty("license").GetProperty("id").GetString());
        Assert.Equal(
            "https://w3id.org/kim/hcrt/simulation",
            json.GetProperty("learningResourceType")[0].GetProperty("id").GetString()
        );
        Assert.Equal(["atoms", "Chemistry"], json.GetProperty("keywords").EnumerateArray().Select(word => word.GetString()));
        Assert.Equal("Organization", json.GetProperty("creator")[0].GetProperty("type").GetString());
        Assert.Equal("Person", json.GetProperty("contributor")[0].GetProperty("type").GetString());
    }

    [Theory]
    [InlineData(AccessTerms.Login, "http://w3id.org/kim/conditionsOfAccess/login", null)]
    [InlineData(AccessTerms.Payment, null, false)]
    [InlineData(AccessTerms.Free, null, true)]
    [InlineData(AccessTerms.Other, null, null)]
    public void Says_how_one_gets_at_it_in_the_terms_of_the_profile(string access, string? condition, bool? free)
    {
        var json = Of(Sample.Of((Fields.Title, "A lesson", "en"), (Fields.Access, access, null)));

        Assert.Equal([], AmbSchema.Validate(json));
        Assert.Equal(
            condition,
            json.TryGetProperty("conditionsOfAccess", out var conditions) ? conditions.GetProperty("id").GetString() : null
        );
        Assert.Equal(free, json.TryGetProperty("isAccessibleForFree", out var isFree) ? isFree.GetBoolean() : (bool?)null);
    }

    [Fact]
    public void The_least_that_can_be_said_is_valid_too_and_an_unclear_licence_is_not_claimed()
    {
        var json = Of(Sample.Of((Fields.Title, "A story", null), (Fields.Licence, "Public domain in the USA.", null)));

        Assert.Equal([], AmbSchema.Validate(json));
        Assert.False(json.TryGetProperty("license", out _));
        Assert.Equal("Public domain in the USA.", json.GetProperty("dala:rights").GetString());
    }

    [Fact]
    public void A_resource_at_one_address_is_called_by_it()
    {
        var json = Of(Sample.Of((Fields.Title, "A lesson", "en"), (Fields.Url, "https://example.org/lesson", null)));

        Assert.Equal("https://example.org/lesson", json.GetProperty("id").GetString());
        Assert.Equal(Page, json.GetProperty("mainEntityOfPage")[0].GetProperty("id").GetString());
    }

    [Fact]
    public void A_title_cannot_end_the_element_that_the_text_stands_in()
    {
        var text = LearningResource.Text(
            LearningResource.Of(
                Sample.Of((Fields.Title, "</script><script>alert(1)</script>", "en")),
                Page,
                "https://dala.example",
                English.Words
            )
        );

        Assert.DoesNotContain('<', text);
        Assert.Equal("</script><script>alert(1)</script>", JsonDocument.Parse(text).RootElement.GetProperty("name").GetString());
    }

    private static JsonElement Of(ShownResource shown) =>
        JsonDocument
            .Parse(LearningResource.Text(LearningResource.Of(shown, Page, "https://dala.example", English.Words)))
            .RootElement;
}
