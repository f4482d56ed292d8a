package dev.perfloop.load.checks;

import java.util.Arrays;
import org.springframework.stereotype.Component;
import oshi.SystemInfo;
import oshi.hardware.CentralProcessor;
import oshi.hardware.CentralProcessor.TickType;

/** Reads what this machine's processors spent their time on. */
@Component
class Processors {
    private final CentralProcessor processor = new SystemInfo().getHardware().getProcessor();

    Look<ProcessorTime> read() {
        long[] ticks = processor.getSystemCpuLoadTicks();
        long all = Arrays.stream(ticks).sum();
        return all == 0
                ? new Look.Blind<>("This platform does not tell what its processors do.")
                : new Look.Seen<>(new ProcessorTime(all, ticks[TickType.STEAL.getIndex()]));
    }
}
