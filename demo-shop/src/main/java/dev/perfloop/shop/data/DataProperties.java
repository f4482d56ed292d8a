package dev.perfloop.shop.data;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much sample data, and which.
 *
 * @param scale 1 for the full shop of about 1.9 million rows
 * @param seed the same seed, scale and day give the same rows
 * @param asOf the last day that orders and reviews reach up to; today when absent
 */
@Validated
@ConfigurationProperties("shop.data")
record DataProperties(
        @DecimalMin("0.001") @DecimalMax("10") @DefaultValue("1.0")
        double scale,

        @DefaultValue("20261121") long seed,
        @Nullable LocalDate asOf) {}
