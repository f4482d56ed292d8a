package dev.perfloop.shop.errors;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    record InvalidField(String field, @Nullable String message) {}

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException problem, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        problem.getBody().setProperty("errors", invalidFields(problem));
        return super.handleMethodArgumentNotValid(problem, headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException problem, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        problem.getBody().setProperty("errors", invalidParameters(problem));
        return super.handleHandlerMethodValidationException(problem, headers, status, request);
    }

    private static List<InvalidField> invalidParameters(HandlerMethodValidationException problem) {
        return problem.getParameterValidationResults().stream()
                .flatMap(result -> result.getResolvableErrors().stream()
                        .map(error -> new InvalidField(
                                String.valueOf(result.getMethodParameter().getParameterName()),
                                error.getDefaultMessage())))
                .toList();
    }

    private static List<InvalidField> invalidFields(MethodArgumentNotValidException problem) {
        return problem.getBindingResult().getFieldErrors().stream()
                .map((FieldError error) -> new InvalidField(error.getField(), error.getDefaultMessage()))
                .toList();
    }
}
