let touch: boolean;

/**
 * Terms (`a.term`) show their definition when they are pointed at, focused or tapped; the element that shows it is
 * loaded by the first of these. A tap on a term opens its definition, the next one follows the link, and so does the
 * first if the definition cannot be loaded.
 */
for (const type of ["pointerover", "focusin", "click"] as const) {
  addEventListener(type, (event) => {
    // A click does not say everywhere what it was made with; what happened before it does.
    if (type === "pointerover") touch = (event as PointerEvent).pointerType === "touch";
    const term = (event.target as Element).closest<HTMLAnchorElement>(".term");
    if (!term) return;
    const tap = type === "click" && touch && !term.hasAttribute("aria-describedby");
    if (tap) event.preventDefault();
    import("./term-tip.ts").then(({ showTip }) => showTip(term, tap)).catch(() => tap && location.assign(term.href));
  });
}
