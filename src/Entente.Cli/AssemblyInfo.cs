using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Entente.Cli.Tests")]
