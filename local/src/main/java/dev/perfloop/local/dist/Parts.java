package dev.perfloop.local.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * Directories that are either whole or absent. A part is filled under another name and renamed at the end, so what a
 * killed start left half done is recognised by its name and thrown away.
 */
final class Parts {
    private static final String UNFINISHED = ".unfinished-";

    private final Path root;

    Parts(Path root) throws IOException {
        this.root = Files.createDirectories(root);
        try (Stream<Path> entries = Files.list(root)) {
            for (Path left : entries.filter(Parts::isUnfinished).toList()) {
                Archives.deleteTree(left);
            }
        }
    }

    private static boolean isUnfinished(Path path) {
        return String.valueOf(path.getFileName()).startsWith(UNFINISHED);
    }

    @FunctionalInterface
    interface Filler {
        /** @param scratch for downloads; gone when the part is done */
        void fill(Path part, Path scratch) throws IOException;
    }

    boolean has(String name) {
        return Files.isDirectory(root.resolve(name));
    }

    Path ensure(String name, Filler filler) throws IOException {
        Path part = root.resolve(name);
        if (Files.isDirectory(part)) {
            return part;
        }
        Path unfinished = Files.createDirectories(root.resolve(UNFINISHED + name));
        Path scratch = Files.createDirectories(root.resolve(UNFINISHED + name + "-scratch"));
        try {
            filler.fill(unfinished, scratch);
            Files.move(unfinished, part, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            for (Path left : List.of(unfinished, scratch)) {
                Archives.deleteTree(left);
            }
        }
        return part;
    }
}
