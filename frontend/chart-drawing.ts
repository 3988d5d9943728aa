import {
  BarChart,
  CustomChart,
  LineChart,
  type BarSeriesOption,
  type CustomSeriesOption,
  type LineSeriesOption
} from 'echarts/charts';
import { GridComponent, MarkLineComponent, type GridComponentOption, type MarkLineComponentOption } from 'echarts/components';
import { init, use, type ComposeOption, type EChartsType } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import {
  barOf,
  boxOf,
  lastOf,
  rowsOf,
  shapeOf,
  stepOf,
  type Bars,
  type ChartData,
  type Heat,
  type Layout,
  type Lines,
  type Place,
  type Series
} from './chart-layout';

use([BarChart, CustomChart, GridComponent, LineChart, MarkLineComponent, SVGRenderer]);

type Option = ComposeOption<
  BarSeriesOption | CustomSeriesOption | GridComponentOption | LineSeriesOption | MarkLineComponentOption
>;
type Target = MarkLineComponentOption & NonNullable<LineSeriesOption['markLine']>;

/** Colours stay names: the picture is SVG, so the browser follows the scheme, on paper too, without its being drawn again. */
const token = (name: string): string => `var(--bl-${name})`;

const COLOURS = { MAIN: token('chart-1'), SECOND: token('chart-2'), QUIET: token('line-control') };

/** On a cell of each step. */
const ON_CELL = ['light', 'light', 'light', 'mid', 'dark', 'dark'].map((depth) => token(`chart-on-${depth}`));

const HALO = { textBorderColor: token('surface'), textBorderWidth: 3 };

const STRONG = 650;

/** See bl-chart.ts. The one place that knows ECharts. */
export class Drawing {
  private readonly chart: EChartsType;
  private shape = '';

  constructor(
    private readonly place: HTMLElement,
    private readonly font: string
  ) {
    this.chart = init(place, null, { renderer: 'svg', width: 1, height: 1 });
  }

  /** Nothing moves; of another set of figures of the same shape only what differs is drawn anew. */
  draw(data: ChartData, placed: Layout): void {
    const { width, height } = placed;
    const shape = shapeOf(data);
    if (this.chart.getWidth() !== width || this.chart.getHeight() !== height) {
      this.chart.resize({ width, height });
    }
    this.chart.setOption(this.option(data, placed), { notMerge: shape !== this.shape, lazyUpdate: false });
    this.shape = shape;
    // So that paper can make it smaller.
    this.place.querySelector('svg')?.setAttribute('viewBox', `0 0 ${width} ${height}`);
  }

  dispose(): void {
    this.chart.dispose();
  }

  private option(data: ChartData, placed: Layout): Option {
    const { left, right, top, bottom } = placed;
    const common: Option = {
      animation: false,
      textStyle: { fontFamily: this.font, fontSize: 12, color: token('text-secondary') },
      grid: { left, right, top, bottom, outerBoundsMode: 'none' }
    };
    if (data.kind === 'Heat') {
      return { ...common, ...heat(data, placed) };
    }
    return data.kind === 'Lines'
      ? { ...common, ...standing(data, placed), series: lines(data, placed) }
      : { ...common, ...(data.lying ? lying(data, placed) : standing(data, placed)), series: bars(data, placed) };
  }
}

const NO_LINE = { axisLine: { show: false }, axisTick: { show: false } };

const label = (placed: Layout): object => ({
  color: token('text-secondary'),
  fontSize: 12,
  width: placed.nameWidth,
  overflow: 'truncate',
  ellipsis: '…'
});

function standing(data: Lines | Bars, placed: Layout): Option {
  return {
    xAxis: {
      type: 'category',
      data: data.categories,
      boundaryGap: data.kind === 'Bars' || data.categories.length < 2,
      axisTick: { show: false },
      axisLine: { onZero: false, lineStyle: { color: token('line') } },
      axisLabel: {
        ...label(placed),
        margin: 9,
        interval: (index: number) => index % placed.every === 0,
        ...(data.kind === 'Lines' ? { alignMinLabel: 'left', alignMaxLabel: 'right' } : {})
      }
    },
    yAxis: amounts(placed, 8)
  };
}

