namespace Blog.Redact.Pictures;

/// <summary>Keeps of a JPEG file its tables, frame and scans; every application segment and comment goes, and whatever belongs to nothing.</summary>
/// <remarks>
/// Two application segments are written anew in their shortest form where the old file had them: JFIF without thumbnail (1:1 pixels), and Adobe's, whose one
/// byte says how colours are meant. Of Exif only the orientation stays (26 bytes made here). Colour profiles go: they name monitors and their owners; a picture
/// in a wide colour space looks a little duller for it. Scans are read through, and bytes between the end of their data and the next marker go too.
/// </remarks>
internal static class JpegScrubber
{
    public static ScrubbedPicture Scrub(ReadOnlySpan<byte> file)
    {
        var jpeg = JpegFile.Read(file, keepCoefficients: false);
        var (width, height) = (jpeg.Frame.Width, jpeg.Frame.Height);
        var turns = Orientation.Turns(jpeg.Orientation);
        return new ScrubbedPicture(PictureFormat.Jpeg, turns ? height : width, turns ? width : height, jpeg.ToBytes(), jpeg.Removed);
    }
}
