/** What id.balairung.common.ui.ChartData is here, and where everything of it stands: pure reckoning, in CSS pixels. */
export interface Point {
  value: number | null;
  text: string;
  n: string;
  href: string;
}

export interface Series {
  name: string;
  look: 'MAIN' | 'SECOND' | 'QUIET';
  points: Point[];
}

interface Axis {
  unit: string;
  least: number | null;
  most: number | null;
}

interface Shown {
  summary: string;
  heading: string;
  axis: Axis;
}

interface OfCategories extends Shown {
  categories: string[];
  series: Series[];
  target: { value: number; word: string } | null;
}

export interface Lines extends OfCategories {
  kind: 'Lines';
  every: number;
}

export interface Bars extends OfCategories {
  kind: 'Bars';
  lying: boolean;
}

export interface Heat extends Shown {
  kind: 'Heat';
  columns: string[];
  rows: { name: string; marked: boolean; cells: Point[] }[];
}

export type ChartData = Lines | Bars | Heat;

/** A point: its category or column, and its series or row. */
export interface Place {
  index: number;
  row: number;
}

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** How text is measured. */
export type Measure = (text: string) => number;

/** Room that a row of a heat map and a line of lying bars take. */
const HEAT_ROW = 25;
const BAR_ROW = 34;

/** Room for a line of text at the edge. */
const TEXT = 22;

/** Between the cells of a heat map. */
const SEAM = 2;

const STEPS = 6;

export const columnsOf = (data: ChartData): string[] => (data.kind === 'Heat' ? data.columns : data.categories);

export const rowsOf = (data: ChartData): Point[][] =>
  data.kind === 'Heat' ? data.rows.map(({ cells }) => cells) : data.series.map(({ points }) => points);

export const rowName = (data: ChartData, row: number): string =>
  (data.kind === 'Heat' ? data.rows[row]?.name : data.series[row]?.name) ?? '';

export const pointAt = (data: ChartData, at?: Place): Point | undefined => at && rowsOf(data)[at.row]?.[at.index];

export const isEmpty = (data: ChartData): boolean => rowsOf(data).every((row) => row.every(({ value }) => value === null));

/** Where a category's and a series' names part: two charts of one shape differ in their figures only. */
export const shapeOf = (data: ChartData): string =>
  [data.kind, data.kind === 'Bars' && data.lying, columnsOf(data).length, rowsOf(data).length].join();

/** The height that the data ask for; undefined when any will do. */
export function heightOf(data: ChartData): number | undefined {
  if (data.kind === 'Heat') {
    return TEXT + data.rows.length * HEAT_ROW;
  }
  return data.kind === 'Bars' && data.lying
    ? data.categories.length * Math.max(BAR_ROW, data.series.length * 16 + 8) + TEXT + top(data)
    : undefined;
}

/** Of the six steps of a heat map, each as wide as the others. */
export function stepOf(data: Heat, value: number): number {
  const least = data.axis.least ?? 0;
  const most = data.axis.most ?? Math.max(...data.rows.flatMap(({ cells }) => cells.map((cell) => cell.value ?? least)));
  return most > least ? Math.min(STEPS - 1, Math.max(0, Math.floor(((value - least) / (most - least)) * STEPS))) : 0;
}

interface Scale {
  min: number;
  max: number;
  interval: number;
  ticks: number[];
}

export interface Layout {
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
  scale: Scale;
  tick: (value: number) => string;
  /** Each so manieth category is named. */
  every: number;
  /** Room for a category's name. */
  nameWidth: number;
  /** There is room for the figure of each bar. */
  figures: boolean;
}

export function layout(data: ChartData, width: number, height: number, measure: Measure, language: string): Layout {
  return data.kind === 'Heat' ? heatLayout(data, width, height, measure) : lineLayout(data, width, height, measure, language);
}

function heatLayout(data: Heat, width: number, height: number, measure: Measure): Layout {
  const left = Math.min(width * 0.4, widest(data.rows.map(({ name }) => name), measure) + 12);
  const column = (width - left) / Math.max(1, data.columns.length);
  return {
    width,
    height,
    left,
    right: 0,
    top: TEXT,
    bottom: 0,
    scale: { min: 0, max: 1, interval: 1, ticks: [] },
    tick: String,
    every: Math.ceil((widest(data.columns, measure) + 6) / column),
    nameWidth: left - 12,
    figures: true
  };
}

