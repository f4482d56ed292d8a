package dev.perfloop.local.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchivesTests {
    @TempDir
    private Path dir;

    @Test
    void programsStayExecutable() throws IOException {
        Path archive = archive("camunda/bin/broker", 0755);
        Archives.untarGzip(archive, dir.resolve("out"), percent -> {});
        assertThat(dir.resolve("out/camunda/bin/broker")).hasContent("content").isExecutable();
    }

    @Test
    void nothingIsWrittenOutside() throws IOException {
        Path archive = archive("../evil", 0644);
        assertThatThrownBy(() -> Archives.untarGzip(archive, dir.resolve("out"), percent -> {}))
                .hasMessageContaining("outside");
        assertThat(dir.resolve("evil")).doesNotExist();
    }

    private Path archive(String name, int mode) throws IOException {
        Path archive = dir.resolve("a.tar.gz");
        byte[] content = "content".getBytes(StandardCharsets.UTF_8);
        try (TarArchiveOutputStream tar =
                new TarArchiveOutputStream(new GZIPOutputStream(Files.newOutputStream(archive)))) {
            TarArchiveEntry entry = new TarArchiveEntry(name);
            entry.setSize(content.length);
            entry.setMode(mode);
            tar.putArchiveEntry(entry);
            tar.write(content);
            tar.closeArchiveEntry();
        }
        return archive;
    }
}
