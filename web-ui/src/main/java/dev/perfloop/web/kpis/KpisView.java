package dev.perfloop.web.kpis;

import java.util.List;

/**
 * How well monitoring works, of all targets together and of each.
 *
 * @param targets those that are watched or had an alert in the time, by name
 */
record KpisView(KpiView all, List<KpiView> targets) {}
