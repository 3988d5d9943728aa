import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import '@vaadin/icon/src/vaadin-icon.js';
import './bl-timer';
import { everyFewSeconds, serverNow, type Ticker } from './moment';
import { TickingElement } from './ticking-element';

/** From how many minutes before its limit on a ticket is at risk; as in id.balairung.queue.ui.BoardState. */
const NEAR = 10;

/** How long a change stays tinted, ms. */
const TINT = 1200;

export interface Item {
  id: string;
}

interface Act {
  act: string;
  text: string;
  label: string;
}

/** See id.balairung.queue.ui.LiveList. */
export abstract class LiveList<T extends Item> extends TickingElement {
  /** The rows' ids, a line each. Each row is a property of its own, "row " and its id, JSON. */
  @property() order = '';

  /** Changes with the rows. */
  @property({ type: Number }) beat = 0;

  /** Words by name, some with {0}, JSON. */
  @property() words = '{}';

  /** Acts are off. */
  @property({ type: Boolean }) off = false;

  protected rows: T[] = [];
  private texts: Record<string, string> = {};
  private earlier?: Map<string, string>;
  private tinted: string[] = [];
  private focused?: { at: number; row: string; act: string };

  constructor() {
    super();
    // One listener for all rows.
    this.addEventListener('click', (event) => this.ask(event.target));
  }

  protected override get ticker(): Ticker {
    return everyFewSeconds;
  }

  override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('words')) {
      this.texts = JSON.parse(this.words);
    }
    this.focused = this.whatHasTheFocus();
    if (changed.has('beat')) {
      this.take(this.read());
    }
  }

  override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.keepFocus();
    this.tint();
  }

  protected word(name: string, ...values: (number | string)[]): string {
    return values.reduce<string>((text, value, index) => text.replace(`{${index}}`, String(value)), this.texts[name] ?? '');
  }

  protected icon(symbol: string): TemplateResult {
    return html`<vaadin-icon class="bl-ico" src="icons.svg" symbol=${symbol} aria-hidden="true"></vaadin-icon>`;
  }

  protected badge(state: string, symbol: string, text: string): TemplateResult {
    return html`<span class="bl-badge ${state}">${this.icon(symbol)}<span>${text}</span></span>`;
  }

  /** While acts are off it keeps the focus, which a disabled button would lose for good. */
  protected button(row: Item, { act, text, label }: Act, look = 'bl-textact'): TemplateResult {
    return html`<button
      type="button"
      class="${look} bl-act"
      data-row=${row.id}
      data-act=${act}
      aria-label=${label || nothing}
      aria-disabled=${this.off ? 'true' : nothing}
    >
      ${text}
    </button>`;
  }

  protected nothingThere(): TemplateResult {
    return html`<p class="bl-none">${this.word('empty')}</p>`;
  }

  private read(): T[] {
    const properties = this as unknown as Record<string, string>;
    return this.order ? this.order.split('\n').map((id) => JSON.parse(properties[`row ${id}`])) : [];
  }

  private take(newer: T[]): void {
    this.rows = newer;
    const after = new Map(newer.map((row) => [row.id, JSON.stringify(row)]));
    this.tinted = this.earlier ? newer.map((row) => row.id).filter((id) => this.earlier?.get(id) !== after.get(id)) : [];
    this.earlier = after;
  }

  private ask(target: EventTarget | null): void {
    const button = target instanceof Element ? target.closest<HTMLButtonElement>('button[data-act]') : null;
    if (button && !this.off) {
      const { act, row } = button.dataset;
      this.dispatchEvent(new CustomEvent('bl-asked', { detail: { act, row } }));
    }
  }

  private whatHasTheFocus(): { at: number; row: string; act: string } | undefined {
    const active = document.activeElement;
    if (!(active instanceof HTMLElement) || !this.contains(active)) {
      return undefined;
    }
    const { row = '', act = '' } = active.dataset;
    return { at: this.rows.findIndex(({ id }) => id === row), row, act };
  }

  /**
   * A row that moved up or down in the document has lost the focus on its way. What is gone leaves it to the row that stands in
   * its place now, then to the last one, then to what the list scrolls in: never to the page's beginning.
   */
  private keepFocus(): void {
    const had = this.focused;
    if (!had?.act || this.contains(document.activeElement)) {
      return;
    }
    const heir = [had.row, this.rows[had.at]?.id, this.rows.at(-1)?.id]
      .flatMap((row) => [`[data-row="${row}"][data-act="${had.act}"]`, `[data-row="${row}"]`])
      .map((selector) => this.querySelector<HTMLElement>(selector))
      .find((found) => found);
    (heir ?? this.closest<HTMLElement>('[tabindex]'))?.focus({ preventScroll: true });
  }

  private tint(): void {
    const rows = this.tinted;
    this.tinted = [];
    rows.forEach((id) =>
      this.querySelector(`[data-item="${id}"]`)?.animate(
        [{ backgroundColor: 'var(--bl-changed-bg)' }, { backgroundColor: 'var(--bl-changed-bg)', offset: 0.4 }, {}],
        { duration: TINT }
      )
    );
  }
}

