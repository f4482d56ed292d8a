package dev.perfloop.profiling.jfr;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedThread;
import org.jspecify.annotations.Nullable;

/**
 * What a thread was doing.
 *
 * @param group  the thread's name without its number
 * @param frames the outermost first
 */
record Stack(String group, List<Frame> frames) {
    private static final Pattern NUMBER = Pattern.compile("[-_#@ ]?\\d+(?=\\D*$)");

    private static final Pattern MADE = Pattern.compile("\\$\\$Lambda|LambdaForm\\$|[./]0x[0-9a-f]+$");

    /** Threads that answer nobody; ours over JMX first of all. */
    private static final Pattern BACKGROUND = Pattern.compile(
            "(?i)^(main$|RMI |JMX |JFR|Attach|HikariPool|Catalina-|container-|scheduling|quartz|.*scheduler|.*housekeep|"
                    + "Common-Cleaner|Finalizer|Reference Handler|Signal|Notification|PostgreSQL-JDBC|Log4j2|logback).*");

    /** Through these an application's own code is passed, but not its handlers. */
    private static final List<String> PASSING =
            List.of("doFilter", "doFilterInternal", "intercept", "invoke", "preHandle", "run", "call", "main");

    private static final List<String> TRANSACTIONS = List.of(
            "org.springframework.transaction.support.TransactionTemplate",
            "org.springframework.transaction.interceptor.TransactionAspectSupport",
            "org.springframework.transaction.interceptor.TransactionInterceptor",
            "io.micronaut.transaction.",
            "io.quarkus.narayana.",
            "com.arjuna.ats.",
            "org.jdbi.v3.core.transaction.",
            "org.jooq.impl.DefaultDSLContext.transaction");

    static @Nullable Stack of(RecordedEvent event, @Nullable RecordedThread thread, Codebase code) {
        var trace = event.getStackTrace();
        if (trace == null || trace.getFrames().isEmpty()) {
            return null;
        }
        List<Frame> frames = new ArrayList<>();
        for (RecordedFrame frame : trace.getFrames().reversed()) {
            if (frame.isJavaFrame() && frame.getMethod() != null) {
                var method = frame.getMethod();
                String type = method.getType().getName();
                // Classes the JVM makes at run time are called differently each time and lead to what is named anyway.
                if (!MADE.matcher(type).find()) {
                    frames.add(code.frame(type, method.getName()));
                }
            }
        }
        return frames.isEmpty() ? null : new Stack(group(nameOf(thread)), frames);
    }

    private static String nameOf(@Nullable RecordedThread thread) {
        if (thread == null) {
            return "threads";
        }
        String name = thread.getJavaName() == null ? thread.getOSName() : thread.getJavaName();
        return name == null || name.isBlank() ? "virtual threads" : name;
    }

    static String group(String thread) {
        String name = NUMBER.matcher(thread).replaceFirst("");
        return name.isBlank() ? thread : name;
    }

    boolean background() {
        return BACKGROUND.matcher(group).matches();
    }

    boolean ofOurs() {
        return group.startsWith("RMI ") || group.startsWith("JFR") || group.startsWith("JMX ");
    }

    /** The innermost own method: the one that asked for what happens. */
    @Nullable Frame own() {
        int at = ownAt();
        return at < 0 ? null : frames.get(at);
    }

    private int ownAt() {
        for (int i = frames.size() - 1; i >= 0; i--) {
            if (frames.get(i).own()) {
                return i;
            }
        }
        return -1;
    }

    /** The outermost own method that handles something. */
    @Nullable Frame entry() {
        Frame passing = null;
        for (var frame : frames) {
            if (frame.own()) {
                if (PASSING.stream().noneMatch(frame::is)) {
                    return frame;
                }
                passing = frame;
            }
        }
        return passing;
    }

    Frame leaf() {
        return frames.getLast();
    }

    /** What the innermost own method called; everything when there is none. */
    List<Frame> below() {
        return frames.subList(ownAt() + 1, frames.size());
    }

    /** While an exception is made: nearly all of that is its stack trace. */
    boolean throwing() {
        return below().stream().anyMatch(frame -> frame.name().startsWith("java.lang.Throwable."));
    }

    List<String> ownNames() {
        return frames.stream().filter(Frame::own).map(Frame::name).distinct().toList();
    }

    boolean inTransaction() {
        return frames.stream().anyMatch(frame -> Codebase.startsWith(frame.name(), TRANSACTIONS));
    }

    /** Names for a flame graph: what led to the own code is left out, as it is the same everywhere. */
    List<String> path() {
        List<String> path = new ArrayList<>();
        path.add(group);
        int from = 0;
        for (int i = 0; i < frames.size(); i++) {
            if (frames.get(i).own()) {
                from = i;
                break;
            }
        }
        frames.subList(from, frames.size()).forEach(frame -> path.add(frame.name()));
        return path;
    }
}
