package dev.perfloop.web.problems;

import java.util.List;
import org.springframework.http.HttpStatus;

/** A request that cannot be met, said in words for the one who asked. */
public final class Refused extends RuntimeException {
    private final HttpStatus status;
    private final String detail;
    private final String mend;
    private final transient List<FieldProblem> errors;

    private Refused(HttpStatus status, String detail, String mend, List<FieldProblem> errors) {
        super(detail);
        this.status = status;
        this.detail = detail;
        this.mend = mend;
        this.errors = errors;
    }

    public static Refused notFound(String detail, String mend) {
        return new Refused(HttpStatus.NOT_FOUND, detail, mend, List.of());
    }

    public static Refused conflict(String detail, String mend) {
        return new Refused(HttpStatus.CONFLICT, detail, mend, List.of());
    }

    /** Somebody else does not answer; to ask again later may help. */
    public static Refused unavailable(String detail, String mend) {
        return new Refused(HttpStatus.SERVICE_UNAVAILABLE, detail, mend, List.of());
    }

    /** The one who asked may not do this; somebody else may. */
    public static Refused forbidden(String detail, String mend) {
        return new Refused(HttpStatus.FORBIDDEN, detail, mend, List.of());
    }

    public static Refused malformed(String detail, String mend) {
        return new Refused(HttpStatus.BAD_REQUEST, detail, mend, List.of());
    }

    public static Refused invalid(String detail, String mend, List<FieldProblem> errors) {
        return new Refused(HttpStatus.UNPROCESSABLE_ENTITY, detail, mend, List.copyOf(errors));
    }

    HttpStatus status() {
        return status;
    }

    String detail() {
        return detail;
    }

    String mend() {
        return mend;
    }

    List<FieldProblem> errors() {
        return errors;
    }
}