const minutesSince = (since: number): number => Math.max(0, Math.floor((serverNow() - since) / 60_000));

interface Figure extends Item {
  caption: string;
  value: string;
  unit: string;
  detail: string;
  since: number;
  missed: boolean;
}

@customElement('bl-board-figures')
export class BlBoardFigures extends LiveList<Figure> {
  override render(): unknown {
    return repeat(
      this.rows,
      (row) => row.id,
      (row) =>
        html`<div class="bl-fig ${row.missed ? 'missed' : ''}" data-item=${row.id}>
          <span class="k">${row.caption}</span>
          <span class="v">${row.since ? minutesSince(row.since) : row.value}<small>${row.unit}</small></span>
          <span class="d">${row.missed ? this.icon('alert') : nothing} ${row.detail}</span>
        </div>`
    );
  }
}

interface Counter extends Item {
  counter: string;
  state: string;
  icon: string;
  word: string;
  big: string;
  isWord: boolean;
  since: number;
  until: number;
  left: string;
  right: string;
  missed: boolean;
  attention: boolean;
  mark: string;
  acts: Act[];
}

@customElement('bl-board-counters')
export class BlBoardCounters extends LiveList<Counter> {
  override render(): unknown {
    return html`<ul class="bl-counters">
      ${repeat(
        this.rows,
        (row) => row.id,
        (row) => this.tile(row)
      )}
    </ul>`;
  }

  private tile(row: Counter): TemplateResult {
    const menu = row.acts.find(({ act }) => act === 'counter');
    const direct = row.acts.find(({ act }) => act !== 'counter');
    return html`<li class="bl-ctr ${row.attention ? 'attn' : ''} ${row.state === 'b-abandoned' ? 'off' : ''}" data-item=${row.id}>
      <div class="bl-row">
        ${menu ? this.button(row, menu, 'no bl-menuact') : html`<span class="no">${row.counter}</span>`}
        <span class="bl-push">${this.badge(row.state, row.icon, row.word)}</span>
      </div>
      <div class="bl-row mid">
        <span class="big ${row.isWord ? 'word' : ''}">${row.big}</span>
        <span class="bl-push time">${this.time(row)}</span>
      </div>
      <div class="low">
        <span class="cut" title=${row.left}>${row.left}</span>
        ${direct
          ? html`<span>${this.button(row, direct)}</span>`
          : html`<span class="cut ${row.missed ? 'bl-over' : ''}" title=${row.mark || row.right}>
              ${row.missed ? this.icon('alert') : nothing} ${row.mark || row.right}
            </span>`}
      </div>
    </li>`;
  }

  private time(row: Counter): TemplateResult | typeof nothing {
    if (row.until) {
      const left = Math.ceil((row.until - serverNow()) / 60_000);
      return left > 0
        ? html`${this.word('left', left)}`
        : html`<span class="bl-over">${this.word('over', Math.max(1, -left))}</span>`;
    }
    return row.since ? html`<bl-timer .since=${row.since}></bl-timer>` : nothing;
  }
}

interface Service extends Item {
  prefix: string;
  name: string;
  waiting: number;
  since: number;
  target: number;
  over: number;
  near: number;
  flow: string;
  estimate: string;
  percent: string;
  n: string;
  paused: string;
  open: Act;
}

/** Table roles are spelled out, for on the phone the rows are laid out as cards. */
@customElement('bl-board-services')
export class BlBoardServices extends LiveList<Service> {
  override render(): unknown {
    return html`<table class="bl-table bl-services" role="table" aria-label=${this.word('label')}>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">${this.word('service')}</th>
          <th role="columnheader" scope="col" class="r">${this.word('waiting')}</th>
          <th role="columnheader" scope="col">${this.word('oldest')}</th>
          <th role="columnheader" scope="col">${this.word('state')}</th>
          <th role="columnheader" scope="col" class="r">${this.word('target')}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${repeat(
          this.rows,
          (row) => row.id,
          (row) => this.service(row)
        )}
      </tbody>
    </table>`;
  }

  private service(row: Service): TemplateResult {
    return html`<tr role="row" data-item=${row.id}>
      <th role="rowheader" scope="row">
        <div class="bl-row">
          <span class="bl-letter">${row.prefix}</span>
          <div class="name">
            ${this.button(row, row.open, 'bl-rowact')}
            <span class="bl-xs bl-quiet bl-num">${row.flow}</span>
            ${row.paused ? html`<span class="paused bl-near bl-xs">${this.icon('pause')} ${row.paused}</span>` : nothing}
          </div>
        </div>
      </th>
      <td role="cell" class="waiting r bl-num" data-label=${this.word('waiting')}><b>${row.waiting}</b></td>
      <td role="cell" class="oldest" data-label=${this.word('oldest')}>
        ${this.oldest(row)}<span class="bl-xs bl-quiet bl-num">${row.estimate}</span>
      </td>
      <td role="cell" class="state" data-label=${this.word('state')}>${this.state(row)}</td>
      <td role="cell" class="target r bl-num" data-label=${this.word('target')}><b>${row.percent}</b> <span class="bl-quiet">${row.n}</span></td>
    </tr>`;
  }

