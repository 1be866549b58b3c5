using Xunit;

namespace Entente.Cli.Tests;

public class ProgramTests
{
    [Fact]
    public void Placeholder_until_the_program_has_a_command() => Assert.NotNull(typeof(ProgramTests));
}
