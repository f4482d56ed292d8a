import { describe, expect, it } from 'vitest';
import { captured, columnsOf, extents, formatOf, nameInWords } from './series';

const series = [
  { metric: 'host_cpu_share', points: [point(0.2, 0.5), point(2.1, 1)] },
  { metric: 'active_sessions', points: [point(0, 3), point(1, 5)] },
  { metric: 'gc_pause_seconds_total', points: [point(0, 7)] },
];

function point(second: number, value: number) {
  return { second, value };
}

describe('sampled series', () => {
  it('lie over each other by the second', () => {
    expect(columnsOf(series, ['host_cpu_share', 'active_sessions'])).toEqual([
      [0, 1, 2],
      [0.5, null, 1],
      [3, 5, null],
    ]);
    expect(captured(series, ['disk_busy_share', 'active_sessions'])).toEqual(['active_sessions']);
  });

  it('are summed up by what they reached, counters left out', () => {
    expect(extents(series)).toEqual([
      { metric: 'host_cpu_share', least: 0.5, mean: 0.75, most: 1 },
      { metric: 'active_sessions', least: 3, mean: 4, most: 5 },
    ]);
  });

  it('are named without it', () => {
    expect(nameInWords('host_io_wait_share')).toBe('Host I/O wait');
    expect(nameInWords('cpu_count')).toBe('CPU count');
  });

  it('are written in their unit', () => {
    expect(formatOf('host_cpu_share')(0.42)).toBe('42 %');
    expect(formatOf('heap_used_bytes')(94_236_064)).toBe('94.2 MB');
    expect(formatOf('disk_bytes_per_second')(2_500_000)).toBe('2.5 MB/s');
    expect(formatOf('disk_service_ms')(0.5)).toBe('0.5 ms');
    expect(formatOf('active_sessions')(4)).toBe('4');
  });
});
