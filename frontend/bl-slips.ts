/** Margins above and below a slip as in slip.css, and what screen and paper may differ by, in mm. */
const MARGINS = 8;
const TOLERANCE = 2;

const PIXELS_PER_MM = 96 / 25.4;

/** See id.balairung.intake.ui.Slips. */
export class BlSlips extends HTMLElement {
  private readonly paper = document.createElement('style');

  connectedCallback(): void {
    document.head.append(this.paper);
    window.addEventListener('beforeprint', this.cut);
  }

  disconnectedCallback(): void {
    this.paper.remove();
    window.removeEventListener('beforeprint', this.cut);
  }

  /** Opens the browser's print dialog, once the codes are drawn. */
  print(): void {
    const codes = [...this.querySelectorAll('img')].map((code) => code.decode().catch(() => {}));
    Promise.all(codes).then(() => window.print());
  }

  /** A sheet as long as the longest slip: the roll ends where the text does. CSS has no page of automatic height. */
  private readonly cut = (): void => {
    const longest = Math.max(0, ...[...this.children].map((slip) => slip.getBoundingClientRect().height));
    const height = Math.ceil(longest / PIXELS_PER_MM) + MARGINS + TOLERANCE;
    this.paper.textContent = longest > 0 ? `@page bl-slip { size: 80mm ${height}mm; }` : '';
  };
}

customElements.define('bl-slips', BlSlips);
