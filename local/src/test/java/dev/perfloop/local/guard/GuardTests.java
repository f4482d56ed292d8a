package dev.perfloop.local.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class GuardTests {

    /** What it runs: says so, then never ends by itself. */
    public static final class Forever {
        private Forever() {}

        public static void main(String[] args) throws InterruptedException {
            System.out.println("running " + args[0]);
            Thread.currentThread().join();
        }
    }

    @Test
    void theEndOfThePipeHaltsTheChild() throws IOException, InterruptedException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath,
                        Guard.class.getName(),
                        Forever.class.getName(),
                        "well")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            assertThat(child.inputReader().readLine()).isEqualTo("running well");
            child.getOutputStream().close();
            assertThat(child.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(child.exitValue()).isEqualTo(143);
        } finally {
            child.destroyForcibly();
        }
    }
}
