package dev.perfloop.local.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perfloop.local.StackTrouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformTests {

    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, false, linux-amd64",
        "Linux, aarch64, false, linux-arm64v8",
        "Linux, amd64, true, linux-amd64-alpine",
        "Mac OS X, x86_64, false, darwin-amd64",
        "Mac OS X, aarch64, false, darwin-arm64v8"
    })
    void binariesAreNamedAsTheyArePublished(String os, String arch, boolean alpine, String classifier) {
        assertThat(Platform.of(os, arch, alpine).classifier()).isEqualTo(classifier);
    }

    @Test
    void elsewhereContainersAreTheWay() {
        assertThatThrownBy(() -> Platform.of("Windows 11", "amd64", false))
                .isInstanceOf(StackTrouble.class)
                .extracting(trouble -> ((StackTrouble) trouble).mend())
                .asString()
                .contains("docker compose up");
    }
}
