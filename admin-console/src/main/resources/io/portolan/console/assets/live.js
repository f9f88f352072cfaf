// Keeps a page up to date: when payments change, htmx reads the page's parts again. Without this script the pages work, but do not refresh.
(() => {
  "use strict";

  const MIN_REFRESH_INTERVAL_MS = 1000;
  const RECONNECT_DELAY_MS = 30000;

  const streamUrl = document.querySelector("[data-stream]")?.dataset.stream;
  const status = document.getElementById("connection");
  let stream = null;
  let changed = new Set();
  let pendingRefresh = null;
  let lastRefreshAt = 0;

  function showStatus(state, text) {
    status.hidden = false;
    status.dataset.state = state;
    if (status.textContent !== text) status.textContent = text;
  }

  function scheduleRefresh() {
    if (pendingRefresh !== null) return;
    const delay = Math.max(0, lastRefreshAt + MIN_REFRESH_INTERVAL_MS - Date.now());
    pendingRefresh = setTimeout(() => {
      pendingRefresh = null;
      lastRefreshAt = Date.now();
      htmx.trigger(document.body, "payment-changed");
    }, delay);
  }

  function connect() {
    if (stream !== null || document.hidden) return;
    stream = new EventSource(streamUrl);
    stream.addEventListener("open", () => {
      showStatus("on", "Live");
      scheduleRefresh(); // For what changed between the making of the page and now.
    });
    stream.addEventListener("changed", (event) => {
      event.data.split(" ").forEach((id) => changed.add(id));
      scheduleRefresh();
    });
    stream.addEventListener("error", () => {
      showStatus("off", "Reconnecting");
      if (stream.readyState === EventSource.CLOSED) {
        stream = null;
        showStatus("off", "Not live");
        setTimeout(connect, RECONNECT_DELAY_MS);
      }
    });
  }

  function disconnect() {
    stream?.close();
    stream = null;
  }

  // A browser allows few connections per host: only the visible page holds one.
  function followVisibility() {
    if (document.hidden) disconnect();
    else connect();
  }

  function isInUse(panel) {
    const fields = [...panel.querySelectorAll("textarea, select, input:not([type=hidden])")];
    return fields.some((field) => (field.type === "radio" ? field.checked : field.value !== ""))
      || (panel.contains(document.activeElement) && document.activeElement.closest("form") !== null);
  }

  // The panels with forms stay as they are while somebody is filling one in.
  function keepFormsInUse(event) {
    const panel = event.detail.target;
    if (!["actions", "alerts", "approvals", "breaks"].includes(panel?.id) || !isInUse(panel)) return;
    event.detail.shouldSwap = false;
    const updated = event.detail.fragment.querySelector("#" + panel.id) ?? event.detail.fragment.firstElementChild;
    // A form belongs to the version of the payment that its page showed.
    const shown = (root) => [...root.querySelectorAll("details.action, input[name=version]")].map((part) => part.id || part.value).join();
    if (updated && shown(updated) !== shown(panel)) panel.querySelector(".outdated").hidden = false;
  }

  // A screen reader reads a replaced banner aloud again: it is replaced only when other alerts are open than before.
  function skipUnchangedBanner(event) {
    const banner = event.detail.target;
    if (banner?.id !== "banner") return;
    const updated = event.detail.fragment.querySelector("#banner") ?? event.detail.fragment.firstElementChild;
    if (updated?.dataset.alertIds === banner.dataset.alertIds) event.detail.shouldSwap = false;
  }

  function openDetails() {
    return [...document.querySelectorAll("main details[open][id]")].map((details) => details.id);
  }

  let openIds = [];
  document.addEventListener("htmx:beforeSwap", () => { openIds = openDetails(); });
  document.addEventListener("htmx:oobBeforeSwap", keepFormsInUse);
  document.addEventListener("htmx:oobBeforeSwap", skipUnchangedBanner);
  document.addEventListener("htmx:afterSettle", () => {
    openIds.forEach((id) => document.getElementById(id)?.setAttribute("open", ""));
    document.querySelectorAll("[data-payment]").forEach((row) => {
      if (changed.has(row.dataset.payment)) row.classList.add("updated");
    });
    changed = new Set();
  });
  document.addEventListener("htmx:responseError", (event) => {
    if (event.detail.xhr.status === 401) location.reload(); // The session has ended: this leads to the login page.
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

  if (streamUrl) {
    document.addEventListener("visibilitychange", followVisibility);
    window.addEventListener("pagehide", disconnect);
    window.addEventListener("pageshow", followVisibility);
    followVisibility();
  }
})();
