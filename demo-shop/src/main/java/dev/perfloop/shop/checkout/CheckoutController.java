package dev.perfloop.shop.checkout;

import jakarta.validation.Valid;
import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CheckoutController {

    private final Checkout checkout;

    CheckoutController(Checkout checkout) {
        this.checkout = checkout;
    }

    @PostMapping("/api/orders")
    ResponseEntity<Confirmation> place(
            @Valid @RequestBody Basket basket,
            @RequestHeader(name = HttpHeaders.USER_AGENT, defaultValue = "unknown") String client) {
        Confirmation confirmation = checkout.place(basket, client);
        return ResponseEntity.created(URI.create("/api/orders/" + confirmation.orderId()))
                .body(confirmation);
    }
}