function lying(data: Bars, placed: Layout): Option {
  return {
    xAxis: amounts(placed, 8),
    yAxis: {
      type: 'category',
      data: data.categories,
      inverse: true,
      axisTick: { show: false },
      axisLine: { onZero: false, lineStyle: { color: token('line') } },
      axisLabel: {
        ...label(placed),
        color: token('text'),
        margin: 10,
        interval: 0,
        overflow: 'break',
        lineHeight: 14,
        height: 28,
        lineOverflow: 'truncate'
      }
    }
  };
}

function amounts({ scale: { min, max, interval }, tick }: Layout, margin: number): object {
  return {
    type: 'value',
    min,
    max,
    interval,
    ...NO_LINE,
    splitLine: { lineStyle: { color: token('chart-grid') } },
    axisLabel: { color: token('text-secondary'), fontSize: 12, margin, formatter: tick, showMinLabel: true, showMaxLabel: true }
  };
}

/** Told apart by their lines: whole, dashed, dotted. */
function lines(data: Lines, placed: Layout): LineSeriesOption[] {
  return data.series.map((series, row) => {
    const { last } = lastOf(data);
    const colour = COLOURS[series.look];
    return {
      type: 'line',
      name: series.name,
      silent: true,
      animation: false,
      emphasis: { disabled: true },
      showAllSymbol: true,
      z: { MAIN: 5, SECOND: 4, QUIET: 3 }[series.look],
      lineStyle: {
        color: colour,
        width: series.look === 'MAIN' ? 2.5 : 2,
        type: { MAIN: 'solid' as const, SECOND: [7, 4], QUIET: [2, 3] }[series.look]
      },
      itemStyle: { color: colour, opacity: 1 },
      data: series.points.map(({ value, text }, index) => {
        const ending = row === 0 && index === last;
        return {
          value: value ?? '-',
          symbol: ending ? 'circle' : symbol(series, index),
          symbolSize: ending ? 8 : 5,
          label: {
            show: ending,
            position: 'right',
            distance: 7,
            formatter: () => text,
            color: token('text'),
            fontSize: 12,
            fontWeight: 700,
            ...HALO
          }
        };
      }),
      markLine: row === 0 ? target(data) : { data: [] }
    };
  });
}

/** A figure between two gaps has no line to be seen by. */
function symbol({ look, points }: Series, index: number): string {
  const alone = (points[index - 1]?.value ?? null) === null && (points[index + 1]?.value ?? null) === null;
  return alone ? (look === 'SECOND' ? 'diamond' : 'circle') : 'none';
}

/** Told apart by what fills them: whole, a frame only, pale with a frame. */
function bars(data: Bars, placed: Layout): BarSeriesOption[] {
  const { width, height, left, right, top, bottom } = placed;
  const band = (data.lying ? height - top - bottom : width - left - right) / Math.max(1, data.categories.length);
  const { thick } = barOf(data, 0, band);
  return data.series.map((series, row) => {
    const colour = COLOURS[series.look];
    return {
      type: 'bar',
      name: series.name,
      silent: true,
      animation: false,
      emphasis: { disabled: true },
      barWidth: thick - (data.series.length > 1 ? 2 : 0),
      barGap: data.series.length > 1 ? `${(200 / thick).toFixed(1)}%` : '0%',
      itemStyle: {
        color: { MAIN: colour, SECOND: token('surface'), QUIET: token('chart-quiet') }[series.look],
        borderColor: colour,
        borderWidth: { MAIN: 0, SECOND: 2, QUIET: 1 }[series.look],
        borderRadius: data.lying ? [0, 4, 4, 0] : [4, 4, 0, 0]
      },
      data: series.points.map(({ value, text }, index) => ({
        value: value ?? '-',
        label: {
          show: placed.figures,
          position: data.lying ? 'right' : 'top',
          distance: data.lying ? 8 : 4,
          offset: data.lying ? atTheEdge(data, { index, row }, placed) : aboveTheLine(data, { index, row }, placed),
          formatter: () => text,
          color: series.look === 'QUIET' ? token('text-quiet') : token('text'),
          fontSize: 12,
          fontWeight: series.look === 'MAIN' ? STRONG : 450,
          ...HALO
        }
      })),
      markLine: row === 0 ? target(data) : { data: [] }
    };
  });
}

