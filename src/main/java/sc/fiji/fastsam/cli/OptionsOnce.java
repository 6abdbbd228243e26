package sc.fiji.fastsam.cli;

import picocli.CommandLine;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/**
 * Runs a command whose options are each given once. Picocli refuses a repeated option itself, but
 * not one of a group: there it begins the group anew, and the options before are lost.
 */
final class OptionsOnce implements IExecutionStrategy {

    private final IExecutionStrategy runner = new RunLast();

    @Override
    public int execute(ParseResult parsed) {
        for (CommandLine line : parsed.asCommandLineList()) {
            line.getParseResult().matchedOptions().stream()
                    .filter(option -> !option.isMultiValue() && option.typedValues().size() > 1)
                    .findFirst()
                    .ifPresent(option -> refuse(line, option));
        }
        return runner.execute(parsed);
    }

    private static void refuse(CommandLine line, OptionSpec option) {
        throw new ParameterException(
                line, "option '" + option.longestName() + "' should be specified only once");
    }
}
