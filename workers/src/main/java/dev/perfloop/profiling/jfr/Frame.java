package dev.perfloop.profiling.jfr;

import dev.perfloop.profiling.JvmFacts.Owner;

/**
 * A method on a stack.
 *
 * @param type    name of its class
 * @param name    class and method, as a reader would write them
 * @param library its first packages, empty for the JDK and for own code
 */
record Frame(String type, String name, Owner owner, String library) {
    boolean own() {
        return owner == Owner.APPLICATION;
    }

    boolean is(String method) {
        return name.endsWith("." + method);
    }
}
