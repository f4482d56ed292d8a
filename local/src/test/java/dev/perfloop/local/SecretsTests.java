package dev.perfloop.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTests {
    @TempDir
    private Path dir;

    @Test
    void aPasswordStaysAndOnlyItsOwnerReadsIt() throws IOException {
        Path secrets = dir.resolve("secrets");
        String password = new Secrets(secrets).get("shop");
        assertThat(password).hasSize(32);
        assertThat(new Secrets(secrets).get("shop")).isEqualTo(password);
        assertThat(new Secrets(secrets).get("perfloop")).isNotEqualTo(password);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets.resolve("shop"))))
                .isEqualTo("rw-------");
    }
}
