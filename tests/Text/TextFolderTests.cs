using System.Text;
using Blog.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Blog.Tests.Text;

public sealed class TextFolderTests
{
    /// <summary>Pieces that meet every branch of the short way: long and short words, capitals, blanks, hyphens at a line's end, ends of sentences, numbers, "Mc", what shows nothing, and letters beyond ASCII.</summary>
    private static readonly string[] Pieces =
        ["a", "kettle", "yard", "antidisestablishmentarianism", "I", "Il", "Mc", "Mac", "Quay", "O", " ", "  ", "-\n", "-", "'", "*", "\n", ". ", "! ", ", ", ":", "<", "7", "2016", "c3595624070950931585", "\u0001", "\u007F", "\u00E9", "\u0456", "\u00AD", "\u2019", "\uFB03"];

    private static readonly LetterGap[] Gaps = [LetterGap.None, LetterGap.Join, LetterGap.Soft, LetterGap.Hyphen, LetterGap.Space, LetterGap.Block, LetterGap.Wall];

    [Fact]
    public void A_run_of_bytes_folds_as_its_characters_do_one_by_one()
    {
        var gen = Gen.Choose(0, Pieces.Length + Gaps.Length - 1).ArrayOf();
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(Arb.From(gen), choices =>
        {
            var (runs, single) = (new TextFolder(), new TextFolder());
            var offset = 0;
            var run = new StringBuilder();
            foreach (var choice in choices.Append(Pieces.Length)) // a gap of nothing ends the last run
            {
                if (choice >= Pieces.Length || !Ascii.IsValid(Pieces[choice]))
                {
                    runs.AppendAscii(Encoding.ASCII.GetBytes(run.ToString()), offset - run.Length);
                    run.Clear();
                }

                if (choice >= Pieces.Length)
                {
                    runs.Part(Gaps[choice - Pieces.Length]);
                    single.Part(Gaps[choice - Pieces.Length]);
                    continue;
                }

                foreach (var c in Pieces[choice])
                {
                    single.Append(c, offset, offset + 1);
                    if (char.IsAscii(c))
                    {
                        run.Append(c);
                    }
                    else
                    {
                        runs.Append(c, offset, offset + 1);
                    }

                    offset++;
                }
            }

            AssertSame(single, runs);
        }));
    }

    [Fact]
    public void What_is_passed_over_in_long_numbers_stands_for_no_letter()
    {
        var gen = Gen.Elements('0', '1', '3', '7', '9', 'o', 'l', 'i', 'e', ' ', 'I', '\u0456', '\u0431').ArrayOf();
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(Arb.From(gen), letters =>
        {
            var text = FoldedText.Of(string.Concat(letters.SelectMany(letter => letter == '7' ? "7700900" : letter.ToString()))).Read;
            for (var next = 0; next < text.Odd.Length; next++)
            {
                for (var passed = next; passed < Disguise.PastDigits(text.Letters, text.Odd, next); passed++)
                {
                    Assert.False(Disguise.MayBe(text, text.Odd[passed]));
                }
            }
        }));
    }

    private static void AssertSame(TextFolder expected, TextFolder actual)
    {
        var one = expected.ToLetters();
        var other = actual.ToLetters();
        Assert.Equal(one.Letters.ToString(), other.Letters.ToString());
        Assert.Equal(one.Shapes.ToString(), other.Shapes.ToString());
        Assert.Equal(one.Starts.ToArray(), other.Starts.ToArray());
        Assert.Equal(one.Ends.ToArray(), other.Ends.ToArray());
        Assert.Equal(one.Odd.ToArray(), other.Odd.ToArray());
        for (var i = 0; i < one.Length; i++)
        {
            Assert.Equal(one.GapBefore(i), other.GapBefore(i));
            foreach (var trait in Enum.GetValues<LetterTraits>())
            {
                Assert.Equal(one.Is(i, trait), other.Is(i, trait));
            }
        }
    }
}
