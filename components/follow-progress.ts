import type { LitElement } from "lit";

/** Renders an element again whenever saved progress may have changed. */
export function followProgress(element: LitElement): void {
  const update = () => element.requestUpdate();
  element.addController({
    hostConnected: () => addEventListener("progress-change", update),
    hostDisconnected: () => removeEventListener("progress-change", update),
  });
}
