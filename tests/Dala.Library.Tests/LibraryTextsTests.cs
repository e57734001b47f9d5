using Dala.Library.Finding;
using Dala.Library.Importing;
using Dala.Library.Lineage;
using Dala.Library.Reuse;
using Dala.Platform.Jobs;
using Dala.Standards.Amb;
using Dala.Standards.Licences;
using Dala.Standards.Records;

namespace Dala.Library.Tests;

public class LibraryTextsTests
{
    [Fact]
    public void Every_key_that_is_made_from_a_list_of_codes_has_a_text()
    {
        IEnumerable<string> keys =
        [
            .. LibrarySettings.All.Select(setting => "setting." + setting.Name),
            .. LicenceReasons.All,
            .. LicenceHints.All,
            .. Enum.GetValues<ConflictKind>().Select(CombinationText.KeyOf),
            .. Enum.GetValues<LineageKind>().SelectMany(kind => new[] { LineageTexts.KeyOf(kind), LineageTexts.KeyOfMade(kind) }),
            .. new[] { "made-from", "made-of-it", "wholes", "parts" }.Select(number => "library.lineage." + number),
            .. RecordFaults.All.Keys,
            .. RecordRefusals.All,
            .. MappingProblems.All,
            .. AmbSchema.MessageKeys,
            .. Fields.All.Select(LibraryNames.FieldKey),
            .. LibraryNames.Types.Select(LibraryNames.TypeKey),
            .. LibraryNames.Levels.Select(LibraryNames.LevelKey),
            .. LibraryNames.Audiences.Select(LibraryNames.AudienceKey),
            .. Subjects.Codes.Select(Subjects.Key),
            .. LibraryIndex.Facets.Select(facet => "library.filter." + facet),
            .. Enum.GetNames<Tier>()
                .SelectMany(tier => new[] { LibraryNames.TierKey(tier), LibraryNames.TierKey(tier) + ".meaning" }),
            .. new[] { "copy", "share", "adapt", "commercial" }.SelectMany(act =>
                new[] { "yes", "no", "unknown" }.Select(answer => $"library.may.{act}.{answer}")
            ),
            .. new[] { "only", "in-your-language", "in-its-language", "in-english", "first" }.Select(reason =>
                "library.shown." + reason
            ),
            .. new[] { RunStates.Running, RunStates.Stopped, RunStates.Done, RunStates.Failed, JobStates.Waiting }.Select(state =>
                "library.run." + state
            ),
            .. AccessTerms.All.Select(AccessTerms.Key),
            .. AccessTerms.All.Where(access => access != AccessTerms.Free).Select(access => "library.access.warning." + access),
            .. new[] { LibrarySettings.Oer, LibrarySettings.NotOer }.Select(rule => "library.definition.noncommercial." + rule),
            .. new[] { "access", "reuse", "repurpose", "adapt", "redistribute", "yes", "no", "unknown" }.Select(word =>
                "library.definition." + word
            ),
            .. new[] { "relevance", "newest", "title" }.Select(order => "library.order." + order),
            .. new[] { "subject", "language", "level", "tier" }.Select(way => "library.home.by." + way),
        ];

        var missing = keys.Where(key => !English.Words.Has(key));

        Assert.Equal([], missing);
    }

    [Fact]
    public void Names_of_values_are_words_and_what_has_no_name_is_shown_as_it_is()
    {
        Assert.Equal("Lesson plan", LibraryNames.Of(English.Words, Fields.Type, "lesson_plan").Value);
        Assert.Equal("Everybody", LibraryNames.Of(English.Words, Fields.Audience, "generalPublic").Value);
        Assert.Equal("Kazakh", LibraryNames.Of(English.Words, Fields.Language, "kk").Value);
        Assert.Equal("Open", LibraryNames.Of(English.Words, "tier", "T1").Value);
        Assert.Equal("hologram", LibraryNames.Of(English.Words, Fields.Type, "hologram").Value);
    }

    [Fact]
    public void A_subject_that_is_finer_than_our_names_goes_by_the_nearest_broader_one()
    {
        Assert.Equal("Education", LibraryNames.Of(English.Words, Fields.Subject, "0113").Value);
    }
}
