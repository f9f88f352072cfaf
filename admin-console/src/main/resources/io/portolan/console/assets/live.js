// Keeps a page live: news of changed payments make htmx read the page's parts again. Without this script the pages work, but stand still.
(() => {
  "use strict";

  const REST_BETWEEN_READINGS = 1000;
  const PAUSE_AFTER_FAILURE = 30000;

  const source = document.querySelector("[data-live]")?.dataset.live;
  const sign = document.getElementById("live");
  let stream = null;
  let changed = new Set();
  let reading = null;
  let lastReading = 0;

  function say(state, words) {
    sign.hidden = false;
    sign.dataset.state = state;
    if (sign.textContent !== words) sign.textContent = words;
  }

  function readAgain() {
    if (reading !== null) return;
    const rest = Math.max(0, lastReading + REST_BETWEEN_READINGS - Date.now());
    reading = setTimeout(() => {
      reading = null;
      lastReading = Date.now();
      htmx.trigger(document.body, "payment-changed");
    }, rest);
  }

  function connect() {
    if (stream !== null || document.hidden) return;
    stream = new EventSource(source);
    stream.addEventListener("open", () => {
      say("on", "Live");
      readAgain(); // Whatever changed between making the page and now.
    });
    stream.addEventListener("changed", (news) => {
      news.data.split(" ").forEach((id) => changed.add(id));
      readAgain();
    });
    stream.addEventListener("error", () => {
      say("off", "Reconnecting");
      if (stream.readyState === EventSource.CLOSED) {
        stream = null;
        say("off", "Not live");
        setTimeout(connect, PAUSE_AFTER_FAILURE);
      }
    });
  }

  function disconnect() {
    stream?.close();
    stream = null;
  }

  // A browser allows few connections per host: only the page that is looked at holds one.
  function followVisibility() {
    if (document.hidden) disconnect();
    else connect();
  }

  function isInUse(panel) {
    const typed = [...panel.querySelectorAll("textarea, input:not([type=hidden])")];
    return typed.some((field) => (field.type === "radio" ? field.checked : field.value !== ""))
      || (panel.contains(document.activeElement) && document.activeElement.closest("form") !== null);
  }

  // The panels with forms stay as they are while somebody is at work in them.
  function keepWhatIsTyped(event) {
    const panel = event.detail.target;
    if (!["actions", "alerts"].includes(panel?.id) || !isInUse(panel)) return;
    event.detail.shouldSwap = false;
    const fresh = event.detail.fragment.querySelector("#" + panel.id) ?? event.detail.fragment.firstElementChild;
    const offered = (root) => [...root.querySelectorAll("details.action")].map((action) => action.id).join();
    if (fresh && offered(fresh) !== offered(panel)) panel.querySelector(".stale").hidden = false;
  }

  // What is written anew is read aloud anew: so the banner is, only when other alerts are open than before.
  function keepTheSameBanner(event) {
    const banner = event.detail.target;
    if (banner?.id !== "banner") return;
    const fresh = event.detail.fragment.querySelector("#banner") ?? event.detail.fragment.firstElementChild;
    if (fresh?.dataset.open === banner.dataset.open) event.detail.shouldSwap = false;
  }

  function openDetails() {
    return [...document.querySelectorAll("main details[open][id]")].map((detail) => detail.id);
  }

  let wereOpen = [];
  document.addEventListener("htmx:beforeSwap", () => { wereOpen = openDetails(); });
  document.addEventListener("htmx:oobBeforeSwap", keepWhatIsTyped);
  document.addEventListener("htmx:oobBeforeSwap", keepTheSameBanner);
  document.addEventListener("htmx:afterSettle", () => {
    wereOpen.forEach((id) => document.getElementById(id)?.setAttribute("open", ""));
    document.querySelectorAll("[data-payment]").forEach((row) => {
      if (changed.has(row.dataset.payment)) row.classList.add("fresh");
    });
    changed = new Set();
  });
  document.addEventListener("htmx:responseError", (event) => {
    if (event.detail.xhr.status === 401) location.reload(); // The session has ended: the log-in page comes.
  });
  document.addEventListener("submit", (event) => {
    const button = event.target.querySelector("button[type=submit]");
    if (event.target.method === "post" && button) button.setAttribute("aria-busy", "true");
  });
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-reload]")) {
      event.preventDefault();
      location.reload();
    }
  });

  if (source) {
    document.addEventListener("visibilitychange", followVisibility);
    window.addEventListener("pagehide", disconnect);
    window.addEventListener("pageshow", followVisibility);
    followVisibility();
  }
})();
