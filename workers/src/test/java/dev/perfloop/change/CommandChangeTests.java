package dev.perfloop.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.target.Hooks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Changes of the service itself, through commands that are really started. */
class CommandChangeTests {
    private static final String SETS = "printf %s \"$0\" > \"$1\"";

    @TempDir
    Path folder;

    private final ShopDatabase shop = new ShopDatabase();
    private final ChangeRoom room = new ChangeRoom();
    private final Changes changes = room.get(Changes.class);
    private final ApplyChange apply = room.get(ApplyChange.class);
    private final UndoChanges undo = room.get(UndoChanges.class);
    private final VerifyRollback verify = room.get(VerifyRollback.class);
    private final Attentive progress = new Attentive();

    private Path instances = Path.of("");

    @BeforeEach
    void register() throws IOException {
        instances = Files.writeString(folder.resolve("instances of it"), "2\n");
        register(SETS);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void instancesAreAddedAndTakenAwayAgain() throws Exception {
        String id = proposed();

        assertThat(apply.apply(id, progress)).isInstanceOf(Applied.Done.class);
        assertThat(instances).hasContent("3");

        assertThat(undo.undo(ShopDatabase.RUN, progress)).isTrue();
        assertThat(instances).hasContent("2");
        assertThat(changes.get(id).status()).isEqualTo(ChangeStatus.REVERTED);
        assertThat(verify.verify(ShopDatabase.RUN)).contains("as before");
    }

    @Test
    void thePlanShowsTheCommandAsItIsStarted() {
        assertThat(scaled().statements()).singleElement().asString().contains("sh", "-c", SETS, "3", "instances of it");
    }

    /** Without a shell of ours, a value can only be one argument. */
    @Test
    void whatAValueHoldsIsNeverRun() throws Exception {
        String id = proposed("3; touch " + folder.resolve("run"));

        apply.apply(id, progress);

        assertThat(instances).content().startsWith("3; touch");
        assertThat(folder.resolve("run")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"exit 3", "case $0 in 3) sleep 60 & sleep 60;; esac; " + SETS, "true"})
    void aCommandThatFailsHangsOrDoesNothingEndsTheChange(String command) throws Exception {
        String id = proposed();
        room.ours
                .sql("UPDATE run SET target_definition = replace(target_definition, :sets, :command)")
                .param("sets", inYaml(SETS))
                .param("command", inYaml(command))
                .update();
        var hanging = ProcessHandle.current().descendants().count();

        assertThat(apply.apply(id, progress)).isInstanceOf(Applied.Failed.class);

        assertThat(changes.get(id).note())
                .containsAnyOf("ended with exit code 3", "did not end within 1 s", "had no effect within 1 s");
        assertThat(instances).content().startsWith("2");
        assertThat(ProcessHandle.current().descendants().count())
                .as("nothing it started is left")
                .isLessThanOrEqualTo(hanging);
    }

    @Test
    void aCommandThatIsNotThereIsNothingToPlanWith() throws Exception {
        room.ours
                .sql(
                        "UPDATE run SET target_definition = replace(target_definition, 'readCommand: [cat', 'readCommand: [no-such-command')")
                .update();

        assertThat(written("3")).isEmpty();
    }

    private void register(String command) {
        shop.register(room.ours);
        room.ours
                .sql("UPDATE run SET target_definition = replace(target_definition, 'CREATE_EXTENSION]', "
                        + "'CREATE_EXTENSION, SCALE_INSTANCES]') || :hooks")
                .param("hooks", """
                        hooks:
                          scale:
                            command: [sh, -c, "%s", "{value}", "%s"]
                            readCommand: [cat, "%s"]
                            timeout: 1s
                            within: 1s
                        """.formatted(inYaml(command), instances, instances))
                .update();
        room.cpu.says(0.1);
    }

    private static String inYaml(String command) {
        return command.replace("\"", "\\\"");
    }

    private String proposed() {
        return changes.propose(ShopDatabase.RUN, null, scaled());
    }

    private String proposed(String value) {
        return changes.propose(
                ShopDatabase.RUN, null, new ScaleInstances(written(value).orElseThrow()));
    }

    private ScaleInstances scaled() {
        return new ScaleInstances(written("3").orElseThrow());
    }

    private Optional<ServiceSetting> written(String value) {
        return room.get(ServiceSettings.class)
                .of(ShopDatabase.RUN, Hooks.Kind.SCALE, "instances", now -> Optional.of(value));
    }
}
