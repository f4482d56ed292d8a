package dev.perfloop.cli;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;

@Command(name = "down", description = "Ends the stack that runs on this folder's data.")
final class DownCommand implements Callable<Integer> {
    private static final int PATIENCE_SECONDS = 60;

    @Override
    public Integer call() throws Exception {
        var running = RunningStack.find();
        if (running.isEmpty()) {
            System.out.println("Perfloop is not running here.");
            return 0;
        }
        var process = ProcessHandle.of(running.get().pid());
        process.ifPresent(ProcessHandle::destroy);
        if (process.isPresent()) {
            try {
                process.get().onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (TimeoutException slow) {
                throw new CliFailure(
                        "Process " + running.get().pid() + " is still ending after " + PATIENCE_SECONDS + " s.",
                        "Wait, or end it with: kill -9 " + running.get().pid());
            }
        }
        System.out.println("Ended. The data stays; ./perfloop up goes on where it stopped.");
        return 0;
    }
}
