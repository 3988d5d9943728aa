import { html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { type Item, LiveList } from './bl-board';
import './bl-wait';

interface Waiting extends Item {
  group: string;
  since: number;
  limit: number;
}

/**
 * See id.balairung.queue.ui.QueueList. One row is in the order of the tab key; the arrows move on from there, the space bar
 * and the enter key choose or let go, as a click does.
 */
@customElement('bl-queue')
export class BlQueue extends LiveList<Waiting> {
  /** The id of the chosen row. */
  @property() chosen = '';

  /** The row that the tab key comes to. */
  private current = '';

  constructor() {
    super();
    this.addEventListener('click', (event) => this.choose(rowOf(event)));
    this.addEventListener('keydown', (event) => this.pressed(event));
    this.addEventListener('focusin', (event) => this.moveTo(rowOf(event)));
  }

  override render(): unknown {
    const entry = [this.current, this.chosen, this.rows[0]?.id].find((id) => this.rows.some((row) => row.id === id));
    return html`<div role="grid" aria-label=${this.word('label')} aria-rowcount=${this.rows.length + 1}>
      <div role="row" class="bl-sr" aria-rowindex="1">
        <span role="columnheader">${this.word('number')}</span>
        <span role="columnheader">${this.word('priority')}</span>
        <span role="columnheader">${this.word('waited')}</span>
      </div>
      ${repeat(
        this.rows,
        (row) => row.id,
        (row, index) => this.ticket(row, index, row.id === entry)
      )}
    </div>`;
  }

  private ticket(row: Waiting, index: number, entry: boolean): TemplateResult {
    return html`<div
      role="row"
      class="row"
      aria-rowindex=${index + 2}
      aria-selected=${row.id === this.chosen}
      tabindex=${entry ? 0 : -1}
      data-item=${row.id}
      data-row=${row.id}
      data-act="choose"
    >
      <b role="gridcell" class="bl-num">${row.id}</b>
      <span role="gridcell">${this.group(row.group)}</span>
      <span role="gridcell">
        <bl-wait
          .since=${row.since}
          .target=${row.limit}
          .minutesText=${this.word('minutes')}
          .ofText=${this.word('of')}
          .leftText=${this.word('left')}
          .overText=${this.word('over')}
        ></bl-wait>
      </span>
    </div>`;
  }

  private group(group: string): TemplateResult {
    const symbol = this.word(`icon ${group}`);
    return symbol
      ? html`<span class="bl-badge bl-prio">${this.icon(symbol)}${this.word(group)}</span>`
      : html`<span class="bl-quiet">${this.word(group)}</span>`;
  }

  private pressed(event: KeyboardEvent): void {
    const row = rowOf(event);
    const all = [...this.querySelectorAll<HTMLElement>('[data-row]')];
    const at = row ? all.indexOf(row) : -1;
    const goal = new Map([
      ['ArrowDown', at + 1],
      ['ArrowUp', at - 1],
      ['Home', 0],
      ['End', all.length - 1]
    ]).get(event.key);
    if (at >= 0 && (event.key === ' ' || event.key === 'Enter')) {
      event.preventDefault();
      this.choose(row);
    } else if (at >= 0 && goal !== undefined) {
      event.preventDefault();
      all[goal]?.focus();
    }
  }

  private moveTo(row: HTMLElement | null): void {
    if (row && row.dataset.row !== this.current) {
      this.current = row.dataset.row ?? '';
      this.requestUpdate();
    }
  }

  /** Shown at once; the server, which decides, comes to the same. */
  private choose(row: HTMLElement | null): void {
    const id = row?.dataset.row;
    if (id) {
      this.chosen = id === this.chosen ? '' : id;
      this.dispatchEvent(new CustomEvent('bl-asked', { detail: { act: 'choose', row: id } }));
    }
  }
}

function rowOf(event: Event): HTMLElement | null {
  return event.target instanceof Element ? event.target.closest<HTMLElement>('[data-row]') : null;
}
