package dev.perfloop.shop.orders;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;

record OrderView(
        long id,
        String reference,
        long customerId,
        String status,
        BigDecimal total,
        OffsetDateTime orderedAt,
        List<Line> lines) {

    record Line(int lineNo, long productId, String product, int quantity, BigDecimal unitPrice) {}
}
