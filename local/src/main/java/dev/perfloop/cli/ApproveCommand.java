package dev.perfloop.cli;

import dev.perfloop.contract.ChangeWindow;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "approve", description = "Approves what a run waits for.")
final class ApproveCommand implements Callable<Integer> {
    @Mixin
    private final ServerOptions server = new ServerOptions();

    @Parameters(arity = "0..1", paramLabel = "RUN", description = "Default: the only one that waits.")
    private @Nullable String run;

    @Option(
            names = {"-m", "--comment"},
            defaultValue = "",
            description = "Why.")
    private String comment = "";

    @Option(
            names = "--without",
            split = ",",
            paramLabel = "CHANGE",
            description = "Changes of the plan to leave out, by number or id; see ./perfloop run plan.")
    private List<String> without = List.of();

    @Option(
            names = "--not-before",
            paramLabel = "TIME",
            description = "Begin when the change window opens: 22:00, or 2026-11-21T22:00+01:00.")
    private @Nullable String notBefore;

    @Option(
            names = "--may-take-back",
            description = "Lets an alert take back what is kept of it, without asking again.")
    private boolean mayTakeBack;

    @Override
    public Integer call() {
        Decision.APPROVE.take(server, run, comment, without, notBefore == null ? null : opens(notBefore), mayTakeBack);
        return 0;
    }

    /** By the clock of whoever types it, not by the server's. */
    private static Instant opens(String text) {
        try {
            return ChangeWindow.opens(text, InstantSource.system().instant(), ZoneId.systemDefault());
        } catch (IllegalArgumentException undoable) {
            throw new CliFailure(String.valueOf(undoable.getMessage()), "Nothing was decided.");
        }
    }
}
