package dev.perfloop.local;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** A JVM that hosts a stack, to be killed: arguments are checkout and data. Says READY, and each note. */
final class StackHost {
    private StackHost() {}

    public static void main(String[] args) throws Exception {
        Thread.ofPlatform().daemon().start(StackHost::endWithParent);
        Home home = new Home(Path.of(args[0]), Path.of(args[1]));
        try (Stack stack = Stack.start(new StackOptions(home, false), new StackListener() {
            @Override
            public void note(String message) {
                System.out.println("NOTE " + message);
            }
        })) {
            System.out.println("READY " + stack.urls().ui());
            stack.awaitClosed();
        } catch (StackTrouble trouble) {
            System.out.println("TROUBLE " + trouble.getMessage());
            System.exit(2);
        }
    }

    /** Else a stack would be left behind when the tests are broken off. */
    private static void endWithParent() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // the pipe broke: gone all the same
        }
        System.exit(0);
    }
}
