package dev.perfloop.loadtests;

import com.typesafe.scalalogging.Logger;
import io.gatling.core.action.Action;
import io.gatling.core.session.Session;
import io.gatling.javaapi.core.ActionBuilder;
import java.util.Objects;
import org.slf4j.LoggerFactory;

/** The step of a visit at which one that is late may have to wait (see {@link CatchUp}). */
final class Gate implements Action {
    private final CatchUp catchUp;
    private final Action next;

    private Gate(CatchUp catchUp, Action next) {
        this.catchUp = catchUp;
        this.next = next;
    }

    static ActionBuilder of(CatchUp catchUp) {
        return () -> (context, next) -> new Gate(catchUp, next);
    }

    @Override
    public String name() {
        return "catch up";
    }

    @Override
    public void execute(Session session) {
        if (catchUp.arrive(session.userId() - 1, System.nanoTime(), () -> startLater(session))) {
            next.execute(session);
        }
    }

    /** As a task, for it is called from the end of another visit, which may be deep in the stack. */
    private void startLater(Session session) {
        Visit visit = new io.gatling.javaapi.core.Session(session).get(LoadSimulation.VISIT);
        Objects.requireNonNull(visit).waited = true;
        if (!session.eventLoop().isShutdown()) {
            session.eventLoop().execute(() -> next.execute(session));
        }
    }

    @Override
    public Logger logger() {
        return Logger.apply(LoggerFactory.getLogger(Gate.class));
    }

    /** Scala's way to set the value above; nobody calls it on a class of Java's. */
    @Override
    public void com$typesafe$scalalogging$StrictLogging$_setter_$logger_$eq(Logger logger) {
        throw new UnsupportedOperationException();
    }
}
