import { useEffect, useRef } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { useTheme } from '../session/theme';
import { plotOptions, type Plot } from './plotOptions';
import type { Columns } from './series';

interface PlotChartProps {
  title: string;
  columns: Columns;
  plot: Plot;
  height: number;
  /** Called with the index of the point under the cursor. */
  onPick?: (index: number) => void;
}

/** A chart whose axes are not seconds of a load: times of day, percentiles, rates. */
export function PlotChart({ title, columns, plot, height, onPick }: PlotChartProps) {
  const holder = useRef<HTMLDivElement>(null);
  const pick = useRef(onPick);
  const { theme } = useTheme();

  useEffect(() => {
    pick.current = onPick;
  }, [onPick]);

  useEffect(() => {
    const element = holder.current;
    if (!element) {
      return;
    }
    const chart = new uPlot(plotOptions(element, plot, height), columns, element);
    const clicked = () => {
      const index = chart.cursor.idx;
      if (index !== null && index !== undefined) {
        pick.current?.(index);
      }
    };
    chart.over.addEventListener('click', clicked);
    const watcher = new ResizeObserver(() => chart.setSize({ width: element.clientWidth, height }));
    watcher.observe(element);
    return () => {
      watcher.disconnect();
      chart.destroy();
    };
  }, [columns, plot, height, theme]);

  return <div className={`chart ${onPick ? 'is-pickable' : ''}`} role="img" aria-label={title} ref={holder} />;
}
