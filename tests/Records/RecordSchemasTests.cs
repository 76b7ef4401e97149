using StaticSite.Records;

namespace StaticSite.Tests.Records;

public class RecordSchemasTests
{
    [Fact]
    public void Schemas_are_as_expected() =>
        TestFiles.MatchFolder("Records/Cases/schemas", RecordSchemas.All().Select(s => KeyValuePair.Create(s.FileName, s.Json)));
}
