import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { serverNow } from './moment';
import { TickingElement } from './ticking-element';

/** See id.balairung.common.ui.MallClock. */
@customElement('bl-clock')
export class BlClock extends TickingElement {
  /** The mall's zone, e.g. Asia/Makassar. */
  @property() zone = '';

  /** The language of the date. */
  @property() locale = 'id';

  private time = '';

  override render(): unknown {
    if (!this.zone) {
      return nothing;
    }
    const moment = serverNow();
    this.time = clockTime(moment, this.zone);
    return html`<b>${this.time}</b><span>${zoneName(moment, this.zone)}, ${date(moment, this.zone, this.locale)}</span>`;
  }

  protected override turn(): void {
    if (this.zone && clockTime(serverNow(), this.zone) !== this.time) {
      this.requestUpdate();
    }
  }
}

/** 10.42: with a point, as Indonesian writes it, in both languages, so that the clock doesn't change with the language. */
export function clockTime(moment: number, zone: string): string {
  return new Intl.DateTimeFormat('id', { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
    .format(moment)
    .replace(':', '.');
}

function zoneName(moment: number, zone: string): string {
  const parts = new Intl.DateTimeFormat('id', { timeZone: zone, timeZoneName: 'short' }).formatToParts(moment);
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? '';
}

function date(moment: number, zone: string, locale: string): string {
  const parts = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    timeZone: zone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric'
  }).formatToParts(moment);
  const of = (type: string): string => parts.find((part) => part.type === type)?.value ?? '';
  return `${of('weekday')} ${of('day')} ${of('month')} ${of('year')}`;
}
