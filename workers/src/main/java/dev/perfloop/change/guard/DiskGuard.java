package dev.perfloop.change.guard;

import dev.perfloop.change.CreateIndex;
import dev.perfloop.change.Progress;
import dev.perfloop.change.RunChange;
import dev.perfloop.target.ServerDisk;
import dev.perfloop.target.Target;
import dev.perfloop.target.TargetDatabase;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Room on the disk for a new index. */
@Component
class DiskGuard implements Guard {
    /** The index, and while it is built the sorted runs that it is put together from. */
    private static final int COPIES = 2;

    private final ServerDisk disks;

    DiskGuard(ServerDisk disks) {
        this.disks = disks;
    }

    @Override
    public String name() {
        return "DISK";
    }

    @Override
    public Answer ask(RunChange change, Target target, TargetDatabase database, Progress progress) {
        if (!(change.change() instanceof CreateIndex index)) {
            return new Answer.Unneeded("Disk: this change takes none.");
        }
        return switch (disks.of(target, database)) {
            case ServerDisk.Hidden hidden ->
                new Answer.Unknown("how full the database's disk is", hidden.why(), hidden.mend());
            case ServerDisk.Seen disk ->
                answer(index, disk, change.forecastBytes(), target.guards().maxDisk());
        };
    }

    private static Answer answer(CreateIndex index, ServerDisk.Seen disk, @Nullable Long forecast, double limit) {
        double after = disk.usedShare(forecast == null ? 0 : COPIES * forecast);
        String words = String.format(
                Locale.ROOT,
                "Disk of %s: %.0f %% used, %s; the limit is %.0f %%.",
                disk.path(),
                100 * disk.usedShare(0),
                forecast == null
                        ? "the size of " + index.indexName() + " is not foretold"
                        : String.format(
                                Locale.ROOT,
                                "%.0f %% while %s is built (up to %.0f MB)",
                                100 * after,
                                index.indexName(),
                                Math.ceil(forecast / 1e6)),
                100 * limit);
        return after >= limit
                ? new Answer.Refused(words, "Free some space, or raise guards.maxDisk of the target; then start a run.")
                : new Answer.Clear(words);
    }
}
