package dev.perfloop.local;

import java.nio.file.Path;

/** A JVM that hosts a stack, to be killed: arguments are checkout and data. Says READY, and each note. */
final class StackHost {
    private StackHost() {}

    public static void main(String[] args) throws Exception {
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
}
