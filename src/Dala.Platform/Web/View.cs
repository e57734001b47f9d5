using Dala.Platform.Languages;
using Microsoft.AspNetCore.Components;

namespace Dala.Platform.Web;

/// <summary>A part of a page: it knows the page it stands on and the texts in its language.</summary>
public abstract class Part : ComponentBase
{
    [CascadingParameter]
    public required PageContext Context { get; set; }

    /// <summary>The texts in the page's language.</summary>
    protected Words T => Context.T;

    /// <summary>The address of a page in this page's language.</summary>
    protected string Link(string path) => Context.Link(path);
}

/// <summary>A whole page, made from one model. It fetches nothing and decides nothing.</summary>
public abstract class View<TModel> : Part
{
    [Parameter, EditorRequired]
    public required TModel Model { get; set; }
}