/** The figures of lying bars stand under each other. */
function atTheEdge(data: Bars, at: Place, placed: Layout): [number, number] {
  const { x, width } = boxOf(data, at, placed);
  return [placed.width - placed.right - x - width, 0];
}

/** A figure at the top of a bar that the target's line would strike through stands over it. */
function aboveTheLine(data: Bars, at: Place, placed: Layout): [number, number] {
  const { height, top, bottom, scale } = placed;
  const over = boxOf(data, at, placed).y;
  const share = data.target ? (data.target.value - scale.min) / (scale.max - scale.min) : 0;
  const line = top + (1 - share) * (height - top - bottom);
  return [0, line <= over && line > over - 20 ? line - over : 0];
}

function target(data: Lines | Bars): Target {
  if (!data.target) {
    return { data: [] };
  }
  const { value, word } = data.target;
  const across = data.kind === 'Bars' && data.lying;
  return {
    silent: true,
    animation: false,
    symbol: 'none',
    lineStyle: { color: token('chart-2'), width: 1.5, type: [5, 4] },
    label: {
      show: across,
      formatter: () => word,
      position: 'start',
      distance: 4,
      color: token('near-fg'),
      fontSize: 12,
      fontWeight: STRONG,
      ...HALO
    },
    data: [across ? { xAxis: value } : { yAxis: value }]
  };
}

function heat(data: Heat, placed: Layout): Option {
  const cells = rowsOf(data).flatMap((row, at) => row.map((_, index) => [index, at]));
  return {
    xAxis: {
      type: 'category',
      data: data.columns,
      position: 'top',
      ...NO_LINE,
      axisLabel: {
        color: token('text-secondary'),
        fontSize: 12,
        margin: 7,
        interval: (index: number) => index % placed.every === 0
      }
    },
    yAxis: {
      type: 'category',
      inverse: true,
      ...NO_LINE,
      data: data.rows.map(({ name, marked }) => ({
        value: name,
        textStyle: { align: 'left' as const, color: token(marked ? 'text' : 'text-secondary'), fontWeight: marked ? 750 : 450 }
      })),
      axisLabel: {
        fontSize: 12,
        margin: placed.left,
        interval: 0,
        width: placed.nameWidth,
        overflow: 'truncate',
        ellipsis: '…'
      }
    },
    series: [
      {
        type: 'custom',
        silent: true,
        animation: false,
        data: cells,
        renderItem: (_, api) => {
          const at = { index: Number(api.value(0)), row: Number(api.value(1)) };
          const point = rowsOf(data)[at.row]?.[at.index];
          const box = boxOf(data, at, placed);
          const step = point && point.value !== null ? stepOf(data, point.value) : -1;
          const fits = (point?.text.length ?? 0) * 7 + 2 <= box.width;
          return {
            type: 'rect',
            shape: { ...box, r: 4 },
            style: step < 0 ? { fill: 'none', stroke: token('chart-grid') } : { fill: token(`chart-h${step}`) },
            textConfig: { position: 'inside' },
            textContent: {
              type: 'text',
              style: {
                text: step < 0 || !fits ? '' : point?.text,
                fill: ON_CELL[Math.max(0, step)],
                fontSize: 12,
                fontFamily: api.font({}).split('px ')[1],
                fontWeight: 550
              }
            }
          };
        }
      }
    ]
  };
}
