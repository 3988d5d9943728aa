import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '@vaadin/icon/src/vaadin-icon.js';
import { everyFewSeconds, serverNow, type Ticker } from './moment';
import { TickingElement } from './ticking-element';

/** From how many minutes before the target on it is near. */
const NEAR = 3;

/** See id.balairung.common.ui.WaitTime. */
@customElement('bl-wait')
export class BlWait extends TickingElement {
  /** When the wait began, epoch ms of the server. */
  @property({ type: Number }) since = 0;

  /** The standard in minutes; 0 for none. */
  @property({ type: Number }) target = 0;

  /** Texts, each with {0} for the minutes. */
  @property() minutesText = '{0}';
  @property() ofText = '{0}';
  @property() leftText = '{0}';
  @property() overText = '{0}';

  protected override get ticker(): Ticker {
    return everyFewSeconds;
  }

  override render(): unknown {
    if (!this.since) {
      return nothing;
    }
    const minutes = Math.max(0, Math.floor((serverNow() - this.since) / 60_000));
    return html`<span class="minutes">${fill(this.minutesText, minutes)}</span>${this.state(minutes)}`;
  }

  private state(minutes: number): TemplateResult | typeof nothing {
    if (!this.target) {
      return nothing;
    }
    const left = this.target - minutes;
    if (left > NEAR) {
      return html`<span class="state bl-quiet">${fill(this.ofText, this.target)}</span>`;
    }
    if (left > 0) {
      return html`<span class="state bl-near">${icon('near')} ${fill(this.leftText, left)}</span>`;
    }
    // A target is missed from its first second on; a miss of less than a minute is still a miss.
    return html`<span class="state bl-over">${icon('alert')} ${fill(this.overText, Math.max(1, -left))}</span>`;
  }
}

function icon(symbol: string): TemplateResult {
  return html`<vaadin-icon class="bl-ico" src="icons.svg" symbol=${symbol} aria-hidden="true"></vaadin-icon>`;
}

function fill(text: string, minutes: number): string {
  return text.replace('{0}', String(minutes));
}
