package dev.perfloop.bench;

import java.io.IOException;

/** A command of the shell, its output thrown away. */
final class CommandSubject implements Subject {
    private final ProcessBuilder builder;
    private final String command;

    CommandSubject(String command) {
        this.command = command;
        this.builder = new ProcessBuilder("sh", "-c", command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
    }

    @Override
    public void call() throws SubjectFailed, InterruptedException {
        Process process;
        try {
            process = builder.start();
        } catch (IOException noShell) {
            throw new SubjectFailed("There is no shell to run the command: " + noShell.getMessage() + ".");
        }
        try {
            int code = process.waitFor();
            if (code != 0) {
                throw new SubjectFailed("The command ends with exit code " + code + ": " + command);
            }
        } finally {
            process.destroy();
        }
    }

    @Override
    public void close() {}
}
