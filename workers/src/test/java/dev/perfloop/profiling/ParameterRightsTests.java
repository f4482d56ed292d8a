package dev.perfloop.profiling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.profiling.ParameterRights.Parameter;
import dev.perfloop.profiling.ParameterRights.Reach;
import dev.perfloop.profiling.postgres.SettableRepository;
import dev.perfloop.support.Database;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** On a server that many databases share, as all test classes use it. */
class ParameterRightsTests {
    private final PGSimpleDataSource source = Database.empty();
    private final JdbcClient superuser = JdbcClient.create(source);
    private final String database = String.valueOf(source.getDatabaseName());
    private final String agent = "agent_of_" + database;

    @Test
    void aSuperuserSetsForTheDatabaseWhatOthersShareTheServerFor() {
        assertThat(of(superuser, "work_mem").reach()).isEqualTo(Reach.DATABASE);
        assertThat(of(superuser, "track_io_timing").reach()).isEqualTo(Reach.DATABASE);
    }

    @Test
    void whatIsOfTheServerOnlyIsSetForTheServer() {
        assertThat(of(superuser, "autovacuum").reach()).isEqualTo(Reach.SYSTEM);
    }

    @Test
    void aRolesOwnSettingOutranksOurs() {
        superuser.sql("CREATE ROLE " + agent).update();
        superuser
                .sql("ALTER ROLE " + agent + " IN DATABASE " + database + " SET work_mem = '9MB'")
                .update();

        assertThat(of(superuser, "work_mem").reach()).isNull();
        assertThat(of(superuser, "work_mem").why()).contains(agent);
    }

    @Test
    void aRoleThatOwnsNothingIsTold() {
        var theirs = entered("pg_monitor");

        assertThat(of(theirs, "work_mem").why()).contains("rights of the database's owner");
        assertThat(of(theirs, "autovacuum").why()).contains("GRANT ALTER SYSTEM ON PARAMETER autovacuum");
    }

    @Test
    void theOwnerSetsWhatAnyUserMayAndLearnsWhatItMayNot() {
        var theirs = entered("pg_monitor");
        superuser.sql("ALTER DATABASE " + database + " OWNER TO " + agent).update();

        assertThat(of(theirs, "work_mem").reach()).isEqualTo(Reach.DATABASE);
        assertThat(of(theirs, "track_io_timing").why()).contains("GRANT SET ON PARAMETER track_io_timing");
        superuser.sql("GRANT SET ON PARAMETER track_io_timing TO " + agent).update();
        assertThat(of(theirs, "track_io_timing").reach()).isEqualTo(Reach.DATABASE);
    }

    @Test
    void anOwnerWhoSeesNoSessionsCannotTellWhenItHolds() {
        var theirs = entered("pg_read_all_settings");
        superuser.sql("ALTER DATABASE " + database + " OWNER TO " + agent).update();

        assertThat(of(theirs, "work_mem").why()).contains("GRANT pg_monitor");
    }

    @Test
    void whatPerfloopDoesNotSetIsNotAmongThem() {
        var rights = new SettableRepository(superuser).rights();

        assertThat(rights.of("fsync")).isEmpty();
        assertThat(rights.of("max_wal_size")).isEmpty();
        assertThat(rights.of("shared_buffers")).isEmpty();
    }

    private static Parameter of(JdbcClient jdbc, String name) {
        return new SettableRepository(jdbc).rights().of(name).orElseThrow();
    }

    private JdbcClient entered(String member) {
        superuser.sql("CREATE ROLE " + agent + " LOGIN PASSWORD 'secret'").update();
        superuser.sql("GRANT " + member + " TO " + agent).update();
        var entrance = new PGSimpleDataSource();
        entrance.setServerNames(source.getServerNames());
        entrance.setPortNumbers(source.getPortNumbers());
        entrance.setDatabaseName(database);
        entrance.setUser(agent);
        entrance.setPassword("secret");
        return JdbcClient.create(entrance);
    }
}
