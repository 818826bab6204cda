/** Detail of `lesson-toggle`, which `<lesson-complete>` fires after the state is saved. */
export interface LessonToggle {
  /** `module-1/01-cdc-fundamentals` */
  id: string;
  done: boolean;
}

declare global {
  interface HTMLElementEventMap {
    "lesson-toggle": CustomEvent<LessonToggle>;
  }
  interface WindowEventMap {
    "lesson-toggle": CustomEvent<LessonToggle>;
    /** Fired on window when saved progress or a setting may have changed, here or in another tab. */
    "progress-change": Event;
  }
}
