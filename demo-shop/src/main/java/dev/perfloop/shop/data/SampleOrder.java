package dev.perfloop.shop.data;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;

record SampleOrder(long id, long customerId, String status, OffsetDateTime orderedAt, List<Line> lines) {

    record Line(int lineNo, long productId, int quantity, BigDecimal unitPrice) {}

    BigDecimal total() {
        return lines.stream()
                .map(line -> line.unitPrice().multiply(BigDecimal.valueOf(line.quantity())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
