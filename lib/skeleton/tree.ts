/** What the reader takes from a page before anything is kept: tags, roles, texts. It never leaves the page. */

export interface SourceNode {
  /** Lower case; '' for an element that is none of HTML's. */
  readonly tag: string;
  /** The `role` attribute as it is, '' when none. */
  readonly role: string;
  /** Type of an input, '' for anything else. `<input type="submit">` is read as the button that it is. */
  readonly type: string;
  /** A person sees nothing of it; its children are then not read. */
  readonly hidden: boolean;
  readonly disabled: boolean;
  /** Text typed by the person goes there: `contenteditable`. */
  readonly editable: boolean;
  /** Flows with the text around it and means nothing by itself (`<b>`, `<span>`). */
  readonly inline: boolean;
  readonly children: readonly (SourceNode | string)[];
}

export interface SourcePage {
  /** Raw. */
  readonly url: string;
  readonly status: number;
  readonly title: string;
  readonly lang: string;
  readonly body: SourceNode;
  /** Reading stopped at a bound. */
  readonly truncated: boolean;
}
