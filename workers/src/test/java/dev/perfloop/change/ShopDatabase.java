package dev.perfloop.change;

import dev.perfloop.run.RunId;
import dev.perfloop.support.Database;
import java.util.List;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A target with one table, and a run on it that is about to change it. */
final class ShopDatabase {
    static final RunId RUN = new RunId("r1");
    static final TableName TABLE = new TableName("public", "Order Line");

    final PGSimpleDataSource source = Database.empty();
    final JdbcClient shop = JdbcClient.create(source);
    private final String agent = "agent_of_" + source.getDatabaseName();

    /** Entered as a target's owner would let us in: a role that may see statistics and act for the owner of the tables. */
    ShopDatabase() {
        shop.sql("CREATE ROLE " + agent + " LOGIN PASSWORD 'secret'").update();
        shop.sql("GRANT pg_monitor, " + source.getUser() + " TO " + agent).update();
        shop.sql("""
                        CREATE TABLE "Order Line" (id bigint PRIMARY KEY, "Order Id" bigint NOT NULL, note text DEFAULT 'a
                        b', CHECK (id > 0))""").update();
        shop.sql("INSERT INTO \"Order Line\" SELECT n, n / 5, 'x' FROM generate_series(1, 2000) AS n")
                .update();
        shop.sql("CREATE INDEX \"note again\" ON \"Order Line\" (note)").update();
    }

    String definition() {
        return """
                name: shop
                baseUrl: http://localhost:1
                load: { arrivalRate: 1/s, requests: [ { name: a, get: /a } ] }
                database: { url: "jdbc:postgresql://%s:%d/%s", user: %s, password: secret }
                guards: { lockTimeout: 100ms, allow: [CREATE_INDEX, DROP_INDEX, REFRESH_STATISTICS, SET_PARAMETER, CREATE_EXTENSION] }
                """.formatted(source.getServerNames()[0], source.getPortNumbers()[0], source.getDatabaseName(), agent);
    }

    void register(JdbcClient ours) {
        register(ours, RUN);
    }

    /** The next run on the same target; the one before has ended. */
    void register(JdbcClient ours, RunId run) {
        ours.sql("UPDATE run SET status = 'ENDED', outcome = 'ROLLED_BACK', ended_at = now()")
                .update();
        ours.sql("INSERT INTO target VALUES ('shop', :definition, 'x', now(), now()) ON CONFLICT DO NOTHING")
                .param("definition", definition())
                .update();
        ours.sql("""
                        INSERT INTO run (id, target, target_definition, intensity, status, requested_by, requested_at)
                        VALUES (:run, 'shop', :definition, 'QUICK', 'RUNNING', 'operator', now())""")
                .param("run", run.value())
                .param("definition", definition())
                .update();
    }

    /** Our role keeps its view of the statistics but has no rights of the owner any more. */
    void actForNobody() {
        shop.sql("REVOKE " + source.getUser() + " FROM " + agent).update();
    }

    /** Our role keeps the rights of the owner but sees nothing of what others do. */
    void maySeeNothing() {
        shop.sql("REVOKE pg_monitor FROM " + agent).update();
    }

    static CreateIndex orderIdIndex() {
        return new CreateIndex(TABLE, List.of(IndexKey.ascending("Order Id")));
    }

    DropIndex noteIndexDrop() {
        String definition = shop.sql("SELECT pg_get_indexdef('\"note again\"'::regclass)")
                .query(String.class)
                .single();
        return new DropIndex(TABLE, "note again", definition);
    }

    boolean hasValid(String index) {
        return shop.sql(
                                "SELECT count(*) FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid WHERE c.relname = :name AND i.indisvalid")
                        .param("name", index)
                        .query(Long.class)
                        .single()
                == 1;
    }

    boolean has(String index) {
        return shop.sql("SELECT count(*) FROM pg_class WHERE relname = :name")
                        .param("name", index)
                        .query(Long.class)
                        .single()
                == 1;
    }

    /** What a build that was cut off leaves behind. */
    void leaveInvalid(CreateIndex index) {
        shop.sql(index.statements().getFirst()).update();
        shop.sql("UPDATE pg_index SET indisvalid = false WHERE indexrelid = :name::regclass")
                .param("name", '"' + index.indexName() + '"')
                .update();
    }
}
