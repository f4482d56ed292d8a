package dev.perfloop.local.guard;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;

/**
 * Runs another main class and halts this JVM as soon as its standard input ends. The other end of that pipe is held by
 * the parent alone, so the operating system closes it however the parent dies, {@code kill -9} included.
 */
public final class Guard {
    /** What a shell reports for a process ended by SIGTERM. */
    private static final int ENDED_WITH_PARENT = 143;

    private Guard() {}

    public static void main(String[] args) throws Throwable {
        InputStream pipe = System.in;
        System.setIn(InputStream.nullInputStream());
        Thread.ofPlatform().name("guard").daemon().start(() -> haltAtEndOf(pipe));
        try {
            Class.forName(args[0]).getMethod("main", String[].class).invoke(null, (Object)
                    Arrays.copyOfRange(args, 1, args.length));
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static void haltAtEndOf(InputStream pipe) {
        try {
            while (pipe.read() >= 0) {
                // nobody writes: only the end matters
            }
        } catch (IOException e) {
            // a broken pipe is an end, too
        }
        Runtime.getRuntime().halt(ENDED_WITH_PARENT);
    }
}
