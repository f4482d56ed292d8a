package dev.perfloop.profiling.jfr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.perfloop.target.JmxAccess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every way in which a JVM may not be reached is said with what mends it. */
class JmxDoorTests {
    @Test
    void aClosedPortIsMendedByOptionsOfTheJvmOrATunnel() {
        int port = RecordedService.freePort();

        var refused = refusal(JmxAccess.open("127.0.0.1:" + port));

        assertThat(refused.why()).contains("nothing answers JMX at 127.0.0.1:" + port);
        assertThat(refused.mend())
                .contains("-Dcom.sun.management.jmxremote.port=" + port)
                .contains("ssh -L " + port + ":127.0.0.1:" + port);
    }

    @Test
    void whatAnswersButSaysNothingDoesNotHoldUpTheRun() throws IOException {
        try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var refused = refusal(JmxAccess.open("127.0.0.1:" + silent.getLocalPort()));

            assertThat(refused.why()).contains("does not within 6 s");
            assertThat(refused.mend()).contains("-Djava.rmi.server.hostname=127.0.0.1");
        }
    }

    @Test
    void aPasswordThatIsMissingOrWrongIsAskedForByReference(@TempDir Path folder) throws Exception {
        try (var service = new RecordedService(guarded(folder), "idle")) {
            String address = service.address().address();

            var nobody = refusal(service.address());
            var wrong = refusal(new JmxAccess(address, "perfloop", "guessed"));

            assertThat(nobody.why()).contains("refuses who names no user");
            assertThat(wrong.why()).contains("refuses user perfloop");
            assertThat(wrong.mend()).contains("password: \"${JMX_PASSWORD}\"").contains("readwrite");
            try (var door = JmxDoor.open(new JmxAccess(address, "perfloop", "right"))) {
                assertThat(door.beans().getMBeanCount()).isPositive();
            }
        }
    }

    @Test
    void aJvmWithoutAFlightRecorderIsToldWhichModuleItLacks() throws Exception {
        var bare = List.of(
                "-Dcom.sun.management.jmxremote.authenticate=false",
                "--limit-modules",
                "java.base,java.sql,java.management.rmi,jdk.management.agent");
        try (var service = new RecordedService(bare, "idle")) {
            assertThat(refusal(service.address()).mend()).contains("jdk.management.jfr");
        }
    }

    private static NoJmx refusal(JmxAccess access) {
        var refused = catchThrowableOfType(NoJmx.class, () -> JmxDoor.open(access));
        assertThat(refused).isNotNull();
        return refused;
    }

    /** The JVM takes a password file only when nobody else can read it. */
    private static List<String> guarded(Path folder) throws IOException {
        var passwords = Files.writeString(folder.resolve("jmxremote.password"), "perfloop right\n");
        var access = Files.writeString(folder.resolve("jmxremote.access"), "perfloop readwrite\n");
        Files.setPosixFilePermissions(passwords, PosixFilePermissions.fromString("rw-------"));
        return List.of(
                "-Dcom.sun.management.jmxremote.authenticate=true",
                "-Dcom.sun.management.jmxremote.password.file=" + passwords,
                "-Dcom.sun.management.jmxremote.access.file=" + access);
    }
}
