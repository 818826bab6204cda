import { unsafeCSS } from "lit";
import look from "../assets/css/button.css" with { type: "text" };

/** The page's look of buttons, for those inside shadow roots; colours and sizes are the page's custom properties. */
export const buttonStyle = unsafeCSS(look);
