using Dala.Library.Showing;
using Dala.Platform;

namespace Dala.Library.Settling;

/// <summary>A page of contradictions, or what is wrong with the question.</summary>
public sealed record ContradictionsView(Contradictions? Contradictions, Problem? Problem = null);

/// <summary>A resource whose licence is to be settled, with what was filled in before and what is wrong with it.</summary>
public sealed record SettleView(ShownResource Shown, SettlementOrder Order, Problem? Problem = null);
