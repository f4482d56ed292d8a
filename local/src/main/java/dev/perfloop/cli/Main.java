package dev.perfloop.cli;

import dev.perfloop.bench.BenchCommand;
import dev.perfloop.local.StackTrouble;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.OptionSpec;

/**
 * {@code ./perfloop}: exit code 0 for what went well, 1 for a run that did not, 2 for what a person must mend,
 * 3 for a gate or a calibration that cannot tell.
 */
public final class Main {

    @Command(
            name = "perfloop",
            description = "Closed-loop performance engineering for services on PostgreSQL.",
            subcommands = {
                HelpCommand.class,
                DemoCommand.class,
                UpCommand.class,
                DownCommand.class,
                StatusCommand.class,
                TargetCommand.class,
                RunCommand.class,
                GateCommand.class,
                GuardsCommand.class,
                CalibrateCommand.class,
                ScheduleCommand.class,
                AlertCommand.class,
                MonitorCommand.class,
                ReportCommand.class,
                ApproveCommand.class,
                RejectCommand.class,
                TokenCommand.class,
                BenchCommand.class
            },
            synopsisSubcommandLabel = "COMMAND",
            footer = "%nFirst time? ./perfloop demo")
    static final class Perfloop {}

    private Main() {}

    public static void main(String[] args) {
        System.exit(execute(args));
    }

    static int execute(String... args) {
        return commands()
                .setExecutionExceptionHandler((failure, command, parsed) -> said(failure))
                .execute(args);
    }

    static CommandLine commands() {
        var root = new CommandLine(new Perfloop());
        withHelp(root);
        return root;
    }

    /** The command "help" has the option already, so it cannot be inherited. */
    private static void withHelp(CommandLine command) {
        if (command.getCommandSpec().findOption("--help") == null) {
            command.getCommandSpec()
                    .addOption(OptionSpec.builder("-h", "--help")
                            .usageHelp(true)
                            .description("Show this help.")
                            .build());
        }
        command.getSubcommands().values().forEach(Main::withHelp);
    }

    private static int said(Exception failure) throws Exception {
        switch (failure) {
            case CliFailure known -> System.err.println(known.getMessage() + "\n" + known.mend());
            case StackTrouble trouble -> System.err.println(trouble.getMessage() + "\n" + trouble.mend());
            default -> throw failure;
        }
        return 2;
    }
}
