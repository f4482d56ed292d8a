package dev.perfloop.web.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.web.support.Api;
import dev.perfloop.web.support.RecordingEngine;
import dev.perfloop.web.support.Rows;
import dev.perfloop.web.support.WebUiTest;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebUiTest
class RetryApiTests {
    private static final AtomicLong KEYS = new AtomicLong(7_000_000);

    @Autowired
    Api api;

    @Autowired
    RecordingEngine engine;

    @Autowired
    Rows rows;

    private final long jobKey = KEYS.addAndGet(10);
    private final long elementInstanceKey = jobKey + 1;
    private final long processInstanceKey = jobKey + 2;
    private String run = "";

    @BeforeEach
    void aRun() {
        run = rows.run();
    }

    @AfterEach
    void engineIsBack() {
        engine.comeBack();
    }

    @Test
    void aStuckStepIsBegunAnewOnce() {
        stuckAt("Task_ApplyChange");

        assertThat(retry("operator")).hasStatus(202);
        assertThat(engine.hasBegunAnew("Task_ApplyChange", elementInstanceKey, processInstanceKey))
                .isTrue();
        assertThat(retry("operator"))
                .as("the engine has that visit no longer")
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.detail")
                .asString()
                .contains("Apply change", "at work again already");
    }

    @Test
    void aRunThatIsNotStuckIsLeftAlone() {
        assertThat(retry("operator"))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.detail")
                .asString()
                .contains("stuck");

        stuckAt("Task_ApplyChange");
        rows.step(run, jobKey + 3, "Task_ApplyChange", "STARTED");
        assertThat(retry("operator")).as("somebody retried it in Operate").hasStatus(409);

        rows.end(run, "CANCELLED");
        assertThat(retry("operator")).hasStatus(409);
        assertThat(api.post("/api/runs/nobody/retry", "{}")).hasStatus(404);
    }

    @Test
    void whatOthersWaitForOrDriveTogetherIsRetriedInOperate() {
        stuckAt("Task_UndoChanges");
        assertOperate();

        run = rows.run();
        rows.step(run, jobKey + 4, "Task_ApplyChange", "INCIDENT");
        assertOperate();

        run = rows.run();
        rows.step(run, jobKey + 5, "Task_ApplyChange", "INCIDENT");
        placed(jobKey + 5);
        rows.jdbc()
                .sql("INSERT INTO load_injector (meeting, injector, job_key, seen_at) VALUES (:run, 1, :job, :now)")
                .param("run", run)
                .param("job", jobKey + 5)
                .param("now", rows.now())
                .update();
        assertOperate();
    }

    @Test
    void anEngineThatIsAwayIsSaidToBe() {
        stuckAt("Task_ApplyChange");
        engine.goAway();

        assertThat(retry("operator")).hasStatus(503).bodyJson().hasPath("$.mend");
    }

    @Test
    void itTakesAnOperator() {
        stuckAt("Task_ApplyChange");

        assertThat(retry("viewer")).hasStatus(403);
    }

    private void stuckAt(String element) {
        rows.step(run, jobKey, element, "INCIDENT");
        placed(jobKey);
    }

    private void placed(long job) {
        rows.jdbc()
                .sql(
                        "UPDATE run_step SET process_instance_key = :process, element_instance_key = :element WHERE job_key = :job")
                .param("process", processInstanceKey)
                .param("element", elementInstanceKey)
                .param("job", job)
                .update();
    }

    private void assertOperate() {
        assertThat(retry("operator"))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.mend")
                .asString()
                .contains("Operate");
    }

    private MvcTestResult retry(String user) {
        return api.postAs(user, "/api/runs/" + run + "/retry", "{}");
    }
}
