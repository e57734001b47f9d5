using System.Globalization;
using Dala.Library.Showing;
using Dala.Platform.Languages;
using Dala.Platform.Web;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Dala.Library.Lineage;

/// <summary>
/// A lineage as a drawing whose boxes are links with real text. Written by hand, for Razor takes the element <c>text</c> for its own.
/// </summary>
public sealed class LineagePicture : Part
{
    private const int LettersOfTitle = 25;
    private const int LettersBelow = 32;

    [Parameter, EditorRequired]
    public required LineageLayout Of { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "svg");
        builder.AddAttribute(1, "class", "lineage-picture");
        builder.AddAttribute(2, "viewBox", $"0 0 {Number(Of.Width)} {Number(Of.Height)}");
        builder.AddAttribute(3, "width", Number(Of.Width));
        builder.AddAttribute(4, "height", Number(Of.Height));
        builder.AddAttribute(5, "role", "group");
        builder.AddAttribute(6, "aria-labelledby", "lineage-picture-title");
        builder.AddAttribute(7, "aria-describedby", "lineage-picture-description");
        Named(builder, "title", "lineage-picture-title", T["library.lineage.picture"].Value);
        Named(builder, "desc", "lineage-picture-description", T["library.lineage.picture.legend"].Value);
        foreach (var line in Of.Lines)
            Draw(builder, line);
        foreach (var box in Of.Boxes)
            Draw(builder, box);
        builder.CloseElement();
    }

    private static void Named(RenderTreeBuilder builder, string element, string id, string text)
    {
        builder.OpenElement(10, element);
        builder.AddAttribute(11, "id", id);
        builder.AddContent(12, text);
        builder.CloseElement();
    }

    private static void Draw(RenderTreeBuilder builder, LineageLine line)
    {
        // A curve that leaves and arrives upright, so that lines which cross can be told apart.
        var middle = line.FromY < line.ToY ? line.ToY + 30 : (line.FromY + line.ToY) / 2;
        builder.OpenElement(20, "path");
        builder.AddAttribute(21, "class", LineageTexts.Name(line.Kind));
        builder.AddAttribute(
            22,
            "d",
            string.Create(
                CultureInfo.InvariantCulture,
                $"M{line.FromX} {line.FromY}C{line.FromX} {middle} {line.ToX} {middle} {line.ToX} {line.ToY}"
            )
        );
        builder.CloseElement();
    }

    private void Draw(RenderTreeBuilder builder, LineageBox box)
    {
        var address = box.Node.Id is { } id ? Link($"/resources/{id}/lineage") : box.Node.Url;
        builder.OpenElement(30, address is null ? "g" : "a");
        builder.AddAttribute(
            31,
            "class",
            IsRoot(box) ? "here"
                : box.Node.Id is null ? "broken"
                : null
        );
        if (address is not null)
        {
            builder.AddAttribute(32, "href", address);
            if (IsRoot(box))
                builder.AddAttribute(33, "aria-current", "page");
        }

        // What is cut off in the box is whole here: the name of the link, and what a pointer that rests on it shows.
        builder.OpenElement(34, "title");
        builder.AddContent(34, Name(box.Node));
        builder.CloseElement();

        builder.OpenElement(35, "rect");
        builder.AddAttribute(36, "x", Number(box.X));
        builder.AddAttribute(37, "y", Number(box.Y));
        builder.AddAttribute(38, "width", Number(LineageLayout.BoxWidth));
        builder.AddAttribute(39, "height", Number(LineageLayout.BoxHeight));
        builder.AddAttribute(40, "rx", "6");
        builder.CloseElement();
        Write(builder, box, 27, LineageLayout.Short(box.Node.Title, LettersOfTitle), box.Node.TitleLanguage ?? "", "name");
        Write(builder, box, 50, LineageLayout.Short(Below(box.Node), LettersBelow), Context.Language, "below");
        builder.CloseElement();
    }

    private static void Write(RenderTreeBuilder builder, LineageBox box, int down, string text, string language, string kind)
    {
        builder.OpenElement(50, "text");
        builder.AddAttribute(51, "class", kind);
        builder.AddAttribute(52, "x", Number(box.X + LineageLayout.BoxWidth / 2));
        builder.AddAttribute(53, "y", Number(box.Y + down));
        builder.AddAttribute(54, "lang", language);
        builder.AddAttribute(55, "direction", language.Length == 0 ? null : TextDirection.Of(language));
        builder.AddContent(56, text);
        builder.CloseElement();
    }

    private bool IsRoot(LineageBox box) => box.Node.Key == Of.Root;

    private string Name(LineageNode node) => Below(node) is { Length: > 0 } below ? $"{node.Title} ({below})" : node.Title;

    private string Below(LineageNode node) =>
        string.Join(
            " · ",
            new[]
            {
                node.Id is null ? T["library.lineage.not-here"].Value : null,
                node.Languages.Count is > 0 and <= 2
                    ? T.List(node.Languages.Select(tag => LibraryNames.Language(T, tag).Value))
                    : null,
                node.Id is null && node.Licence.Raw.Length == 0 ? null : LicenceLabel.Of(node.Licence, T),
            }.OfType<string>()
        );

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