function lineLayout(data: Lines | Bars, width: number, height: number, measure: Measure, language: string): Layout {
  const lying = data.kind === 'Bars' && data.lying;
  const above = top(data);
  const bottom = TEXT + 2;
  const scale = scaleOf(data, lying ? width * 0.6 : height - above - bottom, lying ? 70 : 40);
  const digits = Math.max(0, -Math.floor(Math.log10(scale.interval)));
  const format = new Intl.NumberFormat(language, { maximumFractionDigits: digits });
  const tick = (value: number): string => format.format(value);
  const common = { width, height, top: above, bottom, scale, tick };
  const names = widest(data.categories, measure);
  const figure = widest(data.series.flatMap(({ points }) => points.map(({ text }) => text)), measure);
  if (lying) {
    // No word is parted.
    const word = widest(data.categories.flatMap((name) => name.split(' ')), measure);
    const left = Math.min(width * 0.5, names + 10, Math.max(width * 0.4, word + 10));
    const right = Math.min(width * 0.3, figure + 14);
    return { ...common, left, right, every: 1, nameWidth: left - 10, figures: true };
  }
  const left = widest(scale.ticks.map(tick), measure) + 10;
  const { last, text } = lastOf(data);
  const count = Math.max(1, data.categories.length);
  const share = count > 1 ? last / (count - 1) : 0.5;
  const beside = data.kind === 'Lines' && text ? measure(text) + 20 : 0;
  const right = Math.max(8, beside - (1 - share) * (width - left - 8));
  const band = (width - left - right) / (data.kind === 'Lines' ? Math.max(1, count - 1) : count);
  const nameWidth = Math.min(names, Math.max(96, band - 8));
  // The first and the last name don't stand beyond the axis.
  const room = data.kind === 'Lines' ? nameWidth * 1.5 + 8 : nameWidth + 8;
  const each = data.kind === 'Lines' ? data.every : 1;
  const every = each * Math.ceil(room / (band * each));
  const figures = data.kind === 'Bars' && figure <= (data.series.length > 1 ? barOf(data, 0, band).thick : band);
  return { ...common, left, right, every, nameWidth, figures };
}

function top(data: Lines | Bars): number {
  return data.kind === 'Bars' && data.lying ? (data.target ? 20 : 4) : data.axis.unit || data.kind === 'Bars' || targetAbove(data) ? 24 : 10;
}

/** The end of the first series, which says its value. */
export function lastOf(data: Lines | Bars): { last: number; text: string } {
  const points = data.series[0]?.points ?? [];
  const last = points.findLastIndex(({ value }) => value !== null);
  return { last, text: points[last]?.text ?? '' };
}

/** Over standing bars stand their figures, so the target's word is in the legend. */
export const targetInLegend = (data: ChartData): string => (data.kind === 'Bars' && !data.lying && data.target?.word) || '';

/** Lines go anywhere, so the target's word stands above them all. */
export const targetAbove = (data: ChartData): string => (data.kind === 'Lines' && data.target?.word) || '';

function scaleOf(data: Lines | Bars, room: number, apart: number): Scale {
  const values = data.series.flatMap(({ points }) => points.map(({ value }) => value).filter((value) => value !== null));
  const all = data.target ? [...values, data.target.value] : values;
  const low = data.axis.least ?? Math.min(0, ...all);
  const high = Math.max(data.axis.most ?? Math.max(0, ...all), low + Number.EPSILON);
  const interval = round((high - low || 1) / Math.max(1, Math.floor(room / apart)), values.every(Number.isInteger) ? 1 : 0);
  const min = data.axis.least ?? Math.floor(low / interval) * interval;
  const max = data.axis.most ?? Math.max(min + interval, Math.ceil(high / interval) * interval);
  const first = Math.ceil(min / interval);
  const ticks = Array.from({ length: Math.floor(max / interval) - first + 1 }, (_, step) => (first + step) * interval);
  return { min, max, interval, ticks };
}

