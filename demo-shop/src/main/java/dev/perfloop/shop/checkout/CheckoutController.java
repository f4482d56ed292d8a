package dev.perfloop.shop.checkout;

import jakarta.validation.Valid;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CheckoutController {

    private final Checkout checkout;

    CheckoutController(Checkout checkout) {
        this.checkout = checkout;
    }

    @PostMapping("/api/orders")
    ResponseEntity<Confirmation> place(@Valid @RequestBody Basket basket) {
        Confirmation confirmation = checkout.place(basket);
        return ResponseEntity.created(URI.create("/api/orders/" + confirmation.orderId()))
                .body(confirmation);
    }
}
