namespace Dala.Platform.Languages;

/// <summary>A language that the interface speaks, with the name that its own speakers give it.</summary>
public sealed record InterfaceLanguage(string Tag, string Name)
{
    /// <summary><c>ltr</c> or <c>rtl</c>.</summary>
    public string Direction { get; } = TextDirection.Of(Tag);

    // The order is that of the language chooser; languages that come later are added at the end.
    internal static readonly InterfaceLanguage[] Known =
    [
        new("en", "English"),
        new("ru", "Русский"),
        new("kk", "Қазақша"),
        new("fr", "Français"),
        new("ar", "العربية"),
        new("es", "Español"),
        new("zh", "中文"),
        new("ky", "Кыргызча"),
        new("tg", "Тоҷикӣ"),
        new("uz", "Oʻzbekcha"),
        new("tr", "Türkçe"),
        new("az", "Azərbaycanca"),
        new("tk", "Türkmençe"),
        new("uk", "Українська"),
        new("be", "Беларуская"),
        new("de", "Deutsch"),
        new("sv", "Svenska"),
        new("pt", "Português"),
    ];
}
