using System.Text.Json;
using Dala.Standards.Amb;
using Dala.Testing;

namespace Dala.Standards.Tests.Amb;

public sealed class AmbSchemaTests
{
    private const string Examples = "amb-schema-examples/20231019/examples/";

    [Fact]
    public void Carries_the_schemas_as_they_were_published()
    {
        var published = Directory.GetFiles(SharedData.At("amb-schema-examples/20231019/schemas"));
        Assert.Equal(40, published.Length);

        foreach (var file in published)
        {
            var ours = Path.Combine(SharedData.Root, "src", "Dala.Standards", "Amb", "Schemas", Path.GetFileName(file));
            Assert.Equal(File.ReadAllText(file), File.ReadAllText(ours));
        }
    }

    [Fact]
    public void Every_valid_example_passes()
    {
        var files = Directory.GetFiles(SharedData.At(Examples + "valid"));
        Assert.Equal(33, files.Length);

        Assert.Equal([], files.SelectMany(file => Faults(file)));
    }

    [Fact]
    public void Every_invalid_example_fails_where_its_name_says()
    {
        var files = Directory.GetFiles(SharedData.At(Examples + "invalid"));
        Assert.Equal(35, files.Length);

        Assert.Equal(
            [
                "Mozilla-Public-License.json: /license/id oneOf",
                "about.json: /about contains",
                "assessesWithoutURI.json: /assesses/0/id type",
                "captionInMultipleLanguages.json: /caption type",
                "captionInMultipleLanguages.json: /duration pattern",
                "captionWithoutArray.json: /caption type",
                "captionWithoutArray.json: /duration pattern",
                "competencyRequiredAsObject.json: /competencyRequired type",
                "conceptWithMonolingualLabels.json: /about/0/prefLabel type",
                "conceptWithMonolingualLabels.json: /audience/0/prefLabel type",
                "conceptWithMonolingualLabels.json: /learningResourceType/0/prefLabel type",
                "conditionsOfAccessStringInsteadObject.json: /conditionsOfAccess type",
                "contentSizeAndBitRateWithUnits.json: /encoding/0/bitrate pattern",
                "contentSizeAndBitRateWithUnits.json: /encoding/0/contentSize pattern",
                "contentSizeAndBitRateWithUnits.json: /encoding/1/bitrate pattern",
                "contentSizeAndBitRateWithUnits.json: /encoding/1/contentSize pattern",
                "educationalLevelWithWrongID.json: /educationalLevel/0/id pattern",
                "funderInvalidType.json: /funder/0/type enum",
                "inLanguageWithoutArray.json: /inLanguage type",
                "interactivityType.json: /interactivityType required",
                "interactivityType.json: /interactivityType/prefLabel type",
                "invalidAboutConceptUri.json: /about contains",
                "isAccessibleForFree.json: /isAccessibleForFree type",
                "isBasedOn.json: /isBasedOn type",
                "isBasedOn.json: /mainEntityOfPage/0/type enum",
                "keywordWithoutArray.json: /keywords type",
                "keywordWithoutArray.json: /mainEntityOfPage type",
                "learningResourceType-wihtout-any-valid-id.json: /learningResourceType contains",
                "license-as-string.json: /license type",
                "lrtWithoutArray.json: /learningResourceType type",
                "mainEntityOf.json: /mainEntityOfPage type",
                "mainEntityOfPageInvalidType.json: /mainEntityOfPage/0/type enum",
                "missingDefaultLanguage.json: /@context contains",
                "missingDefaultLanguage.json: /@context minItems",
                "missingDefaultLanguage2.json: /@context contains",
                "noContext.json:  required",
                "partWithoutId.json: /hasPart/0 required",
                "partWithoutId.json: /isPartOf/0 required",
                "teachesWithoutLocalizedPrefLabel.json: /teaches/0/prefLabel type",
                "typeAsURI.json: /type/1 enum",
                "typeWithoutArray.json: /type type",
                "typeWithoutLearningResource.json: /type contains",
                "videoWithoutUrls.json: /encoding/0 anyOf",
                "videoWithoutUrls.json: /encoding/0/bitrate pattern",
                "videoWithoutUrls.json: /encoding/0/contentSize pattern",
                "wrongContextLink.json: /@context contains",
                "wrongDateTime.json: /dateCreated oneOf",
                "wrongDateTime.json: /dateModified oneOf",
                "wrongDateTime.json: /mainEntityOfPage/0/dateCreated oneOf",
                "wrongDateTime.json: /mainEntityOfPage/0/dateModified oneOf",
                "wrongDateTime.json: /mainEntityOfPage/0/type enum",
                "wrongDefaultLanguageTag.json: /@context contains",
                "wrongDuration.json: /duration pattern",
            ],
            files
                .SelectMany(file => Faults(file).DefaultIfEmpty($"{Path.GetFileName(file)}: passes"))
                .Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Every_kind_of_fault_has_a_key_and_English_words()
    {
        foreach (var file in Directory.GetFiles(SharedData.At(Examples + "invalid")))
        {
            using var json = JsonDocument.Parse(File.ReadAllText(file));
            foreach (var fault in AmbSchema.Validate(json.RootElement))
            {
                Assert.Contains(fault.MessageKey, AmbSchema.MessageKeys);
                Assert.NotEqual("", fault.Message);
            }
        }
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"text\"")]
    [InlineData("1e400")]
    public void What_is_no_object_is_a_fault_of_the_whole(string json)
    {
        using var document = JsonDocument.Parse(json);

        var fault = Assert.Single(AmbSchema.Validate(document.RootElement));

        Assert.Equal(new AmbFault("", "type", "standards.amb.fault.type", "object"), fault);
    }

    private static IEnumerable<string> Faults(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(file));
        return AmbSchema
            .Validate(json.RootElement)
            .Select(fault => $"{Path.GetFileName(file)}: {fault.Pointer} {fault.Keyword}")
            .ToList();
    }
}
