using Dala.Standards.Licences;

namespace Dala.Library.Baskets;

/// <summary>What somebody has gathered to make something of: works and texts of their own, in an order.</summary>
public sealed class Basket
{
    public required Guid Id { get; init; }
    public required byte[] KeyHash { get; init; }

    /// <summary>What it is to be called; empty while nobody has said.</summary>
    public string Title { get; set; } = "";

    /// <summary>Who puts it together; empty while nobody has said.</summary>
    public string Author { get; set; } = "";

    /// <summary>The BCP 47 tag of the language that its own words are in.</summary>
    public required string Language { get; set; }

    public Making Making { get; set; } = Making.Adaptation;

    /// <summary>The address of the licence that was chosen; null for the one that is advised.</summary>
    public string? Licence { get; set; }

    /// <summary>Grows with every change, so that two windows do not undo each other's.</summary>
    public int Version { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset ChangedAt { get; set; }

    /// <summary>The resource that it was published as.</summary>
    public Guid? PublishedAs { get; set; }

    public List<BasketItem> Items { get; init; } = [];

    /// <summary>What is in it, in order.</summary>
    public IReadOnlyList<BasketItem> Kept => [.. Items.Where(item => !item.IsRemoved).OrderBy(item => item.Position)];

    /// <summary>What was taken out and can be put back.</summary>
    public IReadOnlyList<BasketItem> Removed => [.. Items.Where(item => item.IsRemoved).OrderBy(item => item.Position)];

    public void Add(BasketItem item)
    {
        item.Position = Items.Count == 0 ? 1 : Items.Max(other => other.Position) + 1;
        Items.Add(item);
    }

    /// <summary>Moves an item before (-1) or behind (1) its neighbour.</summary>
    public void Move(Guid id, int steps)
    {
        var kept = Kept.ToList();
        var place = kept.FindIndex(item => item.Id == id);
        var other = place + steps;
        if (place < 0 || other < 0 || other >= kept.Count)
            return;
        (kept[place].Position, kept[other].Position) = (kept[other].Position, kept[place].Position);
    }
}

/// <summary>A work, some pages of one, or a text of one's own.</summary>
public sealed class BasketItem
{
    public required Guid Id { get; init; }
    public required Guid BasketId { get; init; }
    public int Position { get; set; }

    /// <summary>The work; null for a text of one's own.</summary>
    public Guid? ResourceId { get; init; }

    /// <summary>The first and last page that are taken, from 1; null for all.</summary>
    public int? FirstPage { get; init; }
    public int? LastPage { get; init; }

    /// <summary>The heading of a text of one's own.</summary>
    public string Title { get; set; } = "";

    /// <summary>A text of one's own.</summary>
    public string Text { get; set; } = "";

    /// <summary>What is changed in the work, in the words of whoever changes it.</summary>
    public string Change { get; set; } = "";

    /// <summary>The work is only named and linked, so that its licence does not matter to the rest.</summary>
    public bool IsLink { get; set; }

    public bool IsRemoved { get; set; }

    public bool IsOwnText => ResourceId is null;
}
