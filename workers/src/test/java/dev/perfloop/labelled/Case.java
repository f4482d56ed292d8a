package dev.perfloop.labelled;

import java.util.List;

/** A workload and what is true of it. */
record Case(String kind, String name, List<Work> workload, Label label) {

    /** @param sql with {@code {i}} for the number of the call and {@code {r100}} for a number from 1 to 100 */
    record Work(int times, String sql) {}

    sealed interface Label {
        /**
         * @param alternatives any of which is right; each one index, or several that only help together
         * @param rewrites     where the statement could be rewritten instead: one to measure in the place of each; empty otherwise
         * @param prepares     what has to be there for the rewritten ones
         * @param defeated     table on which an index is defeated, or would be; empty when none is
         */
        record Missing(List<List<String>> alternatives, String defeated, List<String> rewrites, List<String> prepares)
                implements Label {}

        /** @param tempting indexes that one may think of and that do not help */
        record Nothing(List<String> tempting) implements Label {}
    }

    boolean isDecoy() {
        return label instanceof Label.Nothing;
    }
}
