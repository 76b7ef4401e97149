using System.CommandLine;

using StaticSite.Build;
using StaticSite.Records;
using StaticSite.Symbols;

namespace StaticSite.Commands;

/// <summary>"accept": after somebody has compared a translation with its source, notes down which source text it was made from. Exit codes: 0 written
/// or nothing to write; 1 no such document, translation or passage; 2 wrong usage.</summary>
internal static class AcceptCommand
{
    public static Command Create()
    {
        var symbol = new Argument<string>("SYMBOL") { Description = "The document, for example A/67/776" };
        var language = new Argument<string>("LANGUAGE") { Description = "The translation, for example en" };
        var passages = new Argument<string[]>("PASSAGE")
        {
            Description = "Ids of passages, for example 17, fn1, title; all that are translated when none is named", Arity = ArgumentArity.ZeroOrMore,
        };
        var input = new Option<string>("--input") { Description = "Folder of records and pages", HelpName = "D", DefaultValueFactory = _ => "input" };
        var command = new Command("accept", "Note down that a translation has been compared with its source text") { symbol, language, passages, input };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(symbol), parsed.GetRequiredValue(language), parsed.GetValue(passages) ?? [],
            parsed.GetRequiredValue(input), Console.Out, Console.Error));
        return command;
    }

    public static int Run(string symbol, string language, string[] passages, string input, TextWriter stdout, TextWriter stderr)
    {
        if (!SymbolParser.TryParse(symbol, out var parsed))
            return Refuse($"\"{symbol}\" is not a UN document symbol; write it as in A/67/776 or A/RES/64/259", ExitCode.Usage);
        var folder = Path.Combine(input, "documents", parsed.Slug);
        if (!Directory.Exists(folder)) return Refuse($"{parsed} is not held: there is no folder {folder}");
        var files = Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal).Select(f => SiteFiles.ReadText(f)).ToList();
        if (files.SelectMany(f => f.Diagnostics).FirstOrDefault() is { } unread) return Refuse($"{unread.Span.Path}: {unread.Message}");
        var document = DocumentLoader.Load([.. files.Select(f => f.Value!)]).Value;
        if (document?.TextIn(document.Source.Language) is not { } source) return Refuse($"{folder} has no text in the source language; run check");
        if (language == source.Language) return Refuse($"{language} is the source language of {parsed}; only translations are accepted");
        if (document.TextIn(language) is not { } translation) return Refuse($"{parsed} has no text in the language \"{language}\"");

        var known = TranslationBasis.PassagesOf(document).Where(id => source.Passage(id) is not null && translation.Passage(id) is not null).ToList();
        if (passages.FirstOrDefault(p => !known.Contains(p)) is { } unknown)
            return Refuse($"the translation has no passage \"{unknown}\"; it has {string.Join(", ", known)}");
        var accepted = (passages.Length == 0 ? known : known.Where(passages.Contains)).ToHashSet(StringComparer.Ordinal);
        var changed = known.Where(id => accepted.Contains(id) && translation.Basis?.GetValueOrDefault(id) != TranslationBasis.HashOf(source.Passage(id)!)).ToList();
        if (changed.Count == 0)
        {
            stdout.WriteLine("nothing to accept: the source text is the one that the translation was made from");
            return ExitCode.Done;
        }
        var path = Path.Combine(folder, $"basis.{language}.yaml");
        try
        {
            var file = files.Select(f => f.Value!).FirstOrDefault(f => Path.GetFileName(f.Path) == $"basis.{language}.yaml")?.Text;
            if (TranslationBasis.Accept(document, source, translation, accepted, file) is not { } written)
                return Refuse($"{path} does not have one passage a line under texts:, so nothing is written into it; write it so, or remove it and accept again");
            InputFile.Write([(path, written)]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Refuse(e.Message);
        }
        stdout.WriteLine($"wrote {path}: accepted {string.Join(", ", changed)}");
        return ExitCode.Done;

        int Refuse(string message, int code = ExitCode.Findings)
        {
            stderr.WriteLine(message);
            return code;
        }
    }
}
