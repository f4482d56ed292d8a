package dev.perfloop.shop.orders;

import java.math.BigDecimal;
import java.time.OffsetDateTime;

record Order(long id, String reference, long customerId, String status, BigDecimal total, OffsetDateTime orderedAt) {}
