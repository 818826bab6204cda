/** A lesson's permanent id: `module-1/01-cdc-fundamentals`. Anything else is never read or written as progress. */
export const LESSON_ID = /^module-\d{1,3}\/\d\d-[a-z\d-]{1,80}$/;
