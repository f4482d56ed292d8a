package dev.perfloop.shop.pricing;

import java.math.BigDecimal;

/** Percent off for every product whose brand and name match the pattern and whose price reaches the minimum. */
record Promotion(int id, String name, String productPattern, int percentOff, BigDecimal minPrice, boolean combinable) {}
