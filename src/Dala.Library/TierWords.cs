using Dala.Platform.Languages;
using Dala.Platform.Settings;
using Dala.Standards.Licences;

namespace Dala.Library;

/// <summary>
/// What a tier is called in this library. Whether works for non-commercial use only are OER is a matter of national rules: they are by the letter of
/// the Recommendation, and a setting says otherwise. It changes what is said, never how a licence is recognised.
/// </summary>
public static class TierWords
{
    public static Text Label(Words words, Tier tier, SettingValues settings) =>
        tier == Tier.T2 && settings.Get(LibrarySettings.NonCommercial) == LibrarySettings.NotOer
            ? words["library.tier.t2.not-oer"]
            : LibraryNames.Tier(words, tier);

    /// <summary>The sentence about what this library holds of non-commercial works; null for other tiers.</summary>
    public static Text? NonCommercial(Words words, Tier tier, SettingValues settings) =>
        tier == Tier.T2 ? words["library.definition.noncommercial." + settings.Get(LibrarySettings.NonCommercial)] : null;
}
