package dev.perfloop.analysis;

import dev.perfloop.analysis.Proposal.SetParameter;
import dev.perfloop.profiling.ParameterRights.Parameter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Says of a proposed parameter whether Perfloop may set it, and where, or why it is work for a person. */
final class ByWhom {
    private static final Pattern MEMORY = Pattern.compile("(\\d+)\\s*(kB|MB|GB)");
    private static final Map<String, Long> UNITS = Map.of("kB", 1L << 10, "MB", 1L << 20, "GB", 1L << 30);

    private ByWhom() {}

    static Finding of(Finding finding, Workload workload) {
        return finding.proposal() instanceof SetParameter parameter
                ? finding.proposing(of(parameter, workload))
                : finding;
    }

    private static SetParameter of(SetParameter parameter, Workload workload) {
        if (parameter.restart()) {
            return parameter.leftToPeople("it takes a restart of the server");
        }
        var rights = workload.captured().rights().of(parameter.name());
        if (rights.isEmpty()) {
            return parameter.leftToPeople(
                    "what it may cost, in disk or safety, is more than the server tells, so Perfloop does not set it");
        }
        if (rights.get().reach() == null) {
            return parameter.leftToPeople(rights.get().why());
        }
        return overMemory(parameter, workload)
                .map(parameter::leftToPeople)
                .orElseGet(() -> at(parameter, rights.get()));
    }

    private static SetParameter at(SetParameter parameter, Parameter rights) {
        return rights.reach() == null ? parameter : parameter.at(rights.reach());
    }

    private static Optional<String> overMemory(SetParameter parameter, Workload workload) {
        if (!parameter.name().toLowerCase(Locale.ROOT).equals("work_mem")) {
            return Optional.empty();
        }
        var value = MEMORY.matcher(parameter.value());
        return value.matches() && UNITS.get(value.group(2)) instanceof Long unit
                ? new MemoryGuard(workload).against(Long.parseLong(value.group(1)) * unit)
                : Optional.of("how much " + parameter.value() + " is could not be told");
    }
}
