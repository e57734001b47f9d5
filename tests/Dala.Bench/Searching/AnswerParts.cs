using System.Buffers;
using Dala.Library.Api;
using Dala.Library.Finding;
using Dala.Platform.Languages;
using Dala.Testing.Searching;
using Microsoft.Extensions.DependencyInjection;

namespace Dala.Bench.Searching;

/// <summary>What an answer of <c>/api/resources</c> is made of, without HTTP: microseconds of this thread's processor time, over the whole log.</summary>
/// <param name="Engine">The search in the index.</param>
/// <param name="Library">The rest of the use case: concepts, what is shown of each resource, marks.</param>
/// <param name="Json">The answer as bytes.</param>
internal sealed record AnswerParts(double Engine, double Library, double Json)
{
    private const int Rounds = 5;
    private const string Language = "en";

    public static AnswerParts Of(IServiceProvider services, IEnumerable<LoggedQuery> log)
    {
        var index = services.GetRequiredService<LibraryIndex>().Current;
        var find = services.GetRequiredService<FindResources>();
        var concepts = services.GetRequiredService<Concepts>();
        var words = services.GetRequiredService<WordBook>().In(Language);
        var questions = log.Select(query => HttpBench.Asked(query).Read([], LoggedQuery.PageSize).Value)
            .Select(question => (question, find.QueryOf(question, Language)))
            .ToList();
        var json = new ArrayBufferWriter<byte>(1 << 16);

        var (engine, whole, written) = (0L, 0L, 0L);
        // The first rounds warm up.
        for (var round = -2; round < Rounds; round++)
        {
            if (round == 0)
                (engine, whole, written) = (0, 0, 0);
            foreach (var (question, query) in questions)
            {
                // Once before, so that the two searches that are timed find the same in the processor's caches.
                index.Search(query);
                var start = ThreadClock.Nanoseconds;
                index.Search(query);
                var searched = ThreadClock.Nanoseconds;
                var found = find.Run(question, Language).Value;
                var ran = ThreadClock.Nanoseconds;
                json.ResetWrittenCount();
                LibraryJson.Write(json, FoundJson.Of(question, found, concepts, words), FrequentJson.Default.FoundJson);
                written += ThreadClock.Nanoseconds - ran;
                engine += searched - start;
                whole += ran - searched;
            }
        }

        var answers = Rounds * questions.Count * 1000.0;
        return new AnswerParts(engine / answers, (whole - engine) / answers, written / answers);
    }
}
