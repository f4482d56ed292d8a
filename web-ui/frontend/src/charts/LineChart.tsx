import { useEffect, useRef } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { useTheme } from '../session/theme';
import type { Columns } from './series';

export interface ChartLine {
  label: string;
  /** A Carbon colour token, so that the line follows the theme. */
  token: string;
  dashed?: boolean;
}

interface LineChartProps {
  title: string;
  columns: Columns;
  lines: ChartLine[];
  height: number;
  format: (value: number) => string;
}

export function LineChart({ title, columns, lines, height, format }: LineChartProps) {
  const holder = useRef<HTMLDivElement>(null);
  const chart = useRef<uPlot | null>(null);
  const latest = useRef(columns);
  const { theme } = useTheme();

  useEffect(() => {
    const element = holder.current;
    if (!element) {
      return;
    }
    const made = new uPlot(optionsOf(element, lines, height, format), latest.current, element);
    chart.current = made;
    const watcher = new ResizeObserver(() => made.setSize({ width: element.clientWidth, height }));
    watcher.observe(element);
    return () => {
      watcher.disconnect();
      made.destroy();
      chart.current = null;
    };
  }, [lines, height, format, theme]);

  useEffect(() => {
    latest.current = columns;
    chart.current?.setData(columns);
  }, [columns]);

  return <div className="chart" role="img" aria-label={title} ref={holder} />;
}

function optionsOf(
  element: HTMLElement,
  lines: ChartLine[],
  height: number,
  format: (value: number) => string,
): uPlot.Options {
  const style = getComputedStyle(element);
  const colour = (token: string) => style.getPropertyValue(token).trim();
  const axis = {
    stroke: colour('--cds-text-secondary'),
    font: "11px 'IBM Plex Sans', sans-serif",
    grid: { stroke: colour('--cds-border-subtle-01'), width: 1 },
    ticks: { show: false },
  };
  return {
    width: element.clientWidth,
    height,
    cursor: { points: { size: 6 }, drag: { x: true, y: false } },
    scales: { x: { time: false }, y: { range: (_chart, _min, max) => [0, Math.max(max, 1) * 1.1] } },
    axes: [
      { ...axis, size: 28, values: (_chart, ticks) => ticks.map((second) => `${second} s`) },
      { ...axis, size: 64, values: (_chart, ticks) => ticks.map(format) },
    ],
    series: [
      { label: 'Second', value: (_chart, value: number | null) => (value === null ? '–' : `${value} s`) },
      ...lines.map(({ label, token, dashed }) => ({
        label,
        stroke: colour(token),
        width: 1.5,
        points: { show: false },
        spanGaps: true,
        ...(dashed ? { dash: [5, 4] } : {}),
        value: (_chart: uPlot, value: number | null) => (value === null ? '–' : format(value)),
      })),
    ],
  };
}
