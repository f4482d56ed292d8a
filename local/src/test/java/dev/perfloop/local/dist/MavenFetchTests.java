package dev.perfloop.local.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perfloop.local.StackTrouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MavenFetchTests {
    private static final Versions VERSIONS = new Versions("8", "2", "18", "3");

    @TempDir
    private Path dir;

    @Test
    void progressIsReadThoughItIsDrawnOverItself() throws IOException {
        List<Integer> seen = new ArrayList<>();
        fetch("printf 'Progress (1): 1/4 MB\\rProgress (1): 3/4 MB\\r\\n'")
                .copy("g:a:1:jar", dir, transfer -> seen.add(transfer.percent()));
        assertThat(seen).containsExactly(25, 75);
    }

    @Test
    void mavensOwnWordsSayWhatIsWrong() {
        assertThatThrownBy(() -> fetch("echo '[ERROR] Could not transfer a.jar: no route'; exit 1")
                        .copy("g:a:1:jar", dir, transfer -> {}))
                .isInstanceOf(StackTrouble.class)
                .hasMessageContaining("g:a:1:jar")
                .hasMessageContaining("no route");
    }

    @Test
    void aMissingMavenIsSaid() {
        assertThatThrownBy(() -> new MavenFetch(dir, VERSIONS, "no-such-mvn").copy("g:a:1:jar", dir, transfer -> {}))
                .isInstanceOf(StackTrouble.class)
                .hasMessageContaining("no-such-mvn");
    }

    private MavenFetch fetch(String script) throws IOException {
        Path maven = dir.resolve("mvn");
        Files.writeString(maven, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(maven, PosixFilePermissions.fromString("rwx------"));
        return new MavenFetch(dir, VERSIONS, maven.toString());
    }
}
