import { ReactiveElement } from "@lit/reactive-element";

/**
 * An element that only adds to what is printed inside it. It has no shadow root: a root around much of a page makes the
 * browser lay out all of that again. Nor has it templates, so that first visits do not wait for the code that reads them.
 */
export class PrintedElement extends ReactiveElement {
  protected override createRenderRoot(): HTMLElement {
    return this;
  }
}
