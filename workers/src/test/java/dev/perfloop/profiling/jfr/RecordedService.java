package dev.perfloop.profiling.jfr;

import dev.perfloop.profiling.JvmFacts;
import dev.perfloop.profiling.ProfilePart;
import dev.perfloop.profiling.jfr.service.FaultyService;
import dev.perfloop.target.JmxAccess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A faulty service in a JVM of its own, which takes JMX connections on a free loopback port. */
public final class RecordedService implements AutoCloseable {
    private static final int SECONDS = 4;

    private final Process process;
    private final int port = freePort();

    RecordedService(List<String> options, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx128m", "-XX:TieredStopAtLevel=1"));
        command.add("-Dcom.sun.management.jmxremote.host=127.0.0.1");
        command.add("-Dcom.sun.management.jmxremote.port=" + port);
        command.add("-Dcom.sun.management.jmxremote.rmi.port=" + port);
        command.add("-Dcom.sun.management.jmxremote.ssl=false");
        command.add("-Djava.rmi.server.hostname=127.0.0.1");
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), FaultyService.class.getName()));
        command.addAll(List.of(arguments));
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var said = process.inputReader();
        for (String line = said.readLine(); line == null || !line.equals("serving"); line = said.readLine()) {
            if (line == null) {
                throw new IOException("The service did not start");
            }
        }
    }

    /** What a recording of a few seconds makes of such a service. */
    public static JvmFacts record(String... arguments) {
        return parts(arguments).stream()
                .filter(JvmFacts.class::isInstance)
                .map(JvmFacts.class::cast)
                .findFirst()
                .orElseThrow();
    }

    static List<ProfilePart> parts(String... arguments) {
        List<ProfilePart> parts = new ArrayList<>();
        try (var service =
                        new RecordedService(List.of("-Dcom.sun.management.jmxremote.authenticate=false"), arguments);
                var watch = new JfrWatch(
                        service.address(),
                        "perfloop test",
                        Duration.ofMinutes(1),
                        Set.of(":5432"),
                        parts::add,
                        missed -> {})) {
            for (int second = 0; second < SECONDS; second++) {
                watch.sample(Instant.EPOCH);
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
            }
            watch.finish();
        } catch (IOException | NoJmx failed) {
            throw new IllegalStateException(failed);
        }
        return parts;
    }

    JmxAccess address() {
        return JmxAccess.open("127.0.0.1:" + port);
    }

    static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(20, TimeUnit.SECONDS).join();
    }
}
