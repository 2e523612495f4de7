using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Ingot.Definition.Yaml;

/// <summary>Reads a YAML text into nodes with places. It takes the YAML that definitions need and refuses the rest.</summary>
internal sealed class YamlTree
{
    private const int DeepestNesting = 16;
    private readonly string _file;
    private readonly int _linesBefore;
    private readonly DefinitionErrorList _errors;
    private readonly string[] _lines;
    private readonly Parser _parser;

    private YamlTree(string text, string file, int linesBefore, DefinitionErrorList errors)
    {
        _file = file;
        _linesBefore = linesBefore;
        _errors = errors;
        _lines = text.Split('\n');
        _parser = new Parser(new StringReader(text));
    }

    /// <summary>Reads one document.</summary>
    /// <param name="text">The text, without control characters.</param>
    /// <param name="file">The file's name in places.</param>
    /// <param name="linesBefore">How many lines of the file stand before the text.</param>
    /// <param name="errors">Takes the errors.</param>
    /// <returns>The document; null when it is empty or has an error, which was reported.</returns>
    public static YamlNode? Read(string text, string file, int linesBefore, DefinitionErrorList errors) =>
        new YamlTree(text, file, linesBefore, errors).ReadDocument();

    private YamlNode? ReadDocument()
    {
        try
        {
            YamlNode? document = null;
            while (MoveNext())
            {
                if (_parser.Current is StreamStart or StreamEnd or DocumentStart or DocumentEnd)
                {
                    continue;
                }

                if (document is not null)
                {
                    throw new RefusedYamlException(_parser.Current!.Start, "A second document starts here.", "Keep one document in the file.");
                }

                document = ReadNode(0);
            }

            return document;
        }
        catch (RefusedYamlException refused)
        {
            _errors.Add("INGOT1004", PlaceOf(refused.Mark), refused.Message, refused.NextStep);
        }
        catch (YamlException exception)
        {
            ReportSyntax(exception);
        }

        return null;
    }

    // The parser's own faults on broken texts come as exceptions of other kinds.
    private bool MoveNext()
    {
        var last = _parser.Current?.End ?? Mark.Empty;
        try
        {
            return _parser.MoveNext();
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or FormatException or OverflowException or IndexOutOfRangeException)
        {
            throw new YamlException(last, last, "nothing can be read from here on", exception);
        }
    }

    private YamlNode ReadNode(int depth)
    {
        var current = _parser.Current!;
        if (depth > DeepestNesting)
        {
            throw new RefusedYamlException(current.Start, $"The nesting is deeper than {DeepestNesting} levels.", "No key of a definition is that deep: look for a bracket or an indentation too many.");
        }

        if (current is AnchorAlias)
        {
            throw new RefusedYamlException(current.Start, "Aliases (`*name`) are not used in definitions.", "Write the value out, or put quotes around a text that starts with `*`.");
        }

        if (current is NodeEvent { Anchor.IsEmpty: false })
        {
            throw new RefusedYamlException(current.Start, "Anchors (`&name`) are not used in definitions.", "Remove the anchor, or put quotes around a text that starts with `&`.");
        }

        if (current is NodeEvent { Tag.IsEmpty: false })
        {
            throw new RefusedYamlException(current.Start, "Tags (`!name`) are not used in definitions.", "Remove the tag, or put quotes around a text that starts with `!`.");
        }

        RefuseTabBefore(current.Start);
        return current switch
        {
            Scalar scalar => ReadScalar(scalar),
            SequenceStart start => ReadSequence(start, depth),
            MappingStart start => ReadMapping(start, depth),
            _ => throw new RefusedYamlException(current.Start, "A value was expected here.", "Write a value."),
        };
    }

    // The parser takes some tabs in indentation that YAML does not allow.
    private void RefuseTabBefore(Mark mark)
    {
        var line = (int)mark.Line - 1;
        var before = line < _lines.Length ? _lines[line].AsSpan(0, Math.Min((int)mark.Column - 1, _lines[line].Length)) : [];
        if (before.Contains('\t') && before.Trim(" \t").IsEmpty)
        {
            throw new SyntaxErrorException(mark, mark, "a tab is in the indentation");
        }
    }

    private YamlScalar ReadScalar(Scalar scalar)
    {
        var place = PlaceOf(scalar.Start);
        var isQuoted = scalar.Style is ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted;
        var textPlace = isQuoted ? place with { Column = place.Column + 1 } : place;
        return new YamlScalar(scalar.Value, scalar.Style == ScalarStyle.Plain, textPlace, place);
    }

    private YamlSequence ReadSequence(SequenceStart start, int depth)
    {
        var items = new List<YamlNode>();
        while (MoveNext() && _parser.Current is not SequenceEnd)
        {
            items.Add(ReadNode(depth + 1));
        }

        return new YamlSequence(items, PlaceOf(start.Start));
    }

    private YamlMapping ReadMapping(MappingStart start, int depth)
    {
        var entries = new List<YamlEntry>();
        while (MoveNext() && _parser.Current is not MappingEnd)
        {
            var mark = _parser.Current!.Start;
            if (ReadNode(depth + 1) is not YamlScalar key)
            {
                throw new RefusedYamlException(mark, "A key is a list or a mapping.", "Write a text as the key; look for a bracket or brace that was meant as a text and needs quotes.");
            }

            MoveNext();
            entries.Add(new YamlEntry(key, ReadNode(depth + 1)));
        }

        return new YamlMapping(entries, PlaceOf(start.Start));
    }

    private void ReportSyntax(YamlException exception)
    {
        var place = PlaceOf(exception.Start);
        var last = Math.Clamp(place.Line - _linesBefore, 1, _lines.Length);

        // The parser does not always say where the tab is.
        var suspects = exception.Message.Contains("tab", StringComparison.Ordinal) ? _lines.Length : last;
        for (var line = 0; line < suspects; line++)
        {
            var indentation = _lines[line].Length - _lines[line].TrimStart(' ', '\t').Length;
            var tab = _lines[line].AsSpan(0, indentation).IndexOf('\t');
            if (tab >= 0)
            {
                _errors.Add("INGOT1003", new FilePlace(_file, line + 1 + _linesBefore, tab + 1), "A tab stands in the indentation, which YAML does not allow.", "Indent with spaces.");
                return;
            }
        }

        var text = _lines[last - 1];
        var startsWithBackTick = place.Column <= text.Length && text[place.Column - 1] == '`';
        _errors.Add(
            "INGOT1003",
            place,
            $"This is not YAML: {exception.Message.TrimEnd('.')}.",
            startsWithBackTick ? "A value that starts with a back-tick needs quotes around it." : "Look at this line and the one before it: indentation, quotes, brackets, a missing space after a colon.");
    }

    private FilePlace PlaceOf(Mark mark) => new(_file, Math.Max(1, (int)mark.Line) + _linesBefore, Math.Max(1, (int)mark.Column));

    /// <summary>Ends the reading at YAML that definitions do not use. Never leaves this class.</summary>
    private sealed class RefusedYamlException(Mark mark, string message, string nextStep) : Exception(message)
    {
        public Mark Mark => mark;

        public string NextStep => nextStep;
    }
}
