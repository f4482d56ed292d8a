package dev.perfloop.shop.data;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/** Who bought and reviewed what. Few products and customers make most of the business, as anywhere. */
final class SampleShop {

    private final DataSize size;
    private final Draws draws;
    private final History history;
    private final Zipf productRanks;
    private final Zipf customerRanks;
    private final int[] productByRank;
    private final int[] customerByRank;

    SampleShop(DataSize size, Draws draws, History history) {
        this.size = size;
        this.draws = draws;
        this.history = history;
        productRanks = new Zipf(size.products(), 0.6);
        customerRanks = new Zipf(size.customers(), 0.5);
        productByRank = draws.shuffled(Table.PRODUCT, size.products());
        customerByRank = draws.shuffled(Table.CUSTOMER, size.customers());
    }

    SampleOrder order(int id) {
        SplittableRandom random = draws.row(Table.CUSTOMER_ORDER, id);
        long customer = customer(random);
        OffsetDateTime orderedAt = history.of(id - 1, size.orders());
        return new SampleOrder(id, customer, status(orderedAt, random), orderedAt, lines(random));
    }

    private List<SampleOrder.Line> lines(SplittableRandom random) {
        int wanted = 1 + (random.nextInt(3) > 0 ? random.nextInt(3) : 0) + (random.nextInt(4) == 0 ? 2 : 0);
        Map<Long, Integer> quantities = new LinkedHashMap<>();
        for (int i = 0; i < wanted; i++) {
            quantities.put(product(random), random.nextInt(10) < 8 ? 1 : 2 + random.nextInt(4));
        }
        List<SampleOrder.Line> lines = new ArrayList<>(quantities.size());
        quantities.forEach((product, quantity) ->
                lines.add(new SampleOrder.Line(lines.size() + 1, product, quantity, price(product))));
        return lines;
    }

    private String status(OffsetDateTime orderedAt, SplittableRandom random) {
        if (random.nextInt(25) == 0) {
            return "CANCELLED";
        }
        if (orderedAt.isBefore(history.end().minusDays(10))) {
            return "DELIVERED";
        }
        return orderedAt.isBefore(history.end().minusDays(3)) ? "SHIPPED" : "PAID";
    }

    SampleReview review(int id) {
        SplittableRandom random = draws.row(Table.REVIEW, id);
        long product = product(random);
        int rating = Math.max(1, 5 - (int) (random.nextDouble() * random.nextDouble() * 6));
        return new SampleReview(
                id,
                product,
                customer(random),
                rating,
                Draws.pick(Words.VERDICTS, random),
                body(random),
                history.of(id - 1, size.reviews()));
    }

    private static String body(SplittableRandom random) {
        return random.ints(6, 0, Words.REMARKS.length)
                .mapToObj(remark -> Words.REMARKS[remark])
                .collect(Collectors.joining(" "));
    }

    /** List prices from 5 to about 900, most of them low. */
    BigDecimal price(long productId) {
        double spread = draws.row(Table.STOCK, productId).nextDouble();
        return BigDecimal.valueOf(499 + 100 * (long) Math.pow(900, spread), 2);
    }

    private long product(SplittableRandom random) {
        return productByRank[productRanks.draw(random)] + 1L;
    }

    private long customer(SplittableRandom random) {
        return customerByRank[customerRanks.draw(random)] + 1L;
    }
}
