package dev.perfloop.web.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WayBackTests {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/runs/1?tab=plan#top", "/targets/caf%C3%A9", "/login?from=%2Fruns"})
    void pathsOfOursAreKept(String path) {
        assertThat(WayBack.own(path)).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//elsewhere.example",
                "/\\elsewhere.example",
                "https://elsewhere.example",
                "",
                "runs",
                "/a\r\nB: c",
                "/\u0007"
            })
    void everythingElseLeadsToTheStart(String path) {
        assertThat(WayBack.own(path)).isEqualTo("/");
    }
}
