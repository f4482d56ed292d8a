package dev.perfloop.web.checks;

import dev.perfloop.web.rows.Allowed;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A check of a target.
 *
 * @param draft whether it was of a file that was not saved
 * @param underWay parts that the workers have not answered yet; empty once it has ended
 * @param answers what each thing said; requests is what came back to each request of the scenario
 */
record CheckView(
        String id,
        String target,
        boolean draft,
        String askedBy,
        Instant askedAt,

        @ArraySchema(schema = @Schema(implementation = Allowed.CheckPart.class))
        List<String> underWay,

        List<AnswerView> answers,
        List<TrialView> requests) {

    /**
     * What one thing said.
     *
     * @param state BROKEN: no run can go well; LACKING: a run sees or does less
     * @param mend what to do; empty when all is well
     */
    record AnswerView(
            @Schema(implementation = Allowed.CheckPart.class)
            String part,

            String subject,

            @Schema(implementation = Allowed.CheckState.class)
            String state,

            String words,
            String mend) {}

    /**
     * A request that was sent once.
     *
     * @param address path and query as they were sent, unless the scenario refers to secrets
     * @param status absent when nothing came back; so are ms and bytes
     * @param leadsTo where it redirects; empty when nowhere
     * @param words why it would fail under load; empty when it would not
     */
    record TrialView(
            String request,
            String method,
            String address,
            boolean good,
            @Nullable Integer status,
            @Nullable Double ms,
            @Nullable Long bytes,
            String leadsTo,
            String words,
            String mend) {}
}
