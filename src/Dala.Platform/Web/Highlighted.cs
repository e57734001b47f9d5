using System.Runtime.InteropServices;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Dala.Platform.Web;

/// <summary>Part of a text that is to be seen, counted in UTF-16 units.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Highlight(int Start, int Length);

/// <summary>A text with some of its words marked. Ranges that overlap are joined; what lies outside the text is left out.</summary>
public sealed class Highlighted : ComponentBase
{
    [Parameter, EditorRequired]
    public required string Text { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<Highlight> Ranges { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        var shown = 0;
        foreach (var range in Ranges.OrderBy(range => range.Start))
        {
            var start = Math.Max(Boundary(range.Start), shown);
            var end = Boundary((int)Math.Min((long)range.Start + range.Length, Text.Length));
            if (end <= start)
                continue;
            builder.AddContent(0, Text[shown..start]);
            builder.OpenElement(1, "mark");
            builder.AddContent(2, Text[start..end]);
            builder.CloseElement();
            shown = end;
        }

        builder.AddContent(3, Text[shown..]);
    }

    // A letter beyond the first plane is two units; a mark must not begin between them.
    private int Boundary(int place)
    {
        var inside = Math.Clamp(place, 0, Text.Length);
        return inside > 0 && inside < Text.Length && char.IsSurrogatePair(Text[inside - 1], Text[inside]) ? inside - 1 : inside;
    }
}
