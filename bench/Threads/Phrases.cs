namespace Blog.Bench.Threads;

/// <summary>The words of the invented threads: a harbour pilots' service that does not exist.</summary>
internal static class Phrases
{
    public static readonly string[] Names =
    [
        "Lantern Keeper", "Old Pilot", "Tidewatcher", "Anonymous", "Quay Clerk", "Pilot Officer", "Saltmarsh", "Unknown", "The Cooper", "Berth 12", "Ferryman",
    ];

    public static readonly string[] Subjects =
    [
        "the pilots", "our station", "the harbour office", "every crew I know", "the new owners", "my watch", "the night shift", "the training school", "our lantern team",
        "the timetable", "the tide desk", "the union", "the ministry", "most of the keepers", "the apprentices",
    ];

    public static readonly string[] Verbs =
    [
        "cannot keep up with", "still has to explain", "knows nothing about", "would rather forget", "has been asked to sign off", "is proud of", "never agreed to",
        "waits for", "has to live with", "lost", "will not answer for", "was promised", "keeps writing letters about",
    ];

    public static readonly string[] Objects =
    [
        "the berth rota", "a second boat", "the paper log", "the merger", "unpaid watches", "the old signal book", "a fair handover", "what we trained for", "the audit",
        "the queue at the lock", "these targets", "the new radio", "the lamp oil contract", "an honest count",
    ];

    public static readonly string[] Endings =
    [
        "and nobody asks why", "which is a shame", "after all these years", "as anybody on the quay will tell you", "and it shows", "whatever the posters say",
        "if I am honest", "and that was before the storm", "so good luck to us all", "no matter who is in charge",
    ];

    public static readonly string[] Titles =
    [
        "Notes From the Quay", "Who Keeps the Lamp?", "A Fair Wind", "Guest Log 12", "What the Tide Brought", "Another Reorganisation", "Letters to the Harbour", "Slack Water",
    ];

    public static readonly string[] ListItems = ["pay", "rotas", "the second boat", "oil for the lamp", "training", "a working radio", "leave", "night watches"];

    public static readonly string[] Shouts = ["Well said", "Agreed", "Fair wind to you", "Dismal", "Ask the owners", "lol", "Same here x", "Not on my watch", "Keep going"];

    public static readonly string[] ListIntros = ["What we asked for:", "My list for the minister:", "In short:", "Three things are wrong:", "We were told:"];
}
