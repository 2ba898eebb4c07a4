using Blog.Vault;

namespace Blog.Tests.Vault;

public sealed class OperatorNamesTests
{
    [Fact]
    public void Names_of_account_git_and_machine_are_found_and_shared_ones_are_not()
    {
        var found = OperatorNames.Find(
            "oonai",
            "oonas-tower.home.example",
            ["root:x:0:0:root:/root:/bin/sh", "oonai:x:1000:1000:Oona Invented,Room 3,020 7946 0000:/home/oona:/bin/sh", "broken"],
            name => name switch { "USER" => "oonai", "SUDO_USER" => "admin", "EMAIL" => " oona.i@example.org ", "LOGNAME" => "ed", _ => null },
            key => key switch { "user.name" => "O. Invented", "user.email" => "root@example.org", _ => null });
        Assert.Equal(
            ["O. Invented", "Oona Invented", "oona", "oona.i", "oona.i@example.org", "oonai", "oonas-tower", "oonas-tower.home.example", "root@example.org"],
            found.Select(name => name.Value));
        Assert.All(found, name => Assert.DoesNotContain(name.Value, name.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void A_build_machine_has_none()
    {
        Assert.Empty(OperatorNames.Find("runner", "localhost", ["runner:x:1001:118:,,,:/home/runner:/bin/bash"], _ => null, _ => null));
        Assert.Empty(OperatorNames.Find(string.Empty, string.Empty, [], _ => string.Empty, _ => string.Empty));
    }

    [Fact]
    public void This_machine_is_asked_without_an_error() => Assert.All(OperatorNames.Find(), name => Assert.True(name.Value.Length >= OperatorNames.MinLength));
}
