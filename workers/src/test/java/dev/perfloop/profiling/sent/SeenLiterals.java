package dev.perfloop.profiling.sent;

import dev.perfloop.profiling.Literals;
import dev.perfloop.profiling.postgres.StatementsRepository;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks at a database's sessions whenever it is told to, as the collector does once a second. */
public final class SeenLiterals {
    private final JdbcClient jdbc;
    private final Sightings sightings = new Sightings();

    public SeenLiterals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void look() {
        sightings.add(new SentRepository(jdbc).sightings());
    }

    public Literals literals() {
        return new Literals(sightings.literals(new StatementsRepository(jdbc).texts("public", sightings.queryIds())));
    }
}
