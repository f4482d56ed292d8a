package dev.perfloop.shop.stock;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

class OutOfStock extends ErrorResponseException {

    private OutOfStock(ProblemDetail problem) {
        super(HttpStatus.CONFLICT, problem, null);
    }

    static OutOfStock of(Stock stock, int wanted) {
        return new OutOfStock(ProblemDetail.forStatusAndDetail(
                HttpStatus.CONFLICT,
                "Of product %d only %d are left, not %d.".formatted(stock.productId(), stock.quantity(), wanted)));
    }
}
