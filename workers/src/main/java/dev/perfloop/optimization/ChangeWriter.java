package dev.perfloop.optimization;

import dev.perfloop.analysis.Finding;
import dev.perfloop.analysis.Proposal;
import dev.perfloop.analysis.Proposal.Tuning;
import dev.perfloop.change.Change;
import dev.perfloop.change.EnableCache;
import dev.perfloop.change.FormerState;
import dev.perfloop.change.ResizePool;
import dev.perfloop.change.ScaleInstances;
import dev.perfloop.change.ServiceChange;
import dev.perfloop.change.ServiceSetting;
import dev.perfloop.change.ServiceSettings;
import dev.perfloop.change.SetApplicationProperty;
import dev.perfloop.change.SetParameter.Scope;
import dev.perfloop.change.TableName;
import dev.perfloop.run.RunId;
import dev.perfloop.run.Runs;
import dev.perfloop.target.Hooks;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes the change that a finding proposes, with its undo: for some the target is asked what is set there now. */
@Component
class ChangeWriter {
    private static final String INSTANCES = "instances";

    private final FormerState former;
    private final ServiceSettings services;
    private final Runs runs;

    ChangeWriter(FormerState former, ServiceSettings services, Runs runs) {
        this.former = former;
        this.services = services;
        this.runs = runs;
    }

    /** Empty where a finding asks for nothing. */
    Optional<Change> of(RunId run, Finding finding) {
        return switch (finding.proposal()) {
            case null -> Optional.empty();
            case Proposal.RefreshStatistics refresh ->
                Optional.of(former.refresh(
                        run, new TableName(refresh.schema(), refresh.table()), refresh.columns(), refresh.target()));
            case Proposal.SetParameter set ->
                Optional.of(scope(set)
                        .<Change>map(where -> former.set(run, where, set.name(), set.value()))
                        .orElseGet(() -> PersonsWork.of(finding, set)));
            case Proposal.CreateIndex index -> ChangeOrder.change(index);
            case Proposal.DropIndex drop -> ChangeOrder.change(drop);
            case Proposal.CodeAdvice advice ->
                tuned(run, advice)
                        .<Change>map(it -> it)
                        .or(() -> byPerson(run) ? Optional.of(PersonsWork.of(finding, advice)) : Optional.empty());
        };
    }

    /** Empty where it takes a person: no hook, none that the guards allow, or none that tells what holds now. */
    private Optional<ServiceChange> tuned(RunId run, Proposal.CodeAdvice advice) {
        var target = runs.targetOf(run);
        return advice.tuning() instanceof Tuning tuning
                        && target.possible().contains(tuning.knob().kind())
                ? tuned(run, tuning, target.hooks())
                : Optional.empty();
    }

    private Optional<ServiceChange> tuned(RunId run, Tuning tuning, Hooks hooks) {
        return switch (tuning.knob()) {
            case POOL -> set(run, hooks.poolProperty(), tuning.value()).map(ResizePool::new);
            case THREADS -> set(run, hooks.threads(), tuning.value()).map(SetApplicationProperty::new);
            case CACHE ->
                hooks.cache() instanceof Hooks.Switch cache
                        ? set(run, cache.property(), cache.value()).map(EnableCache::new)
                        : Optional.empty();
            case INSTANCES ->
                services.of(run, Hooks.Kind.SCALE, INSTANCES, ChangeWriter::oneMore)
                        .map(ScaleInstances::new);
        };
    }

    private Optional<ServiceSetting> set(RunId run, @Nullable String property, @Nullable String value) {
        return property == null || value == null
                ? Optional.empty()
                : services.of(run, Hooks.Kind.SET_PROPERTY, property, now -> Optional.of(value));
    }

    private static Optional<String> oneMore(String now) {
        return now.matches("\\d{1,4}") ? Optional.of(Integer.toString(Integer.parseInt(now) + 1)) : Optional.empty();
    }

    private boolean byPerson(RunId run) {
        return runs.targetOf(run).guards().allow().contains(Proposal.BY_HAND);
    }

    private static Optional<Scope> scope(Proposal.SetParameter set) {
        return switch (set.reach()) {
            case null -> Optional.empty();
            case DATABASE -> Optional.of(Scope.DATABASE);
            case SYSTEM -> Optional.of(Scope.SYSTEM);
        };
    }
}
