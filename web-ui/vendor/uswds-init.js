// The stock uswds.js sets its components up once, at page load, and exposes nothing; parts that htmx swaps in later would
// stay bare. This entry sets them up at load and again, for the swapped part only, after every swap.
import components from "@uswds/uswds/js";

const each = (method, target) => Object.values(components).forEach((component) => component[method]?.(target));

const start = () => each("on", document.body);
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start, { once: true });
else start();

document.addEventListener("htmx:after:swap", (event) => each("init", event.detail?.ctx?.target ?? document.body));
