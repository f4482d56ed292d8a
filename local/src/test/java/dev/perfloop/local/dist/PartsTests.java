package dev.perfloop.local.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartsTests {
    @TempDir
    private Path root;

    @Test
    void aKilledUnpackIsThrownAwayAndDoneAgain() throws IOException {
        Files.createDirectories(root.resolve(".unfinished-broker/lib"));
        Files.writeString(root.resolve(".unfinished-broker/lib/half.jar"), "half");
        Parts parts = new Parts(root);
        assertThat(root).isEmptyDirectory();
        Path part = parts.ensure("broker", (into, scratch) -> Files.writeString(into.resolve("whole.jar"), "whole"));
        assertThat(part).isDirectoryContaining("glob:**/whole.jar");
        assertThat(root).isDirectoryNotContaining("glob:**/.unfinished*");
    }

    @Test
    void aFailedFetchLeavesNothing() throws IOException {
        Parts parts = new Parts(root);
        assertThatThrownBy(() -> parts.ensure("broker", (into, scratch) -> {
                    Files.writeString(into.resolve("half.jar"), "half");
                    throw new IOException("network gone");
                }))
                .hasMessage("network gone");
        assertThat(root).isEmptyDirectory();
    }

    @Test
    void aWholePartIsNotFilledAgain() throws IOException {
        Files.createDirectories(root.resolve("broker"));
        Path part = new Parts(root).ensure("broker", (into, scratch) -> fail("filled again"));
        assertThat(part).isEqualTo(root.resolve("broker"));
    }
}
