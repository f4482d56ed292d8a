package dev.perfloop.shop.data;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Fills an empty shop, all of it or nothing, and says how far it is. */
@Service
class DataLoad {

    private static final Logger log = LoggerFactory.getLogger(DataLoad.class);

    /** Copying takes about this share of the time; keys, indexes and statistics the rest. */
    private static final int COPY_PERCENT = 75;

    private final DataRepository repository;
    private final DataProperties properties;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    private volatile Progress progress = Progress.WAITING;

    DataLoad(
            DataRepository repository,
            DataProperties properties,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.repository = repository;
        this.properties = properties;
        this.transaction = transaction;
        this.clock = clock;
    }

    Progress progress() {
        return progress;
    }

    void run() {
        try {
            if (!repository.isLoaded()) {
                transaction.executeWithoutResult(status -> loadOnce());
                step(95, "Collecting statistics");
                repository.vacuumAndAnalyze();
            }
            progress = Progress.COMPLETE;
            log.info("action=load_data status=complete");
        } catch (RuntimeException e) {
            progress = new Progress(false, progress.percent(), "Failed, see the shop's log; start the shop again");
            log.error("action=load_data status=failed mend=\"start the shop again\"", e);
        }
    }

    private void loadOnce() {
        repository.lock();
        if (repository.isLoaded()) {
            return;
        }
        load();
    }

    private void load() {
        DataSize size = DataSize.at(properties.scale());
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        History history = new History(properties.asOf() == null ? today : properties.asOf());
        Draws draws = new Draws(properties.seed());
        SampleShop shop = new SampleShop(size, draws, history);
        CatalogueRows catalogue = new CatalogueRows(size, draws, history, shop);
        BusinessRows business = new BusinessRows(size, draws, history, shop);

        step(0, "Drawing orders and reviews");
        catalogue.countOrdersAndReviews();
        Map<Table, SampleRows> tables = new LinkedHashMap<>();
        tables.put(Table.SUPPLIER, catalogue::suppliers);
        tables.put(Table.CATEGORY, catalogue::categories);
        tables.put(Table.PRODUCT, catalogue::products);
        tables.put(Table.STOCK, catalogue::stocks);
        tables.put(Table.CUSTOMER, business::customers);
        tables.put(Table.CUSTOMER_ORDER, business::orders);
        tables.put(Table.ORDER_LINE, business::orderLines);
        tables.put(Table.REVIEW, business::reviews);
        tables.put(Table.PROMOTION, business::promotions);

        List<DataRepository.Obstacle> obstacles = repository.obstacles();
        obstacles.reversed().forEach(obstacle -> repository.execute(obstacle.dropSql()));
        repository.truncateAll();
        long rows = copy(tables, size);
        step(COPY_PERCENT, "Creating keys and indexes");
        for (int i = 0; i < obstacles.size(); i++) {
            progress = at(COPY_PERCENT + (95 - COPY_PERCENT) * i / obstacles.size(), "Creating keys and indexes");
            repository.execute(obstacles.get(i).createSql());
        }
        repository.continueIdsAfterTheLastRow();
        repository.markLoaded(clock.instant().atOffset(ZoneOffset.UTC), properties, history, rows);
    }

    private long copy(Map<Table, SampleRows> tables, DataSize size) {
        long expected = size.expectedRows();
        long done = 0;
        for (Map.Entry<Table, SampleRows> entry : tables.entrySet()) {
            Table table = entry.getKey();
            long before = done;
            String step = "Loading " + table.sqlName();
            step(percent(before, expected), step);
            done += repository.copy(
                    table, entry.getValue(), rows -> progress = at(percent(before + rows, expected), step));
        }
        return done;
    }

    private static int percent(long rows, long expected) {
        return (int) Math.min(COPY_PERCENT, 2 + rows * (COPY_PERCENT - 2) / expected);
    }

    private void step(int percent, String step) {
        progress = at(percent, step);
        log.info("action=load_data percent={} step=\"{}\"", percent, step);
    }

    private static Progress at(int percent, String step) {
        return new Progress(false, percent, step);
    }
}
