package dev.perfloop.change;

import dev.perfloop.target.HookFailed;
import dev.perfloop.target.StatementFailed;
import dev.perfloop.target.TargetDatabase;
import dev.perfloop.target.TargetRefused;
import org.springframework.stereotype.Component;

/** Does each kind of change to a target, and takes it back; going on from what an earlier attempt left there. */
@Component
class ChangeWork {
    private static final String CANCELLED = "57014";

    private final IndexWork indexes;
    private final StatisticsWork statistics;
    private final ParameterWork parameters;
    private final ExtensionWork extensions;
    private final ServiceWork services;

    ChangeWork(
            IndexWork indexes,
            StatisticsWork statistics,
            ParameterWork parameters,
            ExtensionWork extensions,
            ServiceWork services) {
        this.indexes = indexes;
        this.statistics = statistics;
        this.parameters = parameters;
        this.extensions = extensions;
        this.services = services;
    }

    /** False when it was called off, or somebody else decides about the change by now. */
    boolean apply(RunChange change, TargetDatabase target, Progress progress) throws InterruptedException {
        return switch (change.change()) {
            case IndexChange index -> indexes.apply(index, change, target, progress);
            case RefreshStatistics refresh -> statistics.apply(refresh, change, target, progress);
            case SetParameter parameter -> parameters.apply(parameter, change, target, progress);
            case CreateExtension extension -> extensions.apply(extension, change, target, progress);
            case ServiceChange service -> services.apply(service, change, progress);
            case CodeAdvice byHand -> throw notOurs(change);
        };
    }

    /**
     * The contrary of what the change wants, as far as that is possible.
     *
     * @throws TargetRefused when somebody moved its ground, so that the undo does not fit any more
     */
    boolean undo(RunChange change, TargetDatabase target, Progress progress) throws InterruptedException {
        try {
            return takeBack(change, target, progress);
        } catch (HookFailed failure) {
            throw new TargetRefused(
                    "Change " + change.id() + " cannot be taken back: " + failure.getMessage(),
                    failure.mend() + " Or take it back by hand, "
                            + change.change().undo() + "; then retry.");
        } catch (StatementFailed failure) {
            if (failure.sqlState().equals(CANCELLED)) {
                throw failure;
            }
            throw new TargetRefused(
                    "Change " + change.id() + " cannot be taken back: " + failure.getMessage() + ".",
                    "Somebody changed the target since it was applied. Take it back by hand, "
                            + change.change().undo() + ", or put right what it stands on; then retry.");
        }
    }

    private boolean takeBack(RunChange change, TargetDatabase target, Progress progress) throws InterruptedException {
        return switch (change.change()) {
            case IndexChange index -> indexes.undo(index, change, target, progress);
            case RefreshStatistics refresh -> statistics.undo(refresh, change, target, progress);
            case SetParameter parameter -> parameters.undo(parameter, change, target, progress);
            case CreateExtension extension -> extensions.undo(extension, change, target, progress);
            case ServiceChange service -> services.undo(service, change, progress);
            case CodeAdvice byHand -> throw notOurs(change);
        };
    }

    private static IllegalStateException notOurs(RunChange change) {
        return new IllegalStateException("Change " + change.id() + " is a person's work");
    }
}
