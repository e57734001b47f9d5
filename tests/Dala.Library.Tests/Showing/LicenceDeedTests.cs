using Dala.Library.Showing;
using Dala.Standards.Licences;

namespace Dala.Library.Tests.Showing;

public class LicenceDeedTests
{
    [Theory]
    [InlineData("en", true)]
    [InlineData("ru", true)]
    [InlineData("fr", true)]
    [InlineData("ar", true)]
    [InlineData("kk", false)]
    [InlineData("ky", false)]
    [InlineData("tg", false)]
    [InlineData("uz", false)]
    public void Knows_in_which_languages_there_is_none(string language, bool isThere) =>
        Assert.Equal(
            isThere,
            LicenceDeed.IsIn(Licences.Recognise("https://creativecommons.org/licenses/by/4.0/").Licence!, language)
        );

    [Theory]
    [InlineData("ru", "https://creativecommons.org/licenses/by/4.0/deed.ru")]
    [InlineData("zh", "https://creativecommons.org/licenses/by/4.0/deed.zh-hans")]
    // There is no Kazakh deed; the address without a language shows what the browser asks for.
    [InlineData("kk", "https://creativecommons.org/licenses/by/4.0/")]
    public void Leads_to_the_deed_in_the_readers_language_where_there_is_one(string language, string address)
    {
        var licence = Licences.Recognise("https://creativecommons.org/licenses/by/4.0/").Licence!;

        Assert.Equal(address, LicenceDeed.Of(licence, language));
    }
}