  /** The bar is one and a third standard long, or as long as the wait. */
  private oldest(row: Service): TemplateResult {
    if (!row.since) {
      return html`<div class="bl-quiet">${this.word('none')}</div>`;
    }
    const minutes = minutesSince(row.since);
    const length = Math.max(row.target * 1.34, minutes * 1.1);
    const style = minutes >= row.target ? 'over' : row.target - minutes <= NEAR ? 'near' : '';
    return html`<div class="wait">
      <div class="bl-bar ${style}" aria-hidden="true">
        <i style="width:${(minutes / length) * 100}%"></i><u style="left:${(row.target / length) * 100}%"></u>
      </div>
      <span class="bl-num">${this.word('of', minutes, row.target)}</span>
    </div>`;
  }

  private state(row: Service): TemplateResult {
    if (row.over) {
      return this.badge('b-breached', 'alert', this.word('over', row.over));
    }
    return row.near
      ? this.badge('b-near', 'near', this.word('near', row.near))
      : html`<span class="bl-quiet bl-xs">${this.word('fine')}</span>`;
  }
}

interface Ticket extends Item {
  number: string;
  icon: string;
  group: string;
  service: string;
  since: number;
  limit: number;
  limitText: string;
  acts: Act[];
}

@customElement('bl-board-tickets')
export class BlBoardTickets extends LiveList<Ticket> {
  override render(): unknown {
    return this.rows.length === 0
      ? this.nothingThere()
      : html`<ul class="bl-risk">
          ${repeat(
            this.rows,
            (row) => row.id,
            (row) => this.ticket(row)
          )}
        </ul>`;
  }

  private ticket(row: Ticket): TemplateResult {
    const minutes = minutesSince(row.since);
    return html`<li data-item=${row.id}>
      <span class="n">${row.number}</span>
      <div class="who">
        ${row.icon ? this.badge('bl-prio', row.icon, row.group) : html`<span class="bl-quiet bl-s">${row.group}</span>`}
        <span class="bl-xs bl-sec">
          ${[this.word('minutes', minutes), row.limitText, row.service].filter(Boolean).join(', ')}
        </span>
      </div>
      <div class="end">${this.left(row.limit - minutes, row.limit)} ${this.acts(row)}</div>
    </li>`;
  }

  private left(left: number, limit: number): TemplateResult {
    if (left > NEAR) {
      return html`<span class="bl-s bl-quiet bl-num">${this.word('of', limit)}</span>`;
    }
    return left > 0
      ? html`<span class="bl-near bl-s bl-num">${this.icon('near')} ${this.word('left', left)}</span>`
      : html`<span class="bl-over bl-s bl-num">${this.icon('alert')} ${this.word('over', Math.max(1, -left))}</span>`;
  }

  private acts(row: Ticket): TemplateResult | typeof nothing {
    return row.acts.length === 0 ? nothing : html`<span class="acts">${row.acts.map((act) => this.button(row, act))}</span>`;
  }
}

interface Alert extends Item {
  icon: string;
  sentence: string;
  since: string;
  note: string;
  acts: Act[];
}

@customElement('bl-board-alerts')
export class BlBoardAlerts extends LiveList<Alert> {
  override render(): unknown {
    return this.rows.length === 0
      ? this.nothingThere()
      : html`<ul class="bl-alerts">
          ${repeat(
            this.rows,
            (row) => row.id,
            (row) =>
              html`<li class=${row.note ? 'noted' : ''} data-item=${row.id}>
                ${this.icon(row.icon)}
                <div>
                  <span class="sentence">${row.sentence}</span>
                  <span class="foot">
                    <span class="bl-xs bl-quiet">${[row.since, row.note].filter(Boolean).join(', ')}</span>
                    ${row.acts.map((act) => this.button(row, act))}
                  </span>
                </div>
              </li>`
          )}
        </ul>`;
  }
}

interface Happening extends Item {
  time: string;
  number: string;
  text: string;
}

@customElement('bl-board-latest')
export class BlBoardLatest extends LiveList<Happening> {
  override render(): unknown {
    return this.rows.length === 0
      ? this.nothingThere()
      : html`<ul class="bl-latest">
          ${repeat(
            this.rows,
            (row) => row.id,
            (row) =>
              html`<li data-item=${row.id}>
                <span class="bl-num bl-quiet">${row.time}</span>
                <span class="cut" title="${row.number} ${row.text}"><b class="bl-num">${row.number}</b> ${row.text}</span>
              </li>`
          )}
        </ul>`;
  }
}
