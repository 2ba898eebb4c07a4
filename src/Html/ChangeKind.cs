namespace Blog.Html;

/// <summary>The removals and repairs that are counted; <see cref="ChangeCounter"/> holds their phrases, in this order.</summary>
internal enum ChangeKind
{
    PublishedAsPlainText,
    ScriptDropped,
    HandlerDropped,
    StyleDropped,
    FrameDropped,
    EmbedDropped,
    FormDropped,
    TrackingPixelDropped,
    EmbeddedImageDropped,
    EmbeddedImageTaken,
    ImageWithoutAddressDropped,
    DrawingDropped,
    PageMachineryDropped,
    HiddenTextDropped,
    UnsafeLinkUnwrapped,
    LinkWithinPageUnwrapped,
    ImageLinkUnwrapped,
    LostLinkMarked,
    JumpBreakDropped,
    WordClutterDropped,
    MojibakeRepaired,
    InvisibleCharacterDropped,
    ControlCharacterDropped,
    RedactionMarkEscaped,
    NestingFlattened,
    TableFlattened,
}