/** The next of 1, 2, 5, 10 and so on. */
function round(least: number, smallest: number): number {
  const ten = 10 ** Math.floor(Math.log10(Math.max(least, smallest)));
  return Math.max(smallest, [1, 2, 5, 10].map((factor) => factor * ten).find((step) => step >= least * 0.999) ?? ten);
}

function widest(texts: string[], measure: Measure): number {
  return Math.ceil(Math.max(0, ...texts.map(measure))) + 3;
}

/** Where a point is drawn: a cell, a bar, or around a point of a line. */
export function boxOf(data: ChartData, at: Place, placed: Layout): Box {
  const { width, height, left, right, top: above, bottom, scale } = placed;
  const wide = width - left - right;
  const high = height - above - bottom;
  const count = columnsOf(data).length;
  if (data.kind === 'Heat') {
    const column = wide / count;
    const row = high / data.rows.length;
    return {
      x: left + at.index * column + SEAM / 2,
      y: above + at.row * row + SEAM / 2,
      width: column - SEAM,
      height: row - SEAM
    };
  }
  const value = data.series[at.row]?.points[at.index]?.value ?? scale.min;
  const share = Math.min(1, Math.max(0, (value - scale.min) / (scale.max - scale.min)));
  if (data.kind === 'Lines') {
    const x = left + (count > 1 ? (at.index / (count - 1)) * wide : wide / 2);
    return { x: x - 6, y: above + (1 - share) * high - 6, width: 12, height: 12 };
  }
  const { offset, thick } = barOf(data, at.row, (data.lying ? high : wide) / count);
  return data.lying
    ? { x: left, y: above + (at.index / count) * high + offset, width: share * wide, height: thick }
    : { x: left + (at.index / count) * wide + offset, y: above + (1 - share) * high, width: thick, height: share * high };
}

/** Bars of one category stand side by side in the middle of their band. */
export function barOf(data: Bars, row: number, band: number): { offset: number; thick: number } {
  const many = data.series.length;
  const thick = Math.min(28, (band * 0.72) / many);
  return { offset: (band - thick * many) / 2 + row * thick, thick };
}

/** The point that is meant by a place in the picture. */
export function meant(data: ChartData, x: number, y: number, placed: Layout): Place | undefined {
  const count = columnsOf(data).length;
  const places = rowsOf(data).flatMap((points, row) =>
    points.flatMap((point, index) => (point.value === null ? [] : [{ index, row }]))
  );
  const far = (at: Place): number => {
    const box = boxOf(data, at, placed);
    return data.kind === 'Lines'
      ? Math.abs(box.x + box.width / 2 - x) * 1000 + Math.abs(box.y + box.height / 2 - y)
      : outside(box, x, y);
  };
  if (count === 0 || x < placed.left - 12 || y < placed.top - 12 || y > placed.height - placed.bottom + 4) {
    return undefined;
  }
  return places.reduce<Place | undefined>((best, at) => (best && far(best) <= far(at) ? best : at), undefined);
}

/** How far a place is from a box; the way along a bar counts least. */
function outside(box: Box, x: number, y: number): number {
  return Math.hypot(Math.max(box.x - x, 0, x - box.x - box.width), Math.max(box.y - y, 0, y - box.y - box.height));
}

/** The next point with a figure in a direction; the same when there is none. */
export function next(data: ChartData, at: Place, by: { index?: number; row?: number }): Place {
  const rows = rowsOf(data);
  let to = at;
  do {
    to = { index: to.index + (by.index ?? 0), row: to.row + (by.row ?? 0) };
    if ((rows[to.row]?.[to.index]?.value ?? null) !== null) {
      return to;
    }
  } while (rows[to.row]?.[to.index]);
  return at;
}

/** The first or last point of a row with a figure. */
export function end(data: ChartData, row: number, last: boolean): Place | undefined {
  const has = ({ value }: Point): boolean => value !== null;
  const points = rowsOf(data)[row] ?? [];
  const index = last ? points.findLastIndex(has) : points.findIndex(has);
  return index < 0 ? undefined : { index, row };
}
