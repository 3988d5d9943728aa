/** See id.balairung.common.ui.RowFocus. */
export class BlRowFocus extends HTMLElement {
  private grid?: HTMLElement;
  private focused = '';
  private readonly rows = new MutationObserver(() => this.follow());

  connectedCallback(): void {
    this.hidden = true;
    const before = this.previousElementSibling;
    this.grid = before instanceof HTMLElement ? before : undefined;
    this.grid?.addEventListener('cell-focus', this.note);
    if (this.grid) {
      this.rows.observe(this.grid, { subtree: true, childList: true, attributes: true, attributeFilter: ['href'] });
    }
  }

  disconnectedCallback(): void {
    this.grid?.removeEventListener('cell-focus', this.note);
    this.rows.disconnect();
  }

  private readonly note = (): void => {
    this.focused = this.addressInRowOf(this.cell());
  };

  /** A grid keeps the focus on a place; whoever stands on a row means what is in it. */
  private follow(): void {
    const cell = this.cell();
    if (!cell || !this.focused || this.addressInRowOf(cell) === this.focused) {
      return;
    }
    const link = [...(this.grid?.querySelectorAll<HTMLElement>('a[href]') ?? [])].find(
      (other) => other.getAttribute('href') === this.focused
    );
    const row = link && cellOf(link)?.parentElement;
    if (!link || !row) {
      return;
    }
    const place = [...(cell.parentElement?.children ?? [])].indexOf(cell);
    const heir = document.activeElement?.matches('a[href]') ? link : row.children[place];
    (heir as HTMLElement | undefined)?.focus({ preventScroll: true });
  }

  /** The body cell that has the focus, itself or by what is in it. */
  private cell(): Element | undefined {
    const active = document.activeElement;
    if (active === this.grid) {
      return this.grid?.shadowRoot?.activeElement?.closest('tbody td') ?? undefined;
    }
    return active && this.grid?.contains(active) ? cellOf(active) : undefined;
  }

  private addressInRowOf(cell?: Element): string {
    const slots = [...(cell?.parentElement?.querySelectorAll('slot') ?? [])];
    const link = slots.flatMap((slot) => slot.assignedElements()).map((content) => content.querySelector('a[href]'));
    return link.find((found) => found)?.getAttribute('href') ?? '';
  }
}

function cellOf(inside: Element): Element | undefined {
  return inside.closest('vaadin-grid-cell-content')?.assignedSlot?.closest('td') ?? undefined;
}

customElements.define('bl-row-focus', BlRowFocus);
