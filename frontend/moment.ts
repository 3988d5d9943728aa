/*
 * The server's time in the browser, and one ticker for everything that counts.
 *
 * A PC's clock may be wrong, so a component that is given a moment is also given the server's present moment. The network
 * only ever makes that look older than it is; the greatest offset seen is the nearest to the truth. When the PC's clock is
 * set, or the PC slept, what was seen before no longer counts.
 *
 * The server's time may go faster than a PC's, as on a simulated day; the page says how many times.
 */
const TOLERANCE = 2000;
const PACE = Number(document.documentElement.dataset.pace ?? 1) || 1;

let offset: number | undefined;
let drift = 0;
let heard = Date.now();

const paced = (time: number): number => time * PACE;
const clockDrift = (): number => Date.now() - performance.now();

/** Remembers the server's present moment, epoch ms. */
export function serverSays(now: number): void {
  if (!now) {
    return;
  }
  const seen = now - paced(Date.now());
  const clockWasSet = Math.abs(clockDrift() - drift) > TOLERANCE;
  offset = offset === undefined || clockWasSet ? seen : Math.max(offset, seen);
  drift = clockDrift();
  heard = Date.now();
}

/** The server's present moment, epoch ms. */
export function serverNow(): number {
  return toServer(Date.now());
}

/** When the server was last heard of, as the server's epoch ms. */
export function lastHeard(): number {
  return toServer(heard);
}

function toServer(time: number): number {
  return offset === undefined ? time : paced(time) + offset;
}

/** Something came from the server. */
export function serverHeard(): void {
  heard = Date.now();
}

type Tick = () => void;

/** Calls everybody at one pace. */
export class Ticker {
  private readonly ticks = new Set<Tick>();
  private timer: number | undefined;

  constructor(private readonly every: number) {
    document.addEventListener('visibilitychange', () => this.arrange());
  }

  /** Calls back at the ticker's pace while the tab is visible, and at once when it becomes visible. */
  subscribe(tick: Tick): () => void {
    this.ticks.add(tick);
    this.arrange();
    return () => {
      this.ticks.delete(tick);
      this.arrange();
    };
  }

  private arrange(): void {
    const wanted = this.ticks.size > 0 && !document.hidden;
    if (wanted && this.timer === undefined) {
      this.ticks.forEach((tick) => tick());
      this.align();
    } else if (!wanted && this.timer !== undefined) {
      window.clearTimeout(this.timer);
      this.timer = undefined;
    }
  }

  /** On the full second of the server's time, so that all timers on the page turn together. */
  private align(): void {
    this.timer = window.setTimeout(
      () => {
        this.ticks.forEach((tick) => tick());
        this.align();
      },
      this.every - ((serverNow() / PACE) % this.every) + 5
    );
  }
}

/** For what shows seconds. */
export const everySecond = new Ticker(1000);

/** For what shows minutes. */
export const everyFewSeconds = PACE > 1 ? everySecond : new Ticker(5000);
