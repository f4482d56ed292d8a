import uPlot from 'uplot';
import { apart } from './ticks';

export interface PlotLine {
  label: string;
  /** A colour token, so that the line follows the theme. */
  token: string;
  dashed?: boolean;
  /** A mark at each measured point: where they are few, or far between. */
  points?: boolean;
  /** In steps, with the ground under them filled. */
  stepped?: boolean;
  /** Where there is no value there is no line; else it goes on to the next one. */
  broken?: boolean;
}

export interface PlotAxis {
  label: string;
  format: (value: number) => string;
  log?: boolean;
  time?: boolean;
  /** Where ticks stand; else where they fit. */
  splits?: number[];
}

/** Something to be seen at one place of the x axis. */
export interface PlotMark {
  at: number;
  token: string;
  dashed?: boolean;
}

/** Values that are usual, at each point of the x axis; null where that is not known. */
export interface PlotBand {
  low: (number | null)[];
  high: (number | null)[];
  token: string;
}

/** A stretch of the x axis; without an end it goes on. */
export interface PlotSpan {
  from: number;
  to: number | null;
  token: string;
}

/** A value that others are held against. */
export interface PlotLevel {
  at: number;
  token: string;
}

export interface Plot {
  lines: PlotLine[];
  x: PlotAxis;
  y: PlotAxis;
  marks?: PlotMark[];
  band?: PlotBand | null;
  spans?: PlotSpan[];
  levels?: PlotLevel[];
}

/** By its number: the enum is not there at run time. */
// eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment
const LOGARITHMIC: uPlot.Scale.Distr = 3;
/** Pixels that a moment takes, with room beside it. */
const WIDE_TICK = 95;
/** At the right edge half of it stands beyond the axis, where uPlot leaves 25 pixels by itself. */
const TIME_PADDING: uPlot.Padding = [null, WIDE_TICK / 2, null, null];
const FONT = "11px 'IBM Plex Sans', sans-serif";

export function plotOptions(
  element: HTMLElement,
  { lines, x, y, marks = [], band = null, spans = [], levels = [] }: Plot,
  height: number,
): uPlot.Options {
  const style = getComputedStyle(element);
  const colour = (token: string) => style.getPropertyValue(token).trim();
  const axisOf = ({ format, splits, label, time }: PlotAxis, size: number): uPlot.Axis => ({
    stroke: colour('--cds-text-secondary'),
    font: FONT,
    grid: { stroke: colour('--cds-border-subtle-01'), width: 1 },
    ticks: { show: false },
    size,
    label,
    labelFont: FONT,
    labelSize: 20,
    // Of a logarithmic axis only some ticks have a figure; the others come as null.
    values: (_chart, ticks) => (ticks as (number | null)[]).map((tick) => (tick === null ? '' : format(tick))),
    ...(time ? { space: WIDE_TICK } : {}),
    ...(splits ? { splits: ({ bbox }) => apart(splits, bbox.width / devicePixelRatio) } : {}),
  });
  return {
    width: element.clientWidth,
    height,
    ...(x.time ? { padding: TIME_PADDING } : {}),
    cursor: { points: { size: 6 }, drag: { x: true, y: false } },
    scales: {
      x: { time: x.time ?? false, ...(x.log ? { distr: LOGARITHMIC } : {}) },
      y: y.log ? { distr: LOGARITHMIC } : { range: (_chart, _min, max) => [0, highest(max, levels)] },
    },
    axes: [axisOf(x, 28), axisOf(y, 58)],
    series: [
      { label: x.label, value: (_chart, value: number | null) => (value === null ? '–' : x.format(value)) },
      ...lines.map((line) => seriesOf(line, colour(line.token), y.format)),
    ],
    hooks: {
      drawAxes: [
        (chart) => {
          spans.forEach((span) => drawSpan(chart, span, colour(span.token)));
          if (band) {
            drawBand(chart, band, colour(band.token));
          }
        },
      ],
      draw: [
        (chart) => {
          levels.forEach((level) => drawLevel(chart, level, colour(level.token)));
          marks.forEach((mark) => drawMark(chart, mark, colour(mark.token)));
        },
      ],
    },
  };
}

