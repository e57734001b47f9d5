using Dala.Platform.Languages;

namespace Dala.Platform.Tests.Languages;

public sealed class TextDirectionTests
{
    [Theory]
    [InlineData("ar", "rtl")]
    [InlineData("fa-AF", "rtl")]
    [InlineData("ur", "rtl")]
    [InlineData("he", "rtl")]
    [InlineData("ps", "rtl")]
    [InlineData("ug", "rtl")]
    [InlineData("ckb", "rtl")]
    [InlineData("kk-Arab-CN", "rtl")]
    [InlineData("ug-Cyrl", "ltr")]
    [InlineData("kk", "ltr")]
    [InlineData("zh-Hant", "ltr")]
    [InlineData("sl-1994", "ltr")]
    [InlineData("", "ltr")]
    public void Knows_the_direction_by_script_and_then_by_language(string tag, string expected) =>
        Assert.Equal(expected, TextDirection.Of(tag));
}
