import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Drawing } from './chart-drawing';
import {
  boxOf,
  columnsOf,
  end,
  heightOf,
  isEmpty,
  layout,
  meant,
  next,
  pointAt,
  rowName,
  rowsOf,
  targetAbove,
  targetInLegend,
  type ChartData,
  type Layout,
  type Place,
  type Point
} from './chart-layout';
import { goalSwatch, note, numbers, spark, swatch } from './chart-parts';

/** Fetched once, when the first chart is to be drawn. */
const drawings = (): Promise<typeof import('./chart-drawing')> => import('./chart-drawing');

/** Between a point and its note. */
const AWAY = 8;

let charts = 0;

/** See id.balairung.common.ui.Chart. */
@customElement('bl-chart')
export class BlChart extends LitElement {
  /** What it shows, in words. */
  @property() label = '';

  /** As small as a word. */
  @property({ type: Boolean }) small = false;

  /** A ChartData, JSON. */
  @property() data = '';

  /** Words by name, JSON. */
  @property() words = '{}';

  /** The table is shown instead of the picture. */
  @state() private table = false;

  /** Where the keys are, if they were used. */
  @state() private at?: Place;

  /** What the mouse means. */
  @state() private over?: Place;

  /** What readers are told. */
  @state() private said = '';

  @state() private drawn = false;

  /** There is nothing to draw with. */
  @state() private failed = false;

  @state() private placed?: Layout;

  @query('.picture') private picture?: HTMLElement | null;
  @query('.canvas') private canvas?: HTMLElement | null;
  @query('.note') private note?: HTMLElement | null;

  private readonly name = `bl-chart-${++charts}`;
  private readonly room = new ResizeObserver(() => this.fit());
  private shown?: ChartData;
  private texts: Record<string, string> = {};
  private drawing?: Drawing;
  private font = '';
  private pen?: CanvasRenderingContext2D | null;

  /** The finger has just come to this point: it tells first, and opens when it is touched again. */
  private tells = false;

