import { html, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { serverNow } from './moment';
import { TickingElement } from './ticking-element';

/** See id.balairung.common.ui.Countdown. */
@customElement('bl-countdown')
export class BlCountdown extends TickingElement {
  /** The moment, epoch ms of the server. */
  @property({ type: Number }) until = 0;

  /** Whether to count in minutes and seconds. */
  @property({ type: Boolean }) minutes = false;

  private elapsed = false;

  override connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute('aria-hidden', 'true');
  }

  override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('until')) {
      this.elapsed = false;
    }
  }

  override render(): unknown {
    const left = Math.max(0, Math.ceil((this.until - serverNow()) / 1000));
    return this.minutes ? html`${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}` : html`${left}`;
  }

  override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.until && !this.elapsed && serverNow() >= this.until) {
      this.elapsed = true;
      this.dispatchEvent(new CustomEvent('bl-elapsed'));
    }
  }
}
