package dev.perfloop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "demo --help",
                "run start -h",
                "target apply --help",
                "schedule add --help",
                "alert mute --help",
                "bench --help",
                "help demo"
            })
    void everyCommandShowsItsHelp(String line) {
        var said = new StringWriter();
        var commands = Main.commands().setOut(new PrintWriter(said));

        assertThat(commands.execute(line.split(" "))).isZero();

        assertThat(said.toString()).startsWith("Usage: perfloop").contains("--help");
    }
}
