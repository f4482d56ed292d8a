package dev.perfloop.loadtests;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * How much of the machine's processor time this process used, 0 to 1 over all cores; sampled about once a second. A test
 * that was ended in its warm-up has nothing but that to tell of.
 */
final class GeneratorCpu {
    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private long lastCpuNanos = system.getProcessCpuTime();
    private long lastNanos = System.nanoTime();
    private final CpuLimit limit = CpuLimit.ofThisProcess();
    private double sum;
    private double max;
    private int samples;
    private double warmUpSum;
    private int warmUpSamples;

    void sample(boolean measuring) {
        limit.sample(measuring);
        long cpu = system.getProcessCpuTime();
        long now = System.nanoTime();
        double share = (double) (cpu - lastCpuNanos) / (now - lastNanos) / system.getAvailableProcessors();
        lastCpuNanos = cpu;
        lastNanos = now;
        if (measuring) {
            sum += share;
            max = Math.max(max, share);
            samples++;
        } else {
            warmUpSum += share;
            warmUpSamples++;
        }
    }

    double mean() {
        if (samples > 0) {
            return sum / samples;
        }
        return warmUpSamples == 0 ? 0 : warmUpSum / warmUpSamples;
    }

    CpuLimit limit() {
        return limit;
    }

    double max() {
        return max;
    }
}
