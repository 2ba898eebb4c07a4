namespace Blog.Bench.Threads;

/// <summary>The seven ways in which people cite each other by clock time, as counted on real pages.</summary>
public enum CitationForm
{
    /// <summary>"Anon at 11.23 - I am sure it does".</summary>
    AnonAt,

    /// <summary>"Anon 18:35 I don't think so".</summary>
    Anon,

    /// <summary>"@18:28 - yes".</summary>
    AtSign,

    /// <summary>The comment opens with the time: "18.57. That is really worrying."</summary>
    Opens,

    /// <summary>"the analysis by 10.04".</summary>
    By,

    /// <summary>"my point at 11:23 and 14:41": one form, two citations.</summary>
    MyPointAt,

    /// <summary>"is right at 14.31 in reminding us".</summary>
    IsRightAt,
}
