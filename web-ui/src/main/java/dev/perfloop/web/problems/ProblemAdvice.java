package dev.perfloop.web.problems;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.springframework.web.util.DisconnectedClientHelper;

/** Every refusal leaves as a problem with a mend; what went wrong inside goes to the log under an id. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {
    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Refused refused) {
        ProblemDetail problem = Problems.of(refused.status(), refused.detail(), refused.mend());
        if (!refused.errors().isEmpty()) {
            problem.setProperty("errors", refused.errors());
        }
        return ResponseEntity.of(problem).build();
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> databaseAway(DataAccessResourceFailureException away) {
        log.error("action=answer result=database-away", away);
        return ResponseEntity.of(Problems.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "Perfloop's own database does not answer.",
                        "Check that PostgreSQL is up and that spring.datasource.url points to it, then try again."))
                .build();
    }

    /** Null, which answers nothing, when nobody listens any more: a browser that left is no bug. */
    @ExceptionHandler
    @Nullable ResponseEntity<ProblemDetail> broken(Exception bug) {
        if (DisconnectedClientHelper.isClientDisconnectedException(bug)) {
            return null;
        }
        String id = UUID.randomUUID().toString();
        log.error("action=answer result=broken errorId={}", id, bug);
        return ResponseEntity.of(Problems.of(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "Something broke inside Perfloop.",
                        "Look for errorId=" + id + " in the log of web-ui, and report it."))
                .build();
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ResponseEntity<Object> answer = super.handleExceptionInternal(e, body, headers, status, request);
        if (answer != null && answer.getBody() instanceof ProblemDetail problem) {
            problem.setProperty("mend", mend(status.value()));
        }
        return answer;
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleNoResourceFoundException(
            NoResourceFoundException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        e.getBody().setDetail("There is nothing at /" + e.getResourcePath() + ".");
        return handleExceptionInternal(e, null, headers, status, request);
    }

    private static String mend(int status) {
        return switch (status) {
            case 404 -> "Check the address; GET /v3/api-docs lists what there is.";
            case 405 -> "Use one of the methods in the Allow header.";
            case 415 -> "Send the media type that GET /v3/api-docs names for this address.";
            default -> "Check the request against GET /v3/api-docs.";
        };
    }
}
