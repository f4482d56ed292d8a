package dev.perfloop.profiling.jfr;

import dev.perfloop.profiling.JvmGlance;
import dev.perfloop.profiling.JvmSilent;
import dev.perfloop.target.JmxAccess;
import java.io.IOException;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import org.springframework.stereotype.Component;

/** Looks at a JVM over JMX without recording it. */
@Component
public class JvmGlances {

    /** @throws JvmSilent when it cannot be reached or does not tell */
    public JvmGlance look(JmxAccess access) throws JvmSilent {
        try (var door = JmxDoor.reach(access)) {
            return glance(door.beans());
        } catch (NoJmx unreached) {
            throw new JvmSilent(unreached.why());
        } catch (JMException | IOException | RuntimeException broken) {
            throw new JvmSilent("the JVM at " + access.address() + " does not tell: " + broken.getMessage());
        }
    }

    private static JvmGlance glance(MBeanServerConnection beans) throws JMException, IOException {
        var runtime = new ObjectName("java.lang:type=Runtime");
        var heap = (CompositeData) beans.getAttribute(new ObjectName("java.lang:type=Memory"), "HeapMemoryUsage");
        double pauses = 0;
        for (var collector : beans.queryNames(new ObjectName("java.lang:type=GarbageCollector,*"), null)) {
            pauses += number(beans.getAttribute(collector, "CollectionTime")) / 1000;
        }
        return new JvmGlance(
                (long) number(beans.getAttribute(runtime, "StartTime")),
                number(beans.getAttribute(runtime, "Uptime")) / 1000,
                number(heap.get("used")),
                number(heap.get("max")),
                pauses,
                number(beans.getAttribute(new ObjectName("java.lang:type=OperatingSystem"), "ProcessCpuLoad")),
                (int) number(beans.getAttribute(new ObjectName("java.lang:type=Threading"), "ThreadCount")));
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }
}
