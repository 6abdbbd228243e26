package sc.fiji.fastsam.cli;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;
import sc.fiji.fastsam.io.FileEndings;
import sc.fiji.fastsam.model.ModelException;

/** Turns what goes wrong into one line and an exit code. */
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {

    private final Console console;

    Failures(Console console) {
        this.console = console;
    }

    @Override
    public int handleParseException(ParameterException e, String[] args) {
        String command = e.getCommandLine().getCommandSpec().qualifiedName();
        console.complain(
                sentence(e.getMessage())
                        + encoding(e)
                        + suggestion(e)
                        + hyphen(e, args)
                        + " See: "
                        + command
                        + " --help");
        console.trace(e);
        return ExitCodes.USAGE;
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine line, ParseResult parsed) {
        console.trace(e);
        if (e instanceof ModelException) {
            console.complain(e.getMessage());
            return ExitCodes.MODEL_OR_DEVICE;
        }
        console.complain(
                e instanceof IOException
                        ? e.getMessage()
                        : "unexpected failure: "
                                + e
                                + ". Run it again with --debug and report it.");
        return ExitCodes.SOME_FAILED;
    }

    private static String encoding(ParameterException e) {
        return e.getCause() instanceof InvalidPathException
                ? " Java reads names as "
                        + System.getProperty("sun.jnu.encoding")
                        + " here; set LC_ALL to a UTF-8 locale, as C.UTF-8."
                : "";
    }

    private static String suggestion(ParameterException e) {
        if (!(e instanceof UnmatchedArgumentException unmatched)) {
            return "";
        }
        List<String> suggestions = unmatched.getSuggestions();
        return suggestions.isEmpty()
                ? ""
                : " Did you mean "
                        + String.join(" or ", suggestions.stream().limit(3).toList())
                        + "?";
    }

    /** NB: a file whose name begins with a hyphen is read as an option. */
    private static String hyphen(ParameterException e, String[] args) {
        if (!(e instanceof MissingParameterException || e instanceof UnmatchedArgumentException)) {
            return "";
        }
        return Stream.of(args)
                .filter(arg -> arg.startsWith("-") && !arg.contains("=") && FileEndings.isRead(arg))
                .findFirst()
                .map(arg -> " If " + arg + " is a file, write ./" + arg + ".")
                .orElse("");
    }

    private static String sentence(String message) {
        String text =
                message.strip()
                        .replaceAll(" is not an? (int|long)$", " is not a whole number")
                        .replaceAll(" is not a (double|float)$", " is not a number");
        return text.endsWith(".") ? text : text + ".";
    }
}
