namespace Blog.Bench.Leaks;

/// <summary>One clean picture, for posts to show.</summary>
internal static class LeakPictures
{
    /// <summary>Its name in <c>media/</c>.</summary>
    public const string Clean = "0f0f.png";

    /// <summary>A white point, made by Python's zlib.</summary>
    public static byte[] Png() => Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4//8/AAX+Av4N70a4AAAAAElFTkSuQmCC");
}
