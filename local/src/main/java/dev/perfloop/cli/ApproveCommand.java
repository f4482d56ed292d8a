package dev.perfloop.cli;

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

    @Override
    public Integer call() {
        Decision.APPROVE.take(server, run, comment);
        return 0;
    }
}
