package dev.perfloop.shop.data;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The tables are locked while they are filled: better an honest 503 than requests that hang. */
@Configuration(proxyBeanMethods = false)
class ClosedWhileLoading implements WebMvcConfigurer, HandlerInterceptor {

    private final DataLoad load;

    ClosedWhileLoading(DataLoad load) {
        this.load = load;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Progress progress = load.progress();
        if (progress.done()) {
            return true;
        }
        ErrorResponseException closed = new ErrorResponseException(
                HttpStatus.SERVICE_UNAVAILABLE,
                ProblemDetail.forStatusAndDetail(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "The shop is being filled: %d %%, %s.".formatted(progress.percent(), progress.step())),
                null);
        closed.getHeaders().set(HttpHeaders.RETRY_AFTER, "5");
        throw closed;
    }
}
