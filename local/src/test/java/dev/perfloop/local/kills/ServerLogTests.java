package dev.perfloop.local.kills;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The witness of the benchmark must not be deaf: lines as PostgreSQL 18 writes them. */
class ServerLogTests {
    private static final String BUILD =
            "/* perfloop */ CREATE INDEX CONCURRENTLY \"i\" ON \"public\".\"ticket\" (\"customer_id\")";
    private static final String DROP = "/* perfloop */ DROP INDEX CONCURRENTLY IF EXISTS \"public\".\"i\"";

    @TempDir
    Path dir;

    @Test
    void aBuildWithoutADurationWasCutOff() throws IOException {
        List<ServerLog.Definition> heard =
                heard(sent(7, BUILD), "LOG:  all server processes terminated; reinitializing");

        assertThat(heard).singleElement().satisfies(build -> {
            assertThat(build.isCreate()).isTrue();
            assertThat(build.completed()).isFalse();
        });
    }

    @Test
    void aBuildThatEndsWhileTheIndexStandsIsADoubleApply() throws IOException {
        List<ServerLog.Definition> twice = heard(sent(7, BUILD), ended(7), sent(8, BUILD), ended(8));
        List<ServerLog.Definition> again =
                heard(sent(7, BUILD), ended(7), sent(8, DROP), ended(8), sent(9, BUILD), ended(9));

        assertThat(witnessed(twice).doubleApplies()).isOne();
        assertThat(witnessed(again).doubleApplies()).isZero();
    }

    @Test
    void whatTheTargetHoldsIsComparedWithWhatIsRecorded() {
        Witnessed denied = new Witnessed(
                "run",
                "ROLLED_BACK",
                "",
                List.of(List.of("i", "false")),
                List.of(),
                List.of(List.of("REVERTED", BUILD)));

        assertThat(denied.differences())
                .containsExactly("INVALID index i", "0 changes recorded as in force, 1 in the target");
    }

    private List<ServerLog.Definition> heard(String... lines) throws IOException {
        Path file = Files.write(dir.resolve("log"), List.of(lines));
        return new ServerLog(file).of("t1x1");
    }

    private static Witnessed witnessed(List<ServerLog.Definition> definitions) {
        return new Witnessed("run", "TARGETS_MET", "", List.of(), definitions, List.of());
    }

    private static String sent(int session, String statement) {
        return line(session, "LOG:  execute <unnamed>: " + statement);
    }

    private static String ended(int session) {
        return line(session, "LOG:  duration: 156.283 ms");
    }

    private static String line(int session, String said) {
        return "2026-11-21 16:17:19.981 UTC [" + session + "] perfloop_agent@t1x1 " + said;
    }
}
