package dev.perfloop.shop.data;

import java.io.IOException;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.UUID;

/** Customers, their orders and reviews, and the promotions. */
final class BusinessRows {

    private static final int PROMOTIONS = 100;

    private final DataSize size;
    private final Draws draws;
    private final History history;
    private final SampleShop shop;

    BusinessRows(DataSize size, Draws draws, History history, SampleShop shop) {
        this.size = size;
        this.draws = draws;
        this.history = history;
        this.shop = shop;
    }

    void customers(RowWriter rows) throws IOException {
        for (int id = 1; id <= size.customers(); id++) {
            SplittableRandom random = draws.row(Table.CUSTOMER, id);
            String first = Draws.pick(Words.FIRST_NAMES, random);
            String last = Draws.pick(Words.LAST_NAMES, random);
            rows.row(
                    id,
                    (first + "." + last).toLowerCase(Locale.ROOT) + id + "@example.com",
                    first,
                    last,
                    Draws.pick(Words.CITIES, random),
                    Draws.pick(Words.COUNTRIES, random),
                    history.anywhere(random));
        }
    }

    void orders(RowWriter rows) throws IOException {
        for (int id = 1; id <= size.orders(); id++) {
            SampleOrder order = shop.order(id);
            SplittableRandom random = draws.row(Table.ORDER_LINE, id);
            rows.row(
                    id,
                    new UUID(random.nextLong(), random.nextLong()),
                    Draws.pick(Words.FIRST_NAMES, random) + " " + Draws.pick(Words.LAST_NAMES, random),
                    Draws.pick(Words.STREETS, random) + " " + (1 + random.nextInt(180)),
                    Draws.pick(Words.CITIES, random),
                    random.nextInt(3) == 0 ? "Please leave the parcel with the neighbours on the ground floor." : null,
                    Draws.pick(Words.CLIENTS, random),
                    order.customerId(),
                    order.status(),
                    order.total(),
                    order.orderedAt());
        }
    }

    void orderLines(RowWriter rows) throws IOException {
        for (int id = 1; id <= size.orders(); id++) {
            for (SampleOrder.Line line : shop.order(id).lines()) {
                rows.row(id, line.lineNo(), line.productId(), line.quantity(), line.unitPrice());
            }
        }
    }

    void reviews(RowWriter rows) throws IOException {
        for (int id = 1; id <= size.reviews(); id++) {
            SampleReview review = shop.review(id);
            rows.row(
                    id,
                    review.title(),
                    review.body(),
                    review.productId(),
                    review.customerId(),
                    review.rating(),
                    review.createdAt());
        }
    }

    void promotions(RowWriter rows) throws IOException {
        for (int id = 1; id <= PROMOTIONS; id++) {
            SplittableRandom random = draws.row(Table.PROMOTION, id);
            String brand = Draws.pick(Words.BRANDS, random);
            String quality = Draws.pick(Words.QUALITIES, random);
            String material = Draws.pick(Words.MATERIALS, random);
            String pattern = "\\b(%s|%s)\\b.*\\b%s\\b".formatted(brand, Draws.pick(Words.BRANDS, random), material);
            rows.row(
                    id,
                    quality + " " + material + " days",
                    random.nextInt(3) == 0 ? "^.*\\b" + quality + "\\s+" + material + "\\b" : pattern,
                    5 * (1 + random.nextInt(5)),
                    10 * random.nextInt(8),
                    random.nextInt(4) == 0,
                    history.asOf().minusDays(random.nextInt(300)),
                    history.asOf().plusDays(200 + random.nextInt(900)));
        }
    }
}
