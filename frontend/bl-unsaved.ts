/** See id.balairung.common.ui.UnsavedGuard. */
export class BlUnsaved extends HTMLElement {
  private form?: HTMLElement;
  private unsaved = false;
  private typing = false;
  private underWay = false;

  /** The server's answer to all that it has heard: whether something was typed that isn't saved. */
  know(unsaved: boolean): void {
    this.unsaved = unsaved;
    this.typing = false;
    this.underWay = false;
  }

  connectedCallback(): void {
    this.hidden = true;
    this.know(false);
    this.form = this.parentElement ?? undefined;
    this.form?.addEventListener('input', this.begin);
    this.form?.addEventListener('change', this.send);
    this.form?.addEventListener('focusout', this.end);
    window.addEventListener('beforeunload', this.ask);
  }

  disconnectedCallback(): void {
    this.form?.removeEventListener('input', this.begin);
    this.form?.removeEventListener('change', this.send);
    this.form?.removeEventListener('focusout', this.end);
    window.removeEventListener('beforeunload', this.ask);
  }

  private readonly begin = (): void => {
    this.typing = true;
  };

  /** The server hears of what was typed when the field is left, if it is something else then. */
  private readonly send = (): void => {
    this.underWay = true;
  };

  private readonly end = (): void => {
    this.typing = false;
  };

  private readonly ask = (leaving: BeforeUnloadEvent): void => {
    if ((this.unsaved || this.typing || this.underWay) && !('ending' in document.documentElement.dataset)) {
      leaving.preventDefault();
    }
  };
}

customElements.define('bl-unsaved', BlUnsaved);
