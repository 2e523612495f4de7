using Ingot.Runs;

namespace Ingot.Tests.Runs;

public sealed class SpillFolderTests
{
    [Fact]
    public void Folder_that_cannot_be_made_is_only_named()
    {
        var folder = Directory.CreateTempSubdirectory("ingot-test-");
        try
        {
            var inTheWay = Path.Combine(folder.FullName, "spill");
            File.WriteAllText(inTheWay, "");

            Assert.StartsWith(inTheWay + "/", SpillFolder.Prepare(folder.FullName), StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Folders_of_killed_processes_are_removed_and_those_in_use_stay()
    {
        var folder = Directory.CreateTempSubdirectory("ingot-test-");
        try
        {
            var spill = folder.CreateSubdirectory("spill");
            spill.CreateSubdirectory($"{int.MaxValue}-dead");
            spill.CreateSubdirectory($"{Environment.ProcessId}-alive");

            SpillFolder.Prepare(folder.FullName);

            Assert.Equal($"{Environment.ProcessId}-alive", Assert.Single(spill.GetDirectories()).Name);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
