using Blog.Text;

namespace Blog.Tests.Text;

public sealed class NameFoldingTests
{
    [Theory]
    [InlineData("  Probation\t Officer ", "probation officer")]
    [InlineData("ZOË", "zoe")]
    [InlineData("Zoe\u0308", "zoe")]
    [InlineData("Bjørn Łukasz", "bjorn lukasz")]
    [InlineData("N\u200Bettlepin\u202E", "nettlepin")]
    [InlineData("Ωmega", "ωmega")]
    [InlineData("ИВАН", "иван")]
    [InlineData("   ", "")]
    public void Names_that_look_the_same_fold_to_the_same(string name, string folded) => Assert.Equal(folded, NameFolding.Fold(name));

    [Fact]
    public void Names_in_different_scripts_stay_different() => Assert.NotEqual(NameFolding.Fold("Ivan"), NameFolding.Fold("Иван"));

    [Fact]
    public void Folding_twice_changes_nothing()
    {
        var random = new Random(7);
        for (var round = 0; round < 2000; round++)
        {
            var name = new string([.. Enumerable.Range(0, random.Next(30)).Select(_ => (char)random.Next(0x20, 0x2100))]);
            var once = NameFolding.Fold(name);
            Assert.Equal(once, NameFolding.Fold(once));
        }
    }
}
