package dev.perfloop.local.kills;

import dev.perfloop.local.SplitStack;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** What may be killed; the weight says how often. */
enum Victim {
    /** Workers and API. */
    APP(40),
    BROKER(4),
    OUR_DATABASE(28),
    TARGET_DATABASE(28);

    private final int weight;

    Victim(int weight) {
        this.weight = weight;
    }

    static Victim draw(RandomGenerator random) {
        int ticket = random.nextInt(100);
        for (Victim victim : values()) {
            ticket -= victim.weight;
            if (ticket < 0) {
                return victim;
            }
        }
        throw new IllegalStateException("The weights make 100");
    }

    /** Of a server either the process all others hang on, or any of its others: then it starts all of them anew itself. */
    Optional<ProcessHandle> process(SplitStack stack, RandomGenerator random) {
        return switch (this) {
            case APP -> stack.app();
            case BROKER -> stack.broker();
            case OUR_DATABASE -> stack.ourServer().map(server -> one(server, random));
            case TARGET_DATABASE -> stack.targetServer().map(server -> one(server, random));
        };
    }

    private static ProcessHandle one(ProcessHandle server, RandomGenerator random) {
        List<ProcessHandle> others = server.children().toList();
        return others.isEmpty() || random.nextInt(4) == 0 ? server : others.get(random.nextInt(others.size()));
    }

    boolean answers(SplitStack stack) {
        return switch (this) {
            case APP -> stack.api().answers();
            case BROKER -> stack.brokerAnswers();
            case OUR_DATABASE -> Rows.answer(stack::connectOurs);
            case TARGET_DATABASE -> Rows.answer(() -> stack.connectTarget("postgres"));
        };
    }
}
