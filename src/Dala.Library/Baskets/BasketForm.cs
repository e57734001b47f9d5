using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Dala.Library.Baskets;

/// <summary>Reads the form of a basket's page: one form for all of it, so that whatever button is pressed nothing typed is lost.</summary>
internal static class BasketForm
{
    public static BasketChange Read(IFormCollection form)
    {
        var ids = form
            .Keys.Select(name => name.Split('-', 2))
            .Where(parts => parts is ["item", _])
            .Select(parts => Guid.TryParse(parts[1], CultureInfo.InvariantCulture, out var id) ? id : default)
            .Where(id => id != default)
            .Distinct();
        return new BasketChange
        {
            Version = int.TryParse(form["version"], CultureInfo.InvariantCulture, out var version) ? version : null,
            Title = form["title"],
            Author = form["author"],
            Language = form["language"],
            Making = form["making"],
            Licence = form["licence"],
            Action = form["action"],
            Items = ids.ToDictionary(
                id => id,
                id => new BasketItemChange
                {
                    Change = form[$"change-{id}"],
                    // A box that is not ticked is not sent.
                    IsLink = form[$"link-{id}"].Count > 0,
                    Title = form[$"heading-{id}"],
                    Text = form[$"text-{id}"],
                }
            ),
        };
    }
}
