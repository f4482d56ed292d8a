package dev.perfloop.local.postgres;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Linux has {@code setsid}; macOS has not, where the group of the terminal stays shared. */
final class Sessions {
    private Sessions() {}

    static List<String> own(List<String> command) {
        Path setsid = Path.of("/usr/bin/setsid");
        return Files.isExecutable(setsid)
                ? Stream.concat(Stream.of(setsid.toString()), command.stream()).toList()
                : command;
    }
}
