package dev.perfloop.shop.data;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Suppliers, categories, products and their stock. Units sold and ratings agree with the orders and reviews. */
final class CatalogueRows {

    private static final int SUPPLIERS = 200;
    private static final int FIRST_SUBCATEGORY = 100;

    private final DataSize size;
    private final Draws draws;
    private final History history;
    private final SampleShop shop;
    private final Zipf categoryRanks;
    private final int[] categoryByRank;
    private final int[] sold;
    private final int[] reviews;
    private final int[] stars;

    CatalogueRows(DataSize size, Draws draws, History history, SampleShop shop) {
        this.size = size;
        this.draws = draws;
        this.history = history;
        this.shop = shop;
        int categories =
                Words.DEPARTMENTS.stream().mapToInt(d -> d.nouns().size()).sum();
        categoryRanks = new Zipf(categories, 0.7);
        categoryByRank = draws.shuffled(Table.CATEGORY, categories);
        sold = new int[size.products() + 1];
        reviews = new int[size.products() + 1];
        stars = new int[size.products() + 1];
    }

    void countOrdersAndReviews() {
        for (int id = 1; id <= size.orders(); id++) {
            for (SampleOrder.Line line : shop.order(id).lines()) {
                sold[(int) line.productId()] += line.quantity();
            }
        }
        for (int id = 1; id <= size.reviews(); id++) {
            SampleReview review = shop.review(id);
            reviews[(int) review.productId()]++;
            stars[(int) review.productId()] += review.rating();
        }
    }

    void suppliers(RowWriter rows) throws IOException {
        for (int id = 1; id <= SUPPLIERS; id++) {
            SplittableRandom random = draws.row(Table.SUPPLIER, id);
            String name = Draws.pick(Words.LAST_NAMES, random) + " & " + Draws.pick(Words.LAST_NAMES, random);
            rows.row(id, name + " Trading", Draws.pick(Words.COUNTRIES, random));
        }
    }

    void categories(RowWriter rows) throws IOException {
        int child = FIRST_SUBCATEGORY;
        for (int parent = 1; parent <= Words.DEPARTMENTS.size(); parent++) {
            Words.Department department = Words.DEPARTMENTS.get(parent - 1);
            rows.row(parent, null, department.name(), slug(department.name()));
            for (String noun : department.nouns()) {
                rows.row(child++, parent, noun + "s", slug(department.name() + " " + noun));
            }
        }
    }

    void products(RowWriter rows) throws IOException {
        for (int id = 1; id <= size.products(); id++) {
            SplittableRandom random = draws.row(Table.PRODUCT, id);
            int category = categoryByRank[categoryRanks.draw(random)];
            String brand = Draws.pick(Words.BRANDS, random);
            String name = Draws.pick(Words.QUALITIES, random) + " " + Draws.pick(Words.MATERIALS, random) + " "
                    + noun(category) + " " + (100 + random.nextInt(900));
            rows.row(
                    id,
                    "%s-%06d".formatted(brand.substring(0, 3).toUpperCase(Locale.ROOT), id),
                    name,
                    brand,
                    description(brand, name, random),
                    FIRST_SUBCATEGORY + category,
                    1 + random.nextInt(SUPPLIERS),
                    shop.price(id),
                    random.nextInt(20) > 0,
                    sold[id],
                    rating(id),
                    reviews[id],
                    history.anywhere(random));
        }
    }

    void stocks(RowWriter rows) throws IOException {
        for (int id = 1; id <= size.products(); id++) {
            SplittableRandom random = draws.row(Table.STOCK, -id);
            int tail = random.nextInt(12) == 0 ? 0 : random.nextInt(40);
            int quantity = sold[id] > 20 ? sold[id] * 5 + random.nextInt(500) : tail;
            rows.row(id, quantity, "W" + (1 + random.nextInt(4)), history.end().minusHours(random.nextInt(400)));
        }
    }

    private static String description(String brand, String name, SplittableRandom random) {
        StringBuilder text = new StringBuilder("The ")
                .append(name)
                .append(" by ")
                .append(brand)
                .append('.');
        for (int i = 0; i < 9; i++) {
            text.append(' ').append(Draws.pick(Words.SENTENCES, random));
        }
        return text.toString();
    }

    private @Nullable BigDecimal rating(int product) {
        return reviews[product] == 0
                ? null
                : BigDecimal.valueOf(stars[product])
                        .divide(BigDecimal.valueOf(reviews[product]), 2, RoundingMode.HALF_UP);
    }

    private static String noun(int category) {
        return Words.DEPARTMENTS.get(category / 5).nouns().get(category % 5);
    }

    private static String slug(String name) {
        return name.toLowerCase(Locale.ROOT).replace(' ', '-');
    }
}
