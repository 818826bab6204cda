import type { ReactiveElement } from "@lit/reactive-element";

/**
 * Renders an element again whenever saved progress may have changed.
 * @example RoadMap.addInitializer(followProgress);
 */
export function followProgress(element: ReactiveElement): void {
  const update = () => element.requestUpdate();
  element.addController({
    hostConnected: () => addEventListener("progress-change", update),
    hostDisconnected: () => removeEventListener("progress-change", update),
  });
}
