package dev.perfloop.profiling.sent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.profiling.Literals;
import dev.perfloop.profiling.Literals.Literal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SightingsTests {
    private static final String NORMALISED = "SELECT * FROM purchase WHERE status = $2 AND customer = $1";

    @Test
    void aConstantThatNeverChanges() {
        assertThat(literals(
                        NORMALISED,
                        "SELECT * FROM purchase WHERE status = 'OPEN' AND customer = 1",
                        "SELECT * FROM purchase WHERE status = 'OPEN' AND customer = 2",
                        "SELECT * FROM purchase WHERE status = 'OPEN' AND customer = 3"))
                .containsExactly(new Literal(7, 2, "'OPEN'"));
    }

    @Test
    void aParameterIsNoConstant() {
        String sent = "SELECT * FROM purchase WHERE status = 'it''s' AND customer = $1";

        assertThat(literals(NORMALISED, sent, sent, sent)).containsExactly(new Literal(7, 2, "'it''s'"));
    }

    @Test
    void twoExecutionsMayBeAlikeByChance() {
        String sent = "SELECT * FROM purchase WHERE status = 'OPEN' AND customer = 1";

        assertThat(literals(NORMALISED, sent, sent)).isEmpty();
    }

    @Test
    void oneExecutionSeenOftenIsOne() {
        var sightings = new Sightings();
        var same = new Sighting("1@1", 7, "SELECT 1");
        sightings.add(List.of(same, same, same, same));

        assertThat(sightings.literals(Map.of(7L, "SELECT $1"))).isEmpty();
    }

    @Test
    void aTextThatIsNotTheStatementsTellsNothing() {
        String sent = "SELECT * FROM purchase WHERE status = 'OPEN' /* cut o";

        assertThat(literals(NORMALISED, sent, sent, sent)).isEmpty();
    }

    @Test
    void listsAreLeftAlone() {
        assertThat(literals(
                        "SELECT * FROM purchase WHERE id IN ($1 /*, ... */) AND kind = $2",
                        "SELECT * FROM purchase WHERE id IN (1, 2) AND kind = -3",
                        "SELECT * FROM purchase WHERE id IN (1, 2) AND kind = -3",
                        "SELECT * FROM purchase WHERE id IN (1, 2) AND kind = -3"))
                .containsExactly(new Literal(7, 2, "-3"));
    }

    @Test
    void arePutBack() {
        var literals = new Literals(List.of(new Literal(7, 2, "'$1'"), new Literal(8, 1, "0")));

        assertThat(literals.into(7, NORMALISED))
                .isEqualTo("SELECT * FROM purchase WHERE status = '$1' AND customer = $1");
        assertThat(literals.into(9, NORMALISED)).isEqualTo(NORMALISED);
    }

    private static List<Literal> literals(String normalised, String... sent) {
        var sightings = new Sightings();
        for (int i = 0; i < sent.length; i++) {
            sightings.add(List.of(new Sighting("1@" + i, 7, sent[i])));
        }
        return sightings.literals(Map.of(7L, normalised));
    }
}
