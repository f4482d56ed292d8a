package dev.perfloop.profiling.jfr;

import dev.perfloop.target.JmxAccess;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** An open connection to a JVM's management beans. */
record JmxDoor(JMXConnector connector, MBeanServerConnection beans) implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration LONG_PATIENCE = Duration.ofSeconds(6);
    private static final String RECORDER = "jdk.management.jfr:type=FlightRecorder";

    /** To a JVM that can be recorded. */
    static JmxDoor open(JmxAccess access) throws NoJmx {
        var door = reach(access);
        door.checkRecorder(access);
        return door;
    }

    static JmxDoor reach(JmxAccess access) throws NoJmx {
        knock(access);
        var connecting = new CompletableFuture<JmxDoor>();
        Thread.ofVirtual().name("jmx-connect").start(() -> {
            try {
                connecting.complete(connect(access));
            } catch (Exception refused) {
                connecting.completeExceptionally(refused);
            }
        });
        try {
            return connecting.get(LONG_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException stubLeadsAstray) {
            connecting.thenAccept(JmxDoor::close);
            throw new NoJmx(
                    access.address() + " answers, but its connector does not within " + LONG_PATIENCE.toSeconds()
                            + " s",
                    "The connector may name an address that cannot be reached from here. Start the service with "
                            + options(access));
        } catch (ExecutionException refused) {
            throw refusal(access, refused.getCause() instanceof Throwable cause ? cause : refused);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new NoJmx("the connection was given up", "");
        }
    }

    /** RMI knows no timeout of its own for connecting. */
    private static void knock(JmxAccess access) throws NoJmx {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(access.host(), access.port()), (int) PATIENCE.toMillis());
        } catch (IOException | IllegalArgumentException closed) {
            throw new NoJmx(
                    "nothing answers JMX at " + access.address() + " (" + closed.getMessage() + ")",
                    "Start the service with " + options(access)
                            + "; from another machine, bring the port here: ssh -L " + access.port() + ":127.0.0.1:"
                            + access.port() + " <service's host>, and name 127.0.0.1:" + access.port() + " as jmx");
        }
    }

    private static JmxDoor connect(JmxAccess access) throws IOException {
        Map<String, Object> environment = new HashMap<>();
        if (!access.user().isEmpty()) {
            environment.put(JMXConnector.CREDENTIALS, new String[] {access.user(), access.password()});
        }
        var connector = JMXConnectorFactory.connect(
                new JMXServiceURL("service:jmx:rmi:///jndi/rmi://" + access.address() + "/jmxrmi"), environment);
        return new JmxDoor(connector, connector.getMBeanServerConnection());
    }

    private void checkRecorder(JmxAccess access) throws NoJmx {
        try {
            if (beans.isRegistered(ObjectName.getInstance(RECORDER))) {
                return;
            }
        } catch (Exception broken) {
            close();
            throw refusal(access, broken);
        }
        close();
        throw new NoJmx(
                "the JVM at " + access.address() + " has no flight recorder that can be reached over JMX",
                "Run the service on a JDK 17 or newer whose image holds the module jdk.management.jfr "
                        + "(jlink --add-modules jdk.management.jfr,jdk.management.agent).");
    }

    private static NoJmx refusal(JmxAccess access, Throwable cause) {
        return cause instanceof SecurityException
                ? new NoJmx(
                        "the JVM at " + access.address() + " refuses "
                                + (access.user().isEmpty() ? "who names no user" : "user " + access.user()),
                        "Name a user of its jmxremote.password file who has readwrite in jmxremote.access: "
                                + "jmx: { address: \"" + access.address()
                                + "\", user: <user>, password: \"${JMX_PASSWORD}\" }")
                : new NoJmx(
                        "the JVM at " + access.address() + " cannot be reached over JMX: " + brief(cause),
                        "Start the service with " + options(access));
    }

    private static String brief(Throwable cause) {
        String message = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        return cause.getClass().getSimpleName() + (message.isEmpty() ? "" : ", " + message);
    }

    /** One port for both halves of the protocol, reachable from the service's own machine only. */
    static String options(JmxAccess access) {
        return String.format(
                Locale.ROOT,
                "-Dcom.sun.management.jmxremote.port=%1$d -Dcom.sun.management.jmxremote.rmi.port=%1$d "
                        + "-Dcom.sun.management.jmxremote.host=127.0.0.1 -Djava.rmi.server.hostname=127.0.0.1 "
                        + "-Dcom.sun.management.jmxremote.authenticate=false -Dcom.sun.management.jmxremote.ssl=false",
                access.port());
    }

    @Override
    public void close() {
        // Closing asks the other side, which may be gone.
        Thread.ofVirtual().name("jmx-close").start(() -> {
            try {
                connector.close();
            } catch (IOException alreadyGone) {
                // Nothing is left to close.
            }
        });
    }
}
