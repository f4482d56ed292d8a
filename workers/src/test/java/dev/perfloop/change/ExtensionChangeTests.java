package dev.perfloop.change;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExtensionChangeTests extends ChangingAShop {
    private static final CreateExtension EXTENSION = new CreateExtension("pg_trgm");

    @Test
    void anExtensionIsCreatedAndTakenBack() throws Exception {
        String id = changes.propose(ShopDatabase.RUN, null, EXTENSION);
        assertThat(apply.apply(id, progress)).isInstanceOf(Applied.Done.class);
        assertThat(created()).isTrue();

        assertThat(room.get(UndoChanges.class).undo(ShopDatabase.RUN, progress)).isTrue();

        assertThat(created()).isFalse();
        assertThat(room.get(VerifyRollback.class).verify(ShopDatabase.RUN)).contains("as before");
    }

    @Test
    void oneThatIsThereIsNotOursToTakeAway() throws Exception {
        shop.shop.sql("CREATE EXTENSION pg_trgm").update();
        String id = changes.propose(ShopDatabase.RUN, null, EXTENSION);

        apply.apply(id, progress);
        room.get(UndoChanges.class).undo(ShopDatabase.RUN, progress);

        assertThat(changes.get(id).status()).isEqualTo(ChangeStatus.SKIPPED);
        assertThat(created()).isTrue();
    }

    @Test
    void oneThatIsNotOnTheServersDiskIsNoChange() throws Exception {
        String id = changes.propose(ShopDatabase.RUN, null, new CreateExtension("no_such_thing"));

        apply.apply(id, progress);

        assertThat(changes.get(id).note()).contains("no extension no_such_thing");
    }

    private boolean created() {
        return shop.shop
                        .sql("SELECT count(*) FROM pg_extension WHERE extname = 'pg_trgm'")
                        .query(Long.class)
                        .single()
                > 0;
    }
}
