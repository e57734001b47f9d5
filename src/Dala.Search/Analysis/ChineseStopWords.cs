namespace Dala.Search.Analysis;

/// <summary>
/// The words of a Chinese question that say nothing. A text without spaces is asked for in pairs of characters: a pair that holds a part of such a
/// word (京的, in 北京的地图) need not be found.
/// </summary>
internal static class ChineseStopWords
{
    private static readonly string[] Functions =
    [
        .. """
            的 吗 呢 吧 是 和 与 及 或 在 为什么 什么是 是什么 什么 怎么样 怎么 怎样 如何 哪里 哪儿 哪些 哪个 哪 谁 多少 几个 有没有 是不是 能不能 可不可以
            关于 有关 请问 我想 我要 想要 需要 可以 应该 应当 以及 还有 这个 那个 这些 那些 一个 一些 一下 了吗 我 你 请 请教 告诉我 介绍 介绍一下 讲解 为啥 做什么 干什么 会不会 有哪些 有什么 为何 何时 何地 之间
            """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
    ];

    // In these the same characters are a part of what is asked for.
    private static readonly string[] Whole =
    [
        .. """
            目的 的确 和平 和谐 和声 和尚 和睦 和解 和约 和气 共和 温和 饱和 总和 柔和 缓和 调和 中和 和弦 参与 与会 普及 涉及 以及 埃及 及格 及时 来得及
            或许 或者 我国 自我 你好 请求 申请 邀请 聘请 存在 现在 正在 内在 外在 潜在 所在 实在 在线 在职 是非 国是 但是 于是 可是 就是 只是 还是 总是 若是 凡是 需要 谁家 的士 呢绒
            """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
    ];

    private static readonly string[] LongestFirst =
    [
        .. Whole.Concat(Functions).Distinct().OrderByDescending(word => word.Length),
    ];

    /// <summary>Whether a stretch of a text holds a part of a word that says nothing.</summary>
    public static bool Touch(string text, int start, int length)
    {
        for (var at = 0; at < start + length; )
        {
            var word = WordAt(text, at);
            if (word is not null && at + word.Length > start && !Array.Exists(Whole, whole => ReferenceEquals(whole, word)))
                return true;
            at += word?.Length ?? 1;
        }

        return false;
    }

    private static string? WordAt(string text, int at)
    {
        foreach (var word in LongestFirst)
        {
            if (IsAt(text, at, word))
                return word;
        }

        return null;
    }

    private static bool IsAt(string text, int at, string word)
    {
        if (at + word.Length > text.Length)
            return false;
        for (var i = 0; i < word.Length; i++)
        {
            if (Folding.Of(text[at + i]) != word[i])
                return false;
        }

        return true;
    }
}
