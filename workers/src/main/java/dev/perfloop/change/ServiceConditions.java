package dev.perfloop.change;

import dev.perfloop.target.HookDoor;
import dev.perfloop.target.HookFailed;
import dev.perfloop.target.Target;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whether a value of the service is what it was, just before it is set and once it was put back. */
@Component
class ServiceConditions {
    private final HookDoor door;

    ServiceConditions(HookDoor door) {
        this.door = door;
    }

    /** Why it is not to be set; empty when nothing is against it. */
    Optional<String> reasonToSkip(ServiceChange change, Target target) {
        var setting = change.setting();
        try {
            String now = now(change, target);
            if (ServiceWork.same(now, setting.value())) {
                return Optional.of(setting.name() + " is " + now + " already.");
            }
            return ServiceWork.same(now, setting.former())
                    ? Optional.empty()
                    : Optional.of(setting.name() + " was changed since the plan: it is " + now + ", not "
                            + setting.former() + ".");
        } catch (HookFailed unread) {
            return Optional.of("What " + setting.name() + " is now cannot be told, so it could not be taken back. "
                    + unread.getMessage() + " " + unread.mend());
        }
    }

    /** Whether somebody set it since the change did, as a sentence; also where that cannot be told. */
    Optional<String> movedSince(ServiceChange change, Target target) {
        var setting = change.setting();
        try {
            String now = now(change, target);
            return ServiceWork.same(now, setting.value())
                    ? Optional.empty()
                    : Optional.of(setting.name() + " is " + now + " by now, not " + setting.value()
                            + " as the change set it.");
        } catch (HookFailed unread) {
            return Optional.of(
                    "What " + setting.name() + " is now cannot be told. " + unread.getMessage() + " " + unread.mend());
        }
    }

    /** What differs once it was taken back; empty when it is as before. */
    Optional<String> difference(ServiceChange change, Target target) {
        String now = now(change, target);
        return ServiceWork.same(now, change.setting().former())
                ? Optional.empty()
                : Optional.of(change.setting().name() + " is " + now + ", and was "
                        + change.setting().former() + " before");
    }

    private String now(ServiceChange change, Target target) {
        return door.read(
                target, ServiceWork.hook(change, target), change.setting().name());
    }
}
