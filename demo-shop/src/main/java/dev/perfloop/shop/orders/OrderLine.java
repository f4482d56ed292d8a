package dev.perfloop.shop.orders;

import java.math.BigDecimal;

record OrderLine(int lineNo, long productId, int quantity, BigDecimal unitPrice) {}
