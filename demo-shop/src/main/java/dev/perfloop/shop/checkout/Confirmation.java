package dev.perfloop.shop.checkout;

import java.math.BigDecimal;

record Confirmation(long orderId, String reference, BigDecimal total) {}
