// Keeps an open board current: the server says that something its reader may see has changed, and the board asks for itself
// again, with the same filters. Without this, reloading does the same.
(() => {
  "use strict";
  const address = document.getElementById("live-board")?.dataset.stream;
  if (!address || !window.EventSource || !window.htmx) return;

  const say = (sentence) => {
    const status = document.getElementById("live-status");
    if (status) status.textContent = sentence;
  };

  // Many entries at once are one change of the picture.
  let waiting = false;
  const changed = () => {
    if (waiting) return;
    waiting = true;
    setTimeout(() => {
      waiting = false;
      htmx.trigger("#live-board", "board-changed");
    }, 250);
  };

  // The browser goes on by itself after an end; after a refusal (too many boards open, the session over) it does not.
  const attempts = 4;
  let refused = 0;
  let source = null;
  const follow = () => {
    source = new EventSource(address);
    source.onopen = () => (refused = 0);
    source.onmessage = changed;
    source.onerror = () => {
      if (source?.readyState !== EventSource.CLOSED) return;
      source = null;
      if (++refused < attempts) setTimeout(() => !source && !document.hidden && follow(), 10000);
      else say("Live updates have ended. Reload the page to see what is new.");
    };
  };
  const leave = () => {
    source?.close();
    source = null;
  };

  // A board that nobody looks at holds no connection; browsers have few of them. What it missed, it asks for on return.
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) leave();
    else if (!source) {
      follow();
      changed();
    }
  });
  addEventListener("pagehide", leave);
  if (!document.hidden) follow();
})();
