// Comfort only: every page works without it.
(() => {
  "use strict";

  const focusOn = (element) => {
    if (!element) return;
    if (!element.hasAttribute("tabindex") && !element.matches("a,button,input,select,textarea")) element.setAttribute("tabindex", "-1");
    element.focus();
  };

  const say = (sentence) => {
    const status = document.getElementById("live-status");
    if (status) status.textContent = sentence;
  };

  // What needs to be read first (an error summary, a receipt) is where the reader is put.
  const start = () => focusOn(document.querySelector("main [data-focus]"));
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start, { once: true });
  else start();

  // A filter marked data-autosubmit is applied when it is changed; its button is there for those without scripts.
  document.addEventListener("change", (event) => {
    const field = event.target;
    if (field instanceof Element && field.matches("[data-autosubmit], [data-autosubmit] *")) field.form?.requestSubmit();
  });

  // The target of a request says that it is busy until the answer is in place.
  const targetOf = (event) => event.detail?.ctx?.target;
  document.addEventListener("htmx:before:request", (event) => targetOf(event)?.setAttribute?.("aria-busy", "true"));
  document.addEventListener("htmx:finally:request", (event) => targetOf(event)?.removeAttribute?.("aria-busy"));
  document.addEventListener("htmx:error", () => say("The page could not be brought up to date. Reload it to try again."));

  // After a swap: a part marked data-focus-heading takes the focus to its heading, one marked data-say is spoken.
  document.addEventListener("htmx:after:swap", (event) => {
    const target = targetOf(event);
    if (!(target instanceof Element)) return;
    const part = target.isConnected ? target : document.getElementById(target.id);
    if (!part) return;
    const first = part.querySelector("[data-focus]") ?? (part.matches("[data-focus-heading]") ? part.querySelector("h1, h2, h3") : null);
    focusOn(first);
    const spoken = part.matches("[data-say]") ? part : part.querySelector("[data-say]");
    if (spoken) say(spoken.dataset.say);
  });
})();
