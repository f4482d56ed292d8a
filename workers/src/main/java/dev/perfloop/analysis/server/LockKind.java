package dev.perfloop.analysis.server;

import dev.perfloop.analysis.Proposal;
import dev.perfloop.profiling.ServerFacts.LockWait;
import java.util.Locale;
import java.util.regex.Pattern;

/** What kind of lock sessions wait for, which says what to do about it. */
enum LockKind {
    ROW("ROW_LOCK_CONTENTION", "row lock") {
        @Override
        Proposal advice(LockWait wait) {
            String title;
            String how;
            if (idle(wait)) {
                title = "Commit before the transaction waits for anything else";
                how =
                        "The holder is idle in transaction: it has the row and does nothing with the database. Move remote calls, "
                                + "user interaction and computing out of the transaction.";
            } else if (FOR_UPDATE.matcher(wait.holderQuery()).find()) {
                title = "Lock fewer rows, for a shorter time";
                how =
                        "The rows are locked by SELECT ... FOR UPDATE. Take the lock last in the transaction; let workers that share a "
                                + "queue skip what others hold (SKIP LOCKED); use FOR NO KEY UPDATE where the key stays.";
            } else if (wait.waitingQueryId() != null && wait.waitingQueryId().equals(wait.holderQueryId())) {
                title = "Spread the writes over more rows";
                how =
                        "The same statement holds and waits: many sessions write the same row. Insert into a log and sum it up "
                                + "later, keep the counter in several rows and add them up on reading, or collect updates and write "
                                + "them at once; and make the update the last statement of its transaction.";
            } else {
                title = "Shorten the transaction that holds the rows";
                how =
                        "Whatever the holder does after its write keeps the others waiting. Write last, commit at once, and touch rows "
                                + "in the same order everywhere.";
            }
            return new Proposal.CodeAdvice(title, how);
        }
    },
    RELATION("RELATION_LOCK_CONTENTION", "table lock") {
        @Override
        Proposal advice(LockWait wait) {
            return new Proposal.CodeAdvice(
                    "Keep the job of \"" + wait.holder() + "\" from locking the table under load",
                    "It held a lock on the whole table while it ran: `" + wait.holderQuery()
                            + "`. Run it when nobody needs the "
                            + "table, in small steps, with `SET lock_timeout = '1s'` and a retry so that it does not queue others "
                            + "behind it; use the form that lets others work: CREATE INDEX CONCURRENTLY, REFRESH MATERIALIZED VIEW "
                            + "CONCURRENTLY, ALTER TABLE ... NOT VALID and VALIDATE later, a weaker LOCK TABLE mode.");
        }
    },
    ADVISORY("ADVISORY_LOCK_CONTENTION", "advisory lock") {
        @Override
        Proposal advice(LockWait wait) {
            return new Proposal.CodeAdvice(
                    "Hold the advisory lock for less, or take it on something smaller",
                    "The application itself serialises here. Take the lock on the smallest thing that needs it, and give it back "
                            + "before anything slow.");
        }
    },
    OTHER("LOCK_CONTENTION", "lock") {
        @Override
        Proposal advice(LockWait wait) {
            return new Proposal.CodeAdvice(
                    "Shorten what holds the lock",
                    "Sessions wait for a lock of type " + wait.lockType()
                            + ". Shorten the holder's transaction or move its work " + "out of the busy time.");
        }
    };

    private static final Pattern FOR_UPDATE = Pattern.compile("(?i)\\bfor\\s+(no\\s+key\\s+)?update\\b");

    private final String word;
    private final String lock;

    LockKind(String word, String lock) {
        this.word = word;
        this.lock = lock;
    }

    abstract Proposal advice(LockWait wait);

    /** Row locks show as waits for the transaction that holds them; {@code tuple} is the queue for one row. */
    static LockKind of(LockWait wait) {
        return switch (wait.lockType()) {
            case "transactionid", "tuple" -> ROW;
            case "relation" -> RELATION;
            case "advisory" -> ADVISORY;
            default -> OTHER;
        };
    }

    String word() {
        return word;
    }

    String lock() {
        return lock;
    }

    String summary(LockWait wait, long waits) {
        return String.format(
                Locale.ROOT,
                "Sessions wait for a %s%s that \"%s\" holds%s (seen %d times)",
                lock,
                wait.relation() instanceof String relation ? " on " + relation : "",
                wait.holder(),
                idle(wait) ? " idle in transaction" : "",
                waits);
    }

    private static boolean idle(LockWait wait) {
        return wait.holderState().startsWith("idle in transaction");
    }
}
