package dev.perfloop.profiling;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the service's JVM did while the load ran, from a flight recording. Code is told apart by who owns it: the service's own
 * classes, the libraries it stands on, the driver of its database. Times are of the threads that serve requests, all together.
 *
 * @param seconds    how long was recorded; 0 when nothing was
 * @param cores      CPUs the JVM may use
 * @param cpuShare   CPU the process used in the mean, of all its cores, 0 to 1
 * @param samples    how often a thread at work was seen
 * @param sampleMs   time one of these stands for
 * @param hot        where the CPU was used, by the own method that asked for it, the hottest first
 * @param waits      what threads waited for, the longest in sum first; waits shorter than {@link #SHORTEST_WAIT_MS} are not seen
 * @param inside     what threads did inside methods that others waited to enter, by {@link Wait#frame}
 * @param groups     threads by the name of their pool
 * @param unseen     why nothing was recorded; empty when something was
 * @param mend       what would open the view
 */
public record JvmFacts(
        double seconds,
        String version,
        int cores,
        double cpuShare,
        long samples,
        double sampleMs,
        List<HotCode> hot,
        List<Wait> waits,
        List<Inside> inside,
        Allocation allocation,
        Garbage garbage,
        double exceptionsPerSecond,
        List<Group> groups,
        String unseen,
        String mend)
        implements ProfilePart {
    /** The longest-lived rule of thumb for what a user may notice in sum; events below it would cost more than they tell. */
    public static final int SHORTEST_WAIT_MS = 10;

    /** What is not looked at when nothing was recorded. */
    public static final String SUBJECT = "what the service's threads do (JFR)";

    /** Of the looks at a pool of threads; a single one at which all were taken may be a burst. */
    private static final double MOSTLY = 0.8;

    /** Names that servers give to the threads that serve requests. */
    private static final Pattern SERVING = Pattern.compile(
            "(?i)exec|qtp|XNIO.* task|default task|tomcat-handler|worker|jetty|^http(?!.*(poller|acceptor))");

    public static final JvmFacts NONE = unseen(
            "nothing was recorded",
            "Let the service's JVM take JMX connections and name them in the target's file: jmx: <host>:<port>");

    /** Who a method belongs to. */
    public enum Owner {
        APPLICATION,
        LIBRARY,
        DRIVER,
        JDK
    }

    /** In place of a type: the arrays that the JVM fills with an exception's stack trace. */
    public static final String STACK_TRACES = "stack traces";

    /** What a thread waits for. */
    public enum WaitKind {
        /** Somebody else is inside a synchronized method or block. */
        MONITOR,
        /** The same for a lock of java.util.concurrent. */
        LOCK,
        /** A connection of a pool to the database. */
        CONNECTION,
        /** An answer of the service's own database. */
        DATABASE,
        /** An answer of another service. */
        DOWNSTREAM,
        /** Work that was given to another thread. */
        TASK,
        /** Nothing but time: sleep. */
        PAUSE,
        FILE
    }

    /**
     * @param frame   the own method, {@code Class.method}
     * @param entry   the own method through which the request came in
     * @param library of whom the method asked it, empty when its own code and the JDK's did it
     * @param hottest the very method that ran most often under it
     */
    public record HotCode(
            String frame,
            String entry,
            String library,
            Owner owner,
            String hottest,
            long samples,
            long throwing,
            long logging) {}

    /**
     * @param on            the monitor's class, the host and port, the client library or the pool
     * @param frame         the own method that waits
     * @param inTransaction while the thread held a connection of the pool in a transaction
     */
    public record Wait(
            WaitKind kind,
            String on,
            String frame,
            String entry,
            boolean inTransaction,
            long times,
            double ms,
            double longestMs) {}

    /** @param deed what was seen inside the method: a wait's kind and subject, or "CPU" */
    public record Inside(String frame, String deed, double ms) {}

    /** @param sites those that allocated most first */
    public record Allocation(double bytesPerSecond, List<Site> sites) {
        public static final Allocation NONE = new Allocation(0, List.of());
    }

    /** @param type class of what was allocated, as a reader would write it */
    public record Site(String frame, String entry, String type, double bytesPerSecond) {}

    /**
     * @param pauseShare of the recorded time, 0 to 1
     * @param liveBytes  heap in use after a collection, the median; 0 when there was none
     * @param maxBytes   most the heap may grow to; 0 when not known
     */
    public record Garbage(
            String collector,
            long collections,
            double pauseShare,
            double longestMs,
            double liveBytes,
            double maxBytes) {
        public static final Garbage NONE = new Garbage("", 0, 0, 0, 0, 0);
    }

    /**
     * @param threads how many there were at most
     * @param busy    how many were at work or waited within it, in the mean
     * @param full    share of the looks at which none was idle, 0 to 1
     */
    public record Group(String name, int threads, double busy, double full, int looks) {}

    public static JvmFacts unseen(String why, String mend) {
        return new JvmFacts(
                0,
                "",
                0,
                0,
                0,
                0,
                List.of(),
                List.of(),
                List.of(),
                Allocation.NONE,
                Garbage.NONE,
                0,
                List.of(),
                why,
                mend);
    }

    public boolean recorded() {
        return seconds > 0;
    }

    public double waitedMs(WaitKind kind) {
        return waits.stream()
                .filter(wait -> wait.kind() == kind)
                .mapToDouble(Wait::ms)
                .sum();
    }

    /** The pool whose threads serve requests and are all taken most of the time, if there is one. */
    public Optional<Group> fullGroup() {
        return groups.stream()
                .filter(group -> group.looks() >= 2 && group.full() >= MOSTLY)
                .filter(group -> SERVING.matcher(group.name()).find())
                .findFirst();
    }
}
