package dev.perfloop.target.hook;

import dev.perfloop.target.HookFailed;
import dev.perfloop.target.Hooks.Command;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Starts one command, without a shell, and without the settings of Perfloop itself in its environment. */
@Component
class CommandHook {
    private static final List<String> OWN = List.of("PERFLOOP_", "SPRING_", "CAMUNDA_", "ZEEBE_");

    /** What it prints. */
    String run(Command command, Filling filled) {
        String shown = filled.shown(command);
        try {
            Path printed = Files.createTempFile("perfloop-hook", ".out");
            try {
                await(started(command, filled, printed), command, shown);
                return Files.readString(printed, StandardCharsets.UTF_8);
            } finally {
                Files.deleteIfExists(printed);
            }
        } catch (IOException notStarted) {
            throw new HookFailed(
                    "The hook " + shown + " cannot be started.",
                    "Look whether " + command.argv().getFirst().shown() + " is there where the workers run.",
                    true);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the hook " + shown + " ran", stop);
        }
    }

    private static Process started(Command command, Filling filled, Path printed) throws IOException {
        var builder = new ProcessBuilder(filled.in(command))
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(printed.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().keySet().removeIf(name -> OWN.stream().anyMatch(name::startsWith));
        return builder.start();
    }

    private static void await(Process process, Command command, String shown) throws InterruptedException {
        boolean ended;
        try {
            ended = process.waitFor(command.patience().toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        if (!ended) {
            throw new HookFailed(
                    "The hook " + shown + " did not end within "
                            + command.patience().toSeconds() + " s.",
                    "Look what it waits for, or give it more time (timeout).",
                    false);
        }
        if (process.exitValue() != 0) {
            throw new HookFailed(
                    "The hook " + shown + " ended with exit code " + process.exitValue() + ".",
                    "Try it by hand where the workers run.",
                    true);
        }
    }
}