  override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) {
      this.begin();
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.room.disconnect();
    this.drawing?.dispose();
    this.drawing = undefined;
    this.drawn = false;
  }

  override willUpdate(changed: PropertyValues): void {
    if (changed.has('words')) {
      this.texts = JSON.parse(this.words);
    }
    if (changed.has('data') && this.data) {
      this.shown = JSON.parse(this.data);
      // What was pointed at may be gone.
      this.at = this.still(this.at);
      this.over = this.still(this.over);
      this.arrange();
    }
  }

  override updated(changed: PropertyValues): void {
    if (changed.has('data') && this.data && !this.small) {
      if (this.drawing) {
        this.draw();
      } else {
        this.begin();
      }
    }
    this.placeNote();
  }

  override render(): unknown {
    const data = this.shown;
    if (!data) {
      return nothing;
    }
    return this.small ? spark(data) : this.whole(data);
  }

  private whole(data: ChartData): TemplateResult {
    const height = heightOf(data);
    const goal = targetInLegend(data);
    return html`<div class="stage ${this.table ? 'tabular' : ''}" style=${height ? `height:${height}px` : nothing}>
        <div
          class="picture ${this.drawn || isEmpty(data) ? '' : 'coming'} ${this.pointed()?.href ? 'leads' : ''}"
          role="application"
          tabindex=${this.table || isEmpty(data) ? -1 : 0}
          aria-label=${this.label}
          aria-roledescription=${this.texts.chart}
          aria-describedby="${this.name}-summary ${this.name}-keys"
          @keydown=${this.press}
          @focus=${this.enter}
          @blur=${this.leave}
          @pointerdown=${this.hover}
          @pointermove=${this.hover}
          @pointerleave=${this.unhover}
          @click=${this.follow}
        >
          <div class="canvas" aria-hidden="true"></div>
          ${data.kind !== 'Heat' && data.axis.unit && !(data.kind === 'Bars' && data.lying)
            ? html`<span class="unit" aria-hidden="true">${data.axis.unit}</span>`
            : nothing}
          ${targetAbove(data) && !isEmpty(data)
            ? html`<span class="goal" aria-hidden="true">${goalSwatch()}<span>${targetAbove(data)}</span></span>`
            : nothing}
          ${isEmpty(data) ? html`<p class="none">${this.texts.none}</p>` : this.pointer(data)}
        </div>
        <div class="numbers" role="group" aria-label="${this.texts.table}: ${this.label}" tabindex=${this.table ? 0 : -1}>
          ${numbers(data, this.label, this.table)}
        </div>
      </div>
      <div class="foot">
        ${data.kind !== 'Heat' && (data.series.length > 1 || goal)
          ? html`<ul class="legend" aria-hidden="true">
                ${data.series.map((series) => html`<li>${swatch(data, series)}${series.name}</li>`)}
                ${goal ? html`<li>${goalSwatch()}${goal}</li>` : nothing}
              </ul>
              <p class="summary bl-sr" id="${this.name}-summary">${data.summary}</p>`
          : html`<p class="summary" id="${this.name}-summary">${data.summary}</p>`}
        ${this.failed ? nothing : this.views()}
      </div>
      <p class="bl-sr" id="${this.name}-keys">${this.texts.keys}</p>
      <div class="bl-sr" role="status">${this.said}</div>`;
  }

  private views(): TemplateResult {
    return html`<div class="views" role="group" aria-label="${this.texts.look}: ${this.label}">
      ${[false, true].map(
        (table) =>
          html`<button type="button" aria-pressed=${this.table === table} @click=${() => this.turn(table)}>
            ${table ? this.texts.table : this.texts.chart}
          </button>`
      )}
    </div>`;
  }

  /** Where one is, and a note of what stands there. */
  private pointer(data: ChartData): TemplateResult | typeof nothing {
    const at = this.over ?? this.at;
    if (!at || !this.placed) {
      return nothing;
    }
    const box = boxOf(data, at, this.placed);
    const line = data.kind === 'Lines';
    return html`${line
        ? html`<i
            class="rule"
            style="left:${box.x + box.width / 2}px;top:${this.placed.top}px;bottom:${this.placed.bottom}px"
          ></i>`
        : nothing}
      <i
        class="mark ${line ? 'round' : ''} ${this.over ? '' : 'keys'}"
        style="left:${box.x}px;top:${box.y}px;width:${box.width}px;height:${box.height}px"
      ></i>
      <div class="note" aria-hidden="true">${note(data, at)}</div>`;
  }

  private async begin(): Promise<void> {
    if (this.small || !this.shown) {
      return;
    }
    try {
      const { Drawing: Made } = await drawings();
      await document.fonts.ready;
      if (this.isConnected && this.canvas && this.picture && !this.drawing) {
        this.font = getComputedStyle(this).fontFamily;
        this.drawing = new Made(this.canvas, this.font);
        this.room.observe(this.picture);
      }
    } catch {
      // A new version replaced the file, or the connection broke: the figures are there all the same.
      this.table = true;
      this.failed = true;
    }
  }

  private fit(): void {
    // Paper takes the picture as it is, smaller where it must be.
    if (!matchMedia('print').matches) {
      this.arrange();
      this.draw();
    }
  }

  private draw(): void {
    if (this.shown && this.placed && this.drawing) {
      this.drawing.draw(this.shown, this.placed);
      this.drawn = true;
    }
  }

  private arrange(): void {
    const { clientWidth: width = 0, clientHeight: height = 0 } = this.picture ?? {};
    if (this.shown && this.drawing && width && height) {
      this.placed = layout(this.shown, width, height, (text) => this.measure(text), document.documentElement.lang);
    }
  }

  private measure(text: string): number {
    this.pen ??= document.createElement('canvas').getContext('2d');
    if (!this.pen) {
      return text.length * 7;
    }
    this.pen.font = `550 12px ${this.font}`;
    return this.pen.measureText(text).width;
  }

  private turn(table: boolean): void {
    this.table = table;
    this.over = undefined;
    this.at = undefined;
  }

  private still(at?: Place): Place | undefined {
    return this.shown && (pointAt(this.shown, at)?.value ?? null) !== null ? at : undefined;
  }

  private pointed(): Point | undefined {
    return this.shown && pointAt(this.shown, this.over ?? this.at);
  }

  private readonly enter = (): void => {
    if (!this.at && this.shown && this.picture?.matches(':focus-visible')) {
      this.go(end(this.shown, 0, this.shown.kind === 'Lines'));
    }
  };

  private readonly leave = (): void => {
    this.at = undefined;
    this.over = undefined;
    this.said = '';
  };

  private readonly press = (event: KeyboardEvent): void => {
    const data = this.shown;
    if (!data || event.ctrlKey || event.altKey || event.metaKey) {
      return;
    }
    const lies = data.kind === 'Bars' && data.lying;
    const by = (index: number, row: number): Place | undefined =>
      this.at ? next(data, this.at, lies ? { index: row, row: index } : { index, row }) : end(data, 0, index + row < 0);
    const moves: Record<string, () => Place | undefined> = {
      ArrowRight: () => by(1, 0),
      ArrowLeft: () => by(-1, 0),
      ArrowDown: () => by(0, 1),
      ArrowUp: () => by(0, -1),
      Home: () => end(data, this.at?.row ?? 0, false),
      End: () => end(data, this.at?.row ?? 0, true)
    };
    const move = moves[event.key];
    if (move) {
      this.go(move());
    } else if (event.key === 'Enter') {
      this.link(this.at)?.click();
    } else if (event.key === 'Escape' && (this.at || this.over)) {
      this.leave();
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  private go(to?: Place): void {
    this.over = undefined;
    this.at = to;
    const data = this.shown;
    const point = data && pointAt(data, to);
    if (data && to && point) {
      this.said = [columnsOf(data)[to.index], rowName(data, to.row), point.text, point.n].filter(Boolean).join(', ');
    }
  }

  private readonly hover = (event: PointerEvent): void => {
    const area = this.picture?.getBoundingClientRect();
    if (this.shown && this.placed && area) {
      const over = meant(this.shown, event.clientX - area.x, event.clientY - area.y, this.placed);
      const other = over?.index !== this.over?.index || over?.row !== this.over?.row;
      this.tells = event.pointerType === 'touch' && (other || (this.tells && event.type === 'pointermove'));
      if (other) {
        this.over = over;
      }
    }
  };

  private readonly unhover = (event: PointerEvent): void => {
    if (event.pointerType !== 'touch') {
      this.over = undefined;
    }
  };

  private readonly follow = (event: MouseEvent): void => {
    const link = this.tells ? null : this.link(this.over);
    if (link && (event.ctrlKey || event.metaKey)) {
      window.open(link.href, '_blank', 'noopener');
    } else {
      link?.click();
    }
  };

  /** A point leads where its link in the table leads, by the same way. */
  private link(at?: Place): HTMLAnchorElement | null {
    return at ? this.querySelector<HTMLAnchorElement>(`a[data-at="${at.row}.${at.index}"]`) : null;
  }

  /** Above what it is of, or below, or beside it, as there is room; never beyond the chart's edges, where the card says other things. */
  private placeNote(): void {
    const at = this.over ?? this.at;
    if (!this.note || !this.shown || !this.placed || !at) {
      return;
    }
    const box = boxOf(this.shown, at, this.placed);
    const { offsetWidth: width, offsetHeight: height } = this.note;
    const above = box.y - height - AWAY;
    const below = box.y + box.height + AWAY;
    const least = this.offsetHeight - height;
    const beside = above < 0 && below > least;
    const right = box.x + box.width + AWAY;
    const x = !beside
      ? box.x + box.width / 2 - width / 2
      : right + width <= this.placed.width
        ? right
        : box.x - width - AWAY;
    const y = beside ? box.y + box.height / 2 - height / 2 : above < 0 ? below : above;
    this.note.style.left = `${Math.max(0, Math.min(x, this.placed.width - width))}px`;
    this.note.style.top = `${Math.max(0, Math.min(y, least))}px`;
  }
}
