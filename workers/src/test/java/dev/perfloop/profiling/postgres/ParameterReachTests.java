package dev.perfloop.profiling.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.profiling.ParameterRights.Parameter;
import dev.perfloop.profiling.ParameterRights.Reach;
import dev.perfloop.profiling.postgres.SettableRepository.Granted;
import dev.perfloop.profiling.postgres.SettableRepository.Role;
import dev.perfloop.profiling.postgres.SettableRepository.Setting;
import org.junit.jupiter.api.Test;

/** What a server of its own would tell, which the tests' server, shared by many databases, is not. */
class ParameterReachTests {
    private static final Granted NOTHING = new Granted("", false, false);
    private static final Role SUPERUSER = new Role("root", true, 180000, true, true, true, true, true, true, true);
    private static final Role AGENT = new Role("agent", false, 160000, true, true, true, true, true, true, true);

    @Test
    void onAServerOfItsOwnItIsSetForTheServerAsThatHoldsInPooledSessions() {
        assertThat(of(SUPERUSER, setting("user", "default", false), NOTHING).reach())
                .isEqualTo(Reach.SYSTEM);
        assertThat(of(AGENT, setting("user", "default", false), new Granted("work_mem", true, true))
                        .reach())
                .isEqualTo(Reach.SYSTEM);
    }

    @Test
    void withoutTheRightToTheServerTheOwnerSetsItForTheDatabase() {
        assertThat(of(AGENT, setting("user", "default", false), NOTHING).reach())
                .isEqualTo(Reach.DATABASE);
    }

    @Test
    void withoutTheRightToHaveSessionsPlanAnewItIsSetForNewSessions() {
        var agent = new Role("agent", false, 160000, true, true, true, true, true, true, false);

        assertThat(of(agent, setting("user", "default", false), new Granted("work_mem", true, true))
                        .reach())
                .isEqualTo(Reach.DATABASE);
        assertThat(of(agent, setting("sighup", "default", false), new Granted("work_mem", true, true))
                        .reach())
                .isEqualTo(Reach.SYSTEM);
        assertThat(of(
                                agent,
                                new Setting("track_io_timing", "superuser", "default", false, null),
                                new Granted("track_io_timing", true, true))
                        .reach())
                .as("no plan depends on it")
                .isEqualTo(Reach.SYSTEM);
    }

    @Test
    void whatOutranksTheServersFileIsSetForTheDatabase() {
        assertThat(of(SUPERUSER, setting("user", "database", true), NOTHING).reach())
                .isEqualTo(Reach.DATABASE);
        assertThat(of(SUPERUSER, setting("user", "command line", false), NOTHING)
                        .reach())
                .isEqualTo(Reach.DATABASE);
        assertThat(of(SUPERUSER, setting("sighup", "command line", false), NOTHING)
                        .why())
                .contains("command line");
    }

    @Test
    void aServerThatForbidsAlterSystemIsBelieved() {
        var managed = new Role("root", true, 170000, true, true, true, true, true, false, true);

        assertThat(of(managed, setting("user", "default", false), NOTHING).reach())
                .isEqualTo(Reach.DATABASE);
        assertThat(of(managed, setting("sighup", "default", false), NOTHING).why())
                .contains("allow_alter_system");
    }

    @Test
    void whoMayNotReloadCannotSetForTheServer() {
        var unheard = new Role("agent", false, 160000, true, true, true, true, false, true, true);

        assertThat(of(unheard, setting("sighup", "default", false), new Granted("autovacuum", true, true))
                        .reach())
                .isNull();
    }

    @Test
    void aRestartAndWhatNobodyMaySetAreLeftToPeople() {
        assertThat(of(SUPERUSER, setting("postmaster", "default", false), NOTHING)
                        .why())
                .contains("restart");
        assertThat(of(SUPERUSER, setting("internal", "default", false), NOTHING).why())
                .contains("internal");
    }

    private static Parameter of(Role role, Setting setting, Granted granted) {
        return new ParameterReach(role, setting, granted).parameter();
    }

    private static Setting setting(String context, String source, boolean ofDatabase) {
        return new Setting("work_mem", context, source, ofDatabase, null);
    }
}
