package dev.perfloop.change.guard;

import dev.perfloop.change.IndexChange;
import dev.perfloop.change.Progress;
import dev.perfloop.change.RunChange;
import dev.perfloop.change.guard.TransactionRepository.OldTransaction;
import dev.perfloop.target.Target;
import dev.perfloop.target.TargetDatabase;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Long transactions in the way of an index. {@code CREATE INDEX CONCURRENTLY} waits for whoever writes to the table and for every
 * older snapshot of the database, {@code DROP INDEX CONCURRENTLY} for whoever uses the table (PostgreSQL manual, CREATE INDEX,
 * "Building Indexes Concurrently"). The other kinds of change wait for nobody.
 */
@Component
class TransactionGuard implements Guard {
    private final TransactionRepository transactions;
    private final GuardProperties properties;

    TransactionGuard(TransactionRepository transactions, GuardProperties properties) {
        this.transactions = transactions;
        this.properties = properties;
    }

    @Override
    public String name() {
        return "TRANSACTIONS";
    }

    @Override
    public Answer ask(RunChange change, Target target, TargetDatabase database, Progress progress) {
        if (!(change.change() instanceof IndexChange index)) {
            return new Answer.Unneeded("Transactions: this change waits for none.");
        }
        var old = transactions.inTheWay(database, index, properties.longTransaction());
        if (!old.isEmpty()) {
            return new Answer.Wait(
                    "Transactions in the way of %s: %s."
                            .formatted(
                                    index.indexName(),
                                    old.stream().map(OldTransaction::said).collect(Collectors.joining("; "))),
                    "Commit or end them (SELECT pg_terminate_backend(%d)), then start the run again."
                            .formatted(old.getFirst().pid()));
        }
        long hidden = transactions.hidden(database);
        return hidden > 0
                ? new Answer.Unknown(
                        "long transactions in the way of a change",
                        "%d sessions of other roles are hidden from us".formatted(hidden),
                        "GRANT pg_read_all_stats TO " + target.database().user() + ";")
                : new Answer.Clear("Transactions: none older than %d s in the way of %s."
                        .formatted(properties.longTransaction().toSeconds(), index.indexName()));
    }
}
