import { LitElement, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { everySecond, serverSays, type Ticker } from './moment';

/** An element that counts from or to a moment of the server's, and turns with all others on the page. */
export abstract class TickingElement extends LitElement {
  /** The server's present moment when it was sent, epoch ms. */
  @property({ type: Number }) now = 0;

  private stop?: () => void;

  /** What it turns with. */
  protected get ticker(): Ticker {
    return everySecond;
  }

  override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.stop = this.ticker.subscribe(() => this.turn());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop?.();
  }

  override willUpdate(changed: PropertyValues): void {
    if (changed.has('now')) {
      serverSays(this.now);
    }
  }

  /** Time went on. */
  protected turn(): void {
    this.requestUpdate();
  }
}
