import { LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';

/** How long a key rests after it acted, and all keys after a view changed its state, in ms. */
const REST = 400;

/** How long a key that was pressed ahead of the server's answer waits for it, in ms. */
const PATIENCE = 10_000;

const FIELDS = 'input, textarea, select, [contenteditable], [contenteditable="true"]';
/** A field that leaves single keys to others while it is empty. */
const YIELDING = '[data-single-keys-when-empty]';
const DIALOGS = 'vaadin-dialog[opened], vaadin-confirm-dialog[opened]';

/** See id.balairung.common.ui.ShortcutKeys. */
@customElement('bl-keys')
export class BlKeys extends LitElement {
  /** Whether single letters and digits act. */
  @property({ type: Boolean }) singleKeys = true;

  private restUntil = 0;
  private lastKey = '';
  private lastActed = -Infinity;
  private readonly states = new MutationObserver((changes) => {
    if (changes.some((change) => change.oldValue !== (change.target as Element).getAttribute('data-state'))) {
      this.rest();
    }
  });

  override createRenderRoot(): HTMLElement {
    return this;
  }

  override render(): unknown {
    return nothing;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.hidden = true;
    window.addEventListener('keydown', this.pressed, { capture: true });
    this.states.observe(document.body, {
      subtree: true,
      attributes: true,
      attributeFilter: ['data-state'],
      attributeOldValue: true
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('keydown', this.pressed, { capture: true });
    this.states.disconnect();
  }

  /** Lets all keys rest. */
  rest(): void {
    this.restUntil = performance.now() + REST;
  }

  private readonly pressed = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.key === 'Escape') {
      return;
    }
    const single = event.key.length === 1;
    if (single && (!this.singleKeys || (inField(event) && !yields(event)))) {
      return;
    }
    const key = single ? event.key.toUpperCase() : event.key;
    const targets = reachable(key);
    if (targets.length === 0) {
      return;
    }
    // The key is ours even while it can't act: a browser must not do something else with it.
    event.preventDefault();
    event.stopPropagation();
    if (event.repeat || this.rests(key) || isCutOff()) {
      return;
    }
    const target = targets.find(isEnabled);
    if (target) {
      tellWhatWasTyped(event);
      this.act(key, target);
    } else if (answerIsDue()) {
      this.actOnceAnswered(key);
    }
  };

  private rests(key: string): boolean {
    const now = performance.now();
    return now < this.restUntil || (key === this.lastKey && now < this.lastActed + REST);
  }

  private act(key: string, target: HTMLElement): void {
    this.lastKey = key;
    this.lastActed = performance.now();
    // A radio button's host only carries the input that people really click.
    (target.querySelector<HTMLElement>(':scope > input[type="radio"]') ?? target).click();
  }

  /** Whoever types fast presses the next key before the server has enabled its button. A changed state drops it. */
  private actOnceAnswered(key: string): void {
    const rest = this.restUntil;
    const until = performance.now() + PATIENCE;
    const look = (): void => {
      if (this.restUntil !== rest || this.rests(key) || performance.now() > until || isCutOff() || !this.isConnected) {
        return;
      }
      const due = answerIsDue();
      const target = reachable(key).find(isEnabled);
      if (target) {
        this.act(key, target);
      } else if (due) {
        requestAnimationFrame(look);
      }
    };
    requestAnimationFrame(look);
  }
}

/** Whether the key was pressed in a field that leaves single keys to others, and which is empty. */
function yields(event: KeyboardEvent): boolean {
  const focused = event.composedPath()[0];
  return focused instanceof HTMLInputElement && focused.value === '' && focused.closest(YIELDING) !== null;
}

/** Whether the server has been asked for something and has not answered yet. */
function answerIsDue(): boolean {
  const flow = (window as unknown as { Vaadin?: { Flow?: { clients?: Record<string, { isActive?(): boolean }> } } })
    .Vaadin?.Flow;
  return Object.values(flow?.clients ?? {}).some((client) => client.isActive?.() ?? false);
}

/** A field tells the server its text when it is left; a key that acts from inside it would come before that. */
function tellWhatWasTyped(event: KeyboardEvent): void {
  const focused = event.composedPath()[0];
  if (focused instanceof HTMLElement && inField(event)) {
    focused.dispatchEvent(new Event('change', { bubbles: true }));
  }
}

function inField(event: KeyboardEvent): boolean {
  const focused = event.composedPath()[0];
  return (
    focused instanceof HTMLElement &&
    focused.matches(FIELDS) &&
    !(focused instanceof HTMLInputElement && ['radio', 'checkbox', 'button'].includes(focused.type))
  );
}

function reachable(key: string): HTMLElement[] {
  const open = [...document.querySelectorAll<HTMLElement>(DIALOGS)];
  const scope: ParentNode = open.at(-1) ?? document;
  return [...scope.querySelectorAll<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)].filter((found) =>
    found.checkVisibility()
  );
}

function isEnabled(target: HTMLElement): boolean {
  return !target.hasAttribute('disabled') && target.getAttribute('aria-disabled') !== 'true';
}

function isCutOff(): boolean {
  return ['lost', 'interrupted'].includes(document.documentElement.dataset['connection'] ?? '');
}
