package dev.perfloop.change;

import dev.perfloop.target.Target;
import dev.perfloop.target.TargetDatabase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The door as a worker goes through it that may be killed before each step; remembers what the target did, whoever heard of it. */
final class MortalDoor implements TargetDatabase.Door {
    private final TargetDatabase.Door door;
    private final List<String> done;

    MortalDoor(TargetDatabase.Door door, List<String> done) {
        this.door = door;
        this.done = done;
    }

    static List<String> memory() {
        return new CopyOnWriteArrayList<>();
    }

    @Override
    public TargetDatabase of(Target target) {
        var real = door.of(target);
        return new TargetDatabase() {
            @Override
            public <T> T read(Function<JdbcClient, T> reading) {
                Life.step();
                return real.read(reading);
            }

            @Override
            public <T> T readAnew(Function<JdbcClient, T> reading) {
                Life.step();
                return real.readAnew(reading);
            }

            @Override
            public <T> T rehearse(Function<JdbcClient, T> rehearsal) {
                Life.step();
                return real.rehearse(rehearsal);
            }

            @Override
            public void change(String statement) {
                Life.step();
                real.change(statement);
                done.add(statement);
            }

            @Override
            public boolean changeAlone(long lock, BooleanSupplier stillWanted, String statement) {
                Life.step();
                boolean sent = real.changeAlone(lock, stillWanted, statement);
                if (sent) {
                    done.add(statement);
                }
                return sent;
            }
        };
    }
}
