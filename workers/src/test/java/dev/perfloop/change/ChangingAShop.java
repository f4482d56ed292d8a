package dev.perfloop.change;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** For tests of the room on a real target, with a run that is about to change it. */
abstract class ChangingAShop {
    final ShopDatabase shop = new ShopDatabase();
    final ChangeRoom room;
    final Changes changes;
    final ApplyChange apply;
    final UndoChanges undo;
    final VerifyRollback verify;
    final Attentive progress = new Attentive();

    ChangingAShop() {
        this(new ChangeRoom());
    }

    ChangingAShop(ChangeRoom room) {
        this.room = room;
        changes = room.get(Changes.class);
        apply = room.get(ApplyChange.class);
        undo = room.get(UndoChanges.class);
        verify = room.get(VerifyRollback.class);
    }

    @BeforeEach
    final void registerShop() {
        shop.register(room.ours);
    }

    @AfterEach
    final void closeRoom() {
        room.close();
    }

    /** The id of the change, which is on the target. */
    final String applied(Change change) throws InterruptedException {
        String id = changes.propose(ShopDatabase.RUN, null, change);
        assertThat(apply.apply(id, progress)).isInstanceOf(Applied.Done.class);
        assertThat(changes.get(id).status()).isEqualTo(ChangeStatus.APPLIED);
        return id;
    }
}
