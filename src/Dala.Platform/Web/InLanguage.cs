using Dala.Platform.Languages;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Dala.Platform.Web;

/// <summary>Content that may be in another language than the page: then it carries <c>lang</c> and <c>dir</c>.</summary>
public sealed class InLanguage : Part
{
    /// <summary>The content's BCP 47 tag; null where nobody knows it.</summary>
    [Parameter, EditorRequired]
    public required string? Tag { get; set; }

    /// <summary>The element around the content. A <c>span</c> is left out where it has nothing to say.</summary>
    [Parameter]
    public string Element { get; set; } = "span";

    [Parameter]
    public string? Class { get; set; }

    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        var differs = !string.Equals(Tag, Context.Language, StringComparison.OrdinalIgnoreCase);
        if (!differs && Element == "span" && Class is null)
        {
            builder.AddContent(0, ChildContent);
            return;
        }

        builder.OpenElement(1, Element);
        if (Class is not null)
            builder.AddAttribute(2, "class", Class);
        if (differs)
        {
            // An empty lang says "unknown" (HTML, 3.2.6.2), where none would say "the page's".
            builder.AddAttribute(3, "lang", Tag ?? "");
            builder.AddAttribute(4, "dir", Tag is null ? "auto" : TextDirection.Of(Tag));
        }

        builder.AddContent(5, ChildContent);
        builder.CloseElement();
    }
}
