package dev.perfloop.shop.errors;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** Something asked for by its id does not exist: 404. */
public class NotFound extends ErrorResponseException {

    private NotFound(ProblemDetail problem) {
        super(HttpStatus.NOT_FOUND, problem, null);
    }

    public static NotFound of(String what, long id) {
        return new NotFound(
                ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, "There is no %s %d.".formatted(what, id)));
    }
}
