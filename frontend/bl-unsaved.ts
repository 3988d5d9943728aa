/** See id.balairung.common.ui.UnsavedGuard. */
export class BlUnsaved extends HTMLElement {
  private form?: HTMLElement;
  private told = false;
  private typing = false;

  /** What the server knows: whether something was typed that isn't saved. */
  set unsaved(unsaved: boolean) {
    this.told = unsaved;
    this.typing = false;
  }

  get unsaved(): boolean {
    return this.told || this.typing;
  }

  connectedCallback(): void {
    this.hidden = true;
    this.typing = false;
    this.form = this.parentElement ?? undefined;
    this.form?.addEventListener('input', this.begin);
    this.form?.addEventListener('change', this.end);
    this.form?.addEventListener('focusout', this.end);
    window.addEventListener('beforeunload', this.ask);
  }

  disconnectedCallback(): void {
    this.form?.removeEventListener('input', this.begin);
    this.form?.removeEventListener('change', this.end);
    this.form?.removeEventListener('focusout', this.end);
    window.removeEventListener('beforeunload', this.ask);
  }

  /** The server hears of it when the field is left. */
  private readonly begin = (): void => {
    this.typing = true;
  };

  private readonly end = (): void => {
    this.typing = false;
  };

  private readonly ask = (leaving: BeforeUnloadEvent): void => {
    if (this.unsaved && !('ending' in document.documentElement.dataset)) {
      leaving.preventDefault();
    }
  };
}

customElements.define('bl-unsaved', BlUnsaved);
