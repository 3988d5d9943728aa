import { html, nothing, svg, type TemplateResult } from 'lit';
import { columnsOf, pointAt, rowName, rowsOf, type ChartData, type Place, type Point, type Series } from './chart-layout';

const SPARK = { width: 66, height: 18 };

/** As the series is drawn. */
export function swatch({ kind }: ChartData, { look }: Series): TemplateResult {
  return html`<svg
    class="swatch ${look.toLowerCase()} ${kind.toLowerCase()}"
    width="18"
    height="12"
    viewBox="0 0 18 12"
    aria-hidden="true"
  >
    ${kind === 'Lines' ? svg`<path d="M1 6H17" />` : svg`<rect x="2" y="1" width="14" height="10" rx="3" />`}
  </svg>`;
}

/** As the target is drawn. */
export const goalSwatch = (): TemplateResult =>
  html`<svg class="swatch target" width="18" height="12" viewBox="0 0 18 12" aria-hidden="true"><path d="M1 6H17" /></svg>`;

/** What stands at a point, and beside it in the other series. */
export function note(data: ChartData, at: Place): TemplateResult {
  const column = columnsOf(data)[at.index];
  if (data.kind === 'Heat') {
    const point = pointAt(data, at);
    return html`<b>${rowName(data, at.row)}, ${column}</b>
      <span class="line"><b>${point?.text}</b><small>${point?.n}</small></span>`;
  }
  return html`<b>${column}</b>
    ${data.series.map((series, row) => {
      const point = series.points[at.index];
      return point && point.value !== null
        ? html`<span class="line ${row === at.row ? 'here' : ''}">
            ${swatch(data, series)}<span class="who">${series.name}</span><b>${point.text}</b><small>${point.n}</small>
          </span>`
        : nothing;
    })}
    ${data.target ? html`<small>${data.target.word}</small>` : nothing}`;
}

/** The same in figures. Links are reached by Tab while the table is seen. */
export function numbers(data: ChartData, label: string, seen: boolean): TemplateResult {
  const columns = columnsOf(data);
  const rows = rowsOf(data);
  const caption = html`<caption class="bl-sr">
    ${[label, data.axis.unit, data.kind !== 'Heat' && data.target?.word].filter(Boolean).join(', ')}
  </caption>`;
  // As it is read: a heat map as it is drawn, series beside each other.
  return data.kind === 'Heat'
    ? html`<table class="bl-table">
        ${caption}
        <thead>
          <tr>
            <th scope="col">${data.heading}</th>
            ${columns.map((column) => html`<th scope="col" class="r">${column}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${data.rows.map(
            ({ name, marked, cells }, row) =>
              html`<tr>
                <th scope="row">${marked ? html`<b>${name}</b>` : name}</th>
                ${cells.map((point, index) => cell(point, { index, row }, seen))}
              </tr>`
          )}
        </tbody>
      </table>`
    : html`<table class="bl-table">
        ${caption}
        <thead>
          <tr>
            <th scope="col">${data.heading}</th>
            ${data.series.map(({ name }) => html`<th scope="col" class="r">${name}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${columns.map(
            (column, index) =>
              html`<tr>
                <th scope="row">${column}</th>
                ${rows.map((points, row) => (points[index] ? cell(points[index], { index, row }, seen) : nothing))}
              </tr>`
          )}
        </tbody>
      </table>`;
}

function cell({ text, n, href }: Point, { index, row }: Place, seen: boolean): TemplateResult {
  return html`<td class="r">
    ${href ? html`<a href=${href} data-at="${row}.${index}" tabindex=${seen ? nothing : -1}>${text}</a>` : text}
    ${n ? html`<small>${n}</small>` : nothing}
  </td>`;
}

/** The first row as a line without axes. */
export function spark(data: ChartData): TemplateResult {
  const points = rowsOf(data)[0] ?? [];
  const values = points.map(({ value }) => value).filter((value) => value !== null);
  const low = data.axis.least ?? Math.min(...values);
  const high = data.axis.most ?? Math.max(...values);
  const x = (index: number): number => 2 + (index / Math.max(1, points.length - 1)) * (SPARK.width - 7);
  const y = (value: number): number =>
    high > low ? 4 + ((high - value) / (high - low)) * (SPARK.height - 8) : SPARK.height / 2;
  let pen = 'M';
  const path = points
    .map(({ value }, index) => {
      const step = value === null ? '' : `${pen}${x(index).toFixed(1)} ${y(value).toFixed(1)}`;
      pen = value === null ? 'M' : 'L';
      return step;
    })
    .join('');
  const last = points.findLastIndex(({ value }) => value !== null);
  return html`<svg
    class="spark"
    width=${SPARK.width}
    height=${SPARK.height}
    viewBox="0 0 ${SPARK.width} ${SPARK.height}"
    aria-hidden="true"
  >
    ${last < 0 ? nothing : svg`<path d=${path} /><circle cx=${x(last)} cy=${y(points[last]?.value ?? low)} r="2.5" />`}
  </svg>`;
}
