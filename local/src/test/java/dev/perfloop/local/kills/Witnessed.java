package dev.perfloop.local.kills;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One run, as its target saw it.
 *
 * @param incident what stood in its way, empty for nothing
 * @param objects what the target's catalogue holds beside its own once the run has ended, each with its validity
 * @param definitions what the target's log says was sent
 * @param changes the changes of the run as our rows have them: status and statement
 */
record Witnessed(
        String run,
        String outcome,
        String incident,
        List<List<String>> objects,
        List<ServerLog.Definition> definitions,
        List<List<String>> changes) {

    /** Builds that came to their end of an index that was standing: nothing had dropped it since the last one. */
    int doubleApplies() {
        Set<String> standing = new HashSet<>();
        int doubles = 0;
        for (ServerLog.Definition one : definitions) {
            if (!one.completed()) {
                continue;
            }
            if (!one.isCreate()) {
                standing.remove(one.index());
            } else if (!standing.add(one.index())) {
                doubles++;
            }
        }
        return doubles;
    }

    long cutOff() {
        return definitions.stream().filter(one -> !one.completed()).count();
    }

    /** What the target has and our rows deny, and the reverse. */
    List<String> differences() {
        List<String> found = new ArrayList<>();
        for (List<String> index : objects) {
            if (!index.get(1).equals("true")) {
                found.add("INVALID index " + index.get(0));
            }
        }
        long standing =
                changes.stream().filter(change -> isStanding(change.get(0))).count();
        if (standing != objects.size()) {
            found.add(standing + " changes recorded as in force, " + objects.size() + " in the target");
        }
        for (List<String> change : changes) {
            if (List.of("APPLYING", "UNDOING").contains(change.get(0))) {
                found.add("a change is left " + change.get(0));
            }
        }
        return found;
    }

    private static boolean isStanding(String status) {
        return status.equals("KEPT") || status.equals("APPLIED");
    }
}
