package dev.perfloop.local.postgres;

import dev.perfloop.local.StackTrouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How to run PostgreSQL, which refuses to run as root.
 *
 * <p>An ordinary user runs it as is. As root there are two ways, tried in this order:
 *
 * <ol>
 *   <li>{@code unshare -U}: a user namespace without a mapping. PostgreSQL sees itself as "nobody" while the files stay
 *       root's, so it works below root's home, too. Needs user namespaces.
 *   <li>{@code setpriv} to {@code nobody}, which is given the data directory. For containers that forbid namespaces.
 * </ol>
 *
 * @param prefix goes before each command
 * @param owner numeric user the data must belong to; negative when it does not matter
 */
record Unprivileged(List<String> prefix, int owner) {
    private static final int NOBODY = 65534;

    static Unprivileged forUser(String userName, Path binaries) {
        if (!userName.equals("root")) {
            return new Unprivileged(List.of(), -1);
        }
        Path postgres = binaries.resolve("bin/postgres");
        return Stream.of(
                        new Unprivileged(List.of("unshare", "-U"), 0),
                        new Unprivileged(
                                List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"), NOBODY))
                .filter(way -> way.runs(postgres))
                .findFirst()
                .orElseThrow(() -> new StackTrouble(
                        "PostgreSQL refuses to run as root, and neither unshare nor setpriv gets it to run here",
                        "Start Perfloop as an ordinary user, or set PERFLOOP_DATA to a directory that every user"
                                + " can enter"));
    }

    private boolean runs(Path postgres) {
        try {
            return new ProcessBuilder(with(postgres.toString(), "--version"))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    List<String> with(String... command) {
        List<String> line = new ArrayList<>(prefix);
        line.addAll(List.of(command));
        return line;
    }

    /** Gives a tree to the user PostgreSQL runs as. */
    void own(Path tree) throws IOException {
        if (owner < 0 || ((Number) Files.getAttribute(tree, "unix:uid")).intValue() == owner) {
            return;
        }
        try (Stream<Path> paths = Files.walk(tree)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                Files.setAttribute(path, "unix:uid", owner);
                Files.setAttribute(path, "unix:gid", owner);
            }
        }
    }
}
