using System.Text;

using StaticSite.Templating;

namespace StaticSite.Tests.Templating;

public class TextBufferTests
{
    [Fact]
    public void Text_grows_and_is_encoded_whole()
    {
        var buffer = new TextBuffer();
        var expected = new StringBuilder();
        for (var i = 0; i < 2_000; i++)
        {
            var piece = string.Concat(Enumerable.Repeat("汉字 a\uD83D\uDE00", i % 40));
            buffer.Append(piece);
            expected.Append(piece);
        }
        Assert.Equal(expected.Length, buffer.Length);
        Assert.Equal(expected.ToString(), buffer.ToString());
        Assert.Equal(Encoding.UTF8.GetBytes(expected.ToString()), buffer.ToUtf8());
    }

    [Fact]
    public void The_end_can_be_taken_away_and_written_again()
    {
        var buffer = new TextBuffer();
        buffer.Append("one two");
        buffer.Length = 4;
        buffer.AppendEscaped("<&>'\"");
        Assert.Equal("one &lt;&amp;&gt;&#39;&quot;", buffer.ToString());
        Assert.Throws<ArgumentOutOfRangeException>(() => buffer.Length = 100);
        buffer.Length = 0;
        Assert.Empty(buffer.ToUtf8());
    }

    [Fact]
    public void Half_a_character_becomes_the_replacement_character()
    {
        var buffer = new TextBuffer();
        buffer.Append("\uD83D");
        Assert.Equal("\uFFFD", Encoding.UTF8.GetString(buffer.ToUtf8()));
        buffer.Append("\uDE00");
        Assert.Equal("\uD83D\uDE00", Encoding.UTF8.GetString(buffer.ToUtf8()));
    }
}
