package dev.perfloop.shop.reporting;

import java.math.BigDecimal;
import java.time.LocalDate;

record SalesOfDay(LocalDate day, int orders, long units, BigDecimal revenue) {}
