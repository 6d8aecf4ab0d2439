// The rhythm: the status every 3 s, what a view needs besides when it is shown, and the truth about the connection.
const VIEWS = ["setup", "bank", "batteries", "history", "health", "settings", "bus"];
let heardMs = 0;
let isAsking = false;
let historyMs = 0;
let givenMs = -Infinity;
let soc = "";

const view = () => VIEWS.includes(location.hash.slice(1)) ? location.hash.slice(1) : "bank";

function showStatus(status) {
  put($("name"), status.device.name || "ValenceNano");
  soc = isKnown(status.bank.soc_permille) ? Math.round(status.bank.soc_permille / 10) + " % " : "";
  show($("simulated"), !!status.device.simulated);
  showWhatComesFirst(!!status.device.set_up);
  showBank(status.bank, status.batteries);
  showAlarms(status.bank.alarms ?? []);
  showBatteries(status.batteries);
  showHealth(status);
  showBus(status);
}

// In set-up the page begins with it.
function showWhatComesFirst(isSetUp) {
  if (isSetUp === isSettingUp) return;
  isSettingUp = isSetUp;
  show($("setup-link"), isSetUp);
  if (isSetUp && !location.hash) location.hash = "#setup";
}

function showConnection() {
  const silentMs = Date.now() - heardMs;
  const isLost = silentMs >= LOST_MS;
  document.body.classList.toggle("lost", isLost);
  document.title = ($("simulated").hidden ? "" : "SIMULATED ") + (isLost ? "" : soc) + $("name").textContent;
  if (!isLost) {
    put($("connection"), "Connected");
  } else {
    ageCards();
    put($("connection"), heardMs
      ? "No connection since " + new Date(heardMs).toLocaleTimeString() + " (" + span(silentMs) + "): these values are old"
      : "No connection yet");
  }
}

// Once for each start of the product, which may have forgotten it; again until it is taken.
async function giveTime(startedMs) {
  if (Math.abs(startedMs - givenMs) < 60000) return;
  const answer = await send("POST", "/api/time", { utc_ms: Date.now(), offset_min: -new Date().getTimezoneOffset() });
  if (answer.ok) givenMs = startedMs;
}

async function refresh() {
  if (isAsking) return;
  isAsking = true;
  try {
    const answer = await ask("/api/status");
    if (answer.ok) {
      const status = await answer.json();
      giveTime(Date.now() - status.device.uptime_ms).catch(() => {});
      heardMs = Date.now();
      showStatus(status);
      await refreshView();
    }
  } catch {
    // Told by the time that passes without an answer.
  } finally {
    isAsking = false;
    showConnection();
  }
}

async function refreshView() {
  if (view() === "setup" && isSettingUp) await showSetup();
  if (view() === "settings" && fields.length === 0) await showSettings();
  if (view() === "bus") await showPanel();
  if (["history", "health"].includes(view()) && Date.now() - historyMs > 60000) {
    historyMs = Date.now();
    await showHistory();
  }
}

async function turnTo() {
  for (const name of VIEWS) show($(name), name === view());
  for (const link of document.querySelectorAll("nav a")) {
    if (link.hash === "#" + view()) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  historyMs = 0;
  try {
    if (view() === "settings") await showSettings();
    else await refreshView();
  } catch {
    // As in refresh.
  }
}

addEventListener("hashchange", () => {
  turnTo();
  $("main").focus({ preventScroll: true });
  scrollTo(0, 0);
});
document.addEventListener("visibilitychange", () => { if (!document.hidden) refresh(); });
setInterval(refresh, POLL_MS);
setInterval(showConnection, 1000);
turnTo();
refresh();