function seriesOf(
  { label, dashed, points, stepped, broken }: PlotLine,
  colour: string,
  format: (value: number) => string,
): uPlot.Series {
  const steps = stepped ? uPlot.paths.stepped?.({ align: 1 }) : undefined;
  return {
    label,
    stroke: colour,
    width: 1.5,
    points: { show: points ?? false, size: 7, fill: colour },
    spanGaps: !broken,
    ...(dashed ? { dash: [5, 4] } : {}),
    ...(steps ? { paths: steps, fill: `${colour}26` } : {}),
    value: (_chart, value: number | null) => (value === null ? '–' : format(value)),
  };
}

/** What values are held against shall be seen as well, but not squeeze them to a line at the bottom. */
export function highest(max: number, levels: PlotLevel[]): number {
  const seen = levels.map(({ at }) => at).filter((at) => at <= 4 * max);
  const top = Math.max(max, ...seen);
  return top > 0 ? top * 1.1 : 1;
}

function drawBand(chart: uPlot, { low, high }: PlotBand, colour: string): void {
  const { ctx, bbox } = chart;
  const within = (y: number) => Math.min(bbox.top + bbox.height, Math.max(bbox.top, y));
  const [xs] = chart.data;
  ctx.save();
  ctx.beginPath();
  ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
  ctx.clip();
  ctx.fillStyle = `${colour}26`;
  xs.forEach((at, i) => {
    const top = high[i];
    const bottom = low[i];
    if (top === null || top === undefined || bottom === null || bottom === undefined) {
      return;
    }
    // A step reaches to the next point; whole pixels, so that neighbours neither overlap nor leave a seam.
    const from = Math.round(chart.valToPos(at, 'x', true));
    const next = xs[i + 1] ?? at + (at - (xs[i - 1] ?? at));
    const upper = within(chart.valToPos(top, 'y', true));
    ctx.fillRect(
      from,
      upper,
      Math.round(chart.valToPos(next, 'x', true)) - from,
      within(chart.valToPos(bottom, 'y', true)) - upper,
    );
  });
  ctx.restore();
}

function drawSpan(chart: uPlot, { from, to }: PlotSpan, colour: string): void {
  const { ctx, bbox } = chart;
  const within = (x: number) => Math.min(bbox.left + bbox.width, Math.max(bbox.left, x));
  const left = within(chart.valToPos(from, 'x', true));
  const right = to === null ? bbox.left + bbox.width : within(chart.valToPos(to, 'x', true));
  if (right <= bbox.left || left >= bbox.left + bbox.width) {
    return;
  }
  ctx.save();
  ctx.fillStyle = `${colour}2e`;
  ctx.fillRect(left, bbox.top, Math.max(2 * devicePixelRatio, right - left), bbox.height);
  ctx.restore();
}

function drawLevel(chart: uPlot, { at }: PlotLevel, colour: string): void {
  const { ctx, bbox } = chart;
  const y = chart.valToPos(at, 'y', true);
  if (y < bbox.top || y > bbox.top + bbox.height) {
    return;
  }
  ctx.save();
  ctx.strokeStyle = colour;
  ctx.lineWidth = 1.5 * devicePixelRatio;
  ctx.setLineDash([6 * devicePixelRatio, 3 * devicePixelRatio]);
  ctx.beginPath();
  ctx.moveTo(bbox.left, y);
  ctx.lineTo(bbox.left + bbox.width, y);
  ctx.stroke();
  ctx.restore();
}

function drawMark(chart: uPlot, { at, dashed }: PlotMark, colour: string): void {
  const { ctx, bbox } = chart;
  const x = chart.valToPos(at, 'x', true);
  if (x < bbox.left || x > bbox.left + bbox.width) {
    return;
  }
  ctx.save();
  ctx.strokeStyle = colour;
  ctx.lineWidth = 1.5 * devicePixelRatio;
  ctx.setLineDash(dashed ? [4 * devicePixelRatio, 3 * devicePixelRatio] : []);
  ctx.beginPath();
  ctx.moveTo(x, bbox.top);
  ctx.lineTo(x, bbox.top + bbox.height);
  ctx.stroke();
  ctx.restore();
}
