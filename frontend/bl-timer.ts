import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { serverNow } from './moment';
import { TickingElement } from './ticking-element';

/** See id.balairung.common.ui.Timer. */
@customElement('bl-timer')
export class BlTimer extends TickingElement {
  /** When it began, epoch ms of the server; 0 stands still. */
  @property({ type: Number }) since = 0;

  /** The target in seconds; 0 for none. */
  @property({ type: Number }) target = 0;

  private shownOn?: HTMLElement;

  override connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute('aria-hidden', 'true');
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.clearProgress();
  }

  override render(): unknown {
    const seconds = this.since ? Math.max(0, Math.floor((serverNow() - this.since) / 1000)) : 0;
    this.showProgress(seconds);
    return this.since ? html`${format(seconds)}` : html``;
  }

  private showProgress(seconds: number): void {
    const parent = this.parentElement;
    if (!parent || !this.target || !this.since) {
      this.clearProgress();
      return;
    }
    this.shownOn = parent;
    parent.style.setProperty('--progress', Math.min(1, seconds / this.target).toFixed(4));
    parent.toggleAttribute('data-over', seconds > this.target);
  }

  private clearProgress(): void {
    this.shownOn?.style.removeProperty('--progress');
    this.shownOn?.removeAttribute('data-over');
    this.shownOn = undefined;
  }
}

function format(seconds: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  return hours ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${two(minutes)}:${two(seconds % 60)}`;
}
