namespace StaticSite.Tests.Templating;

public class TemplateTests
{
    public static TheoryData<string, string> Cases()
    {
        var data = new TheoryData<string, string>();
        foreach (string file in TestFiles.Cases("Templating/Cases", "*.case.txt"))
        {
            foreach (var testCase in TemplateCase.Read(TestFiles.Read(file))) data.Add(file, testCase.Name);
        }
        return data;
    }

    [Theory, MemberData(nameof(Cases))]
    public void Templates_render_as_their_cases_say(string file, string name)
    {
        var text = TestFiles.Read(file);
        var actual = TemplateCase.Read(text).Single(c => c.Name == name).Run();
        TestFiles.Match(file, TemplateCase.Replace(text, name, actual));
    }
}
