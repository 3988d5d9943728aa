import { LitElement, html, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { everySecond, serverNow, serverSays } from './moment';

/** See id.balairung.queue.ui.Countdown. */
@customElement('bl-countdown')
export class BlCountdown extends LitElement {
  /** The moment, epoch ms of the server. */
  @property({ type: Number }) until = 0;

  /** The server's present moment when it was sent, epoch ms. */
  @property({ type: Number }) now = 0;

  private stop?: () => void;
  private elapsed = false;

  override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute('aria-hidden', 'true');
    this.stop = everySecond.subscribe(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop?.();
  }

  override willUpdate(changed: PropertyValues): void {
    if (changed.has('now')) {
      serverSays(this.now);
    }
    if (changed.has('until')) {
      this.elapsed = false;
    }
  }

  override render(): unknown {
    return html`${Math.max(0, Math.ceil((this.until - serverNow()) / 1000))}`;
  }

  override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.until && !this.elapsed && serverNow() >= this.until) {
      this.elapsed = true;
      this.dispatchEvent(new CustomEvent('bl-elapsed'));
    }
  }
}
