import { LitElement, html, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '@vaadin/icon/src/vaadin-icon.js';
import { clockTime } from './bl-clock';
import { lastHeard, serverHeard } from './moment';

/** How long it may reconnect before it counts as lost. It goes on trying. */
const PATIENCE = 10_000;

/**
 * How often the server is asked for a sign of life, and whether the person is still signed in: a cut cable tells nobody,
 * the socket just stays silent, and of a session that ended while the socket was down the page never hears. A screen that
 * has just opened asks sooner and some times over: where sockets are blocked it takes seconds until it hears anything.
 */
const PROBE = 15_000;
const EARLY_PROBE = 1_000;
const EARLY_PROBES = 5;

/** How often while it gives none, and how long one attempt may take. */
const PROBE_AGAIN = 2_000;
const PROBE_TIMEOUT = 5_000;

/** Vaadin's own states; see ConnectionState in @vaadin/common-frontend. */
type VaadinState = 'connected' | 'loading' | 'reconnecting' | 'connection-lost';

interface VaadinConnection {
  state: VaadinState;
  addStateChangeListener(listener: (before: VaadinState, after: VaadinState) => void): void;
  removeStateChangeListener(listener: (before: VaadinState, after: VaadinState) => void): void;
}

type Shown = 'live' | 'reconnecting' | 'lost' | 'interrupted';

const ICONS: Record<Shown, string> = {
  live: 'live',
  reconnecting: 'reconnecting',
  lost: 'lost',
  interrupted: 'interrupted'
};

/** See id.balairung.common.ui.Connection. */
@customElement('bl-connection')
export class BlConnection extends LitElement {
  /** The server knows that the source of the data doesn't answer. */
  @property({ type: Boolean }) interrupted = false;

  @property() zone = '';
  @property() locale = 'id';

  /** Words; the text for reconnecting has {0} for the time of the last data. */
  @property() liveText = '';
  @property() reconnectingText = '';
  @property() lostText = '';
  @property() interruptedText = '';

  @state() private line: 'live' | 'reconnecting' | 'lost' = 'live';

  private patience?: number;
  private probing?: number;
  private silent = false;
  private leftAt = -Infinity;
  private early = 0;
  private since = '';

  override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.vaadin?.addStateChangeListener(this.changed);
    if (this.vaadin) {
      this.follow(this.vaadin.state);
    }
    document.addEventListener('visibilitychange', this.seen);
    window.addEventListener('beforeunload', this.leaving);
    this.early = EARLY_PROBES;
    this.probeIn(EARLY_PROBE);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.vaadin?.removeStateChangeListener(this.changed);
    window.clearTimeout(this.patience);
    window.clearTimeout(this.probing);
    document.removeEventListener('visibilitychange', this.seen);
    window.removeEventListener('beforeunload', this.leaving);
    delete document.documentElement.dataset['connection'];
  }

  override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.setAttribute('state', this.shown);
    document.documentElement.dataset['connection'] = this.shown;
  }

  override render(): unknown {
    const texts: Record<Shown, string> = {
      live: this.liveText,
      reconnecting: this.reconnectingText.replace('{0}', this.since),
      lost: this.lostText,
      interrupted: this.interruptedText
    };
    return html`<vaadin-icon class="bl-ico" src="icons.svg" symbol=${ICONS[this.shown]} aria-hidden="true"></vaadin-icon
      ><span>${texts[this.shown]}</span>`;
  }

  private get shown(): Shown {
    return this.line === 'live' && this.interrupted ? 'interrupted' : this.line;
  }

  private get vaadin(): VaadinConnection | undefined {
    return (window as unknown as { Vaadin?: { connectionState?: VaadinConnection } }).Vaadin?.connectionState;
  }

  private readonly changed = (_before: VaadinState, after: VaadinState): void => this.follow(after);

  private follow(after: VaadinState): void {
    if (after === 'connected') {
      this.back();
    } else if (after === 'connection-lost') {
      this.away();
      this.line = 'lost';
    } else if (after === 'reconnecting') {
      this.away();
    }
    // A request that is under way ('loading') says nothing yet about a line that was down.
  }

  private away(): void {
    if (this.line === 'live') {
      this.since = this.zone ? clockTime(lastHeard(), this.zone) : '';
      this.line = 'reconnecting';
      this.patience = window.setTimeout(() => (this.line = 'lost'), PATIENCE);
    }
  }

  private back(): void {
    serverHeard();
    this.silent = false;
    window.clearTimeout(this.patience);
    if (this.line !== 'live') {
      this.line = 'live';
      this.dispatchEvent(new CustomEvent('bl-reconnected', { bubbles: true }));
    }
  }

  private readonly leaving = (): void => {
    this.leftAt = performance.now();
  };

  /** A page that comes into sight again may have slept through anything. */
  private readonly seen = (): void => {
    if (!document.hidden) {
      this.probeIn(0);
    }
  };

  private probeIn(millis: number): void {
    window.clearTimeout(this.probing);
    this.probing = window.setTimeout(() => void this.probe(), millis);
  }

  private async probe(): Promise<void> {
    try {
      const answer = await fetch('sesi', {
        method: 'HEAD',
        cache: 'no-store',
        signal: AbortSignal.timeout(PROBE_TIMEOUT)
      });
      if (answer.status === 401 && performance.now() - this.leftAt < PROBE_TIMEOUT) {
        // Told to leave a moment ago: a reload would lose where to, and why.
        this.probeIn(PROBE_AGAIN);
        return;
      }
      if (answer.status === 401) {
        // Through the chain to sign-in, and from there back to this address.
        document.documentElement.dataset['ending'] = '';
        window.location.reload();
        return;
      }
      const line = this.vaadin?.state;
      if (this.silent && (line === 'connected' || line === 'loading')) {
        this.back();
      }
    } catch {
      this.silent = true;
      this.away();
    }
    if (this.isConnected) {
      this.early--;
      this.probeIn(this.silent ? PROBE_AGAIN : this.early > 0 ? EARLY_PROBE : PROBE);
    }
  }
}
