// In set-up: the Wi-Fi first, then the few settings that every owner needs. The form's fields are those of the settings view.
const FIRST_SETTINGS = ["wiring", "capacity_ah"];
const OTHER_NETWORK = "\u0000";
let setupFields = [];
let isSettingUp = false;

const signalText = dbm => dbm >= -60 ? "strong" : dbm >= -75 ? "good" : "weak";
const isFirstSetting = setting => FIRST_SETTINGS.includes(setting.key) || setting.key.startsWith("name.");

// What was chosen stays chosen when another search is in.
async function showNetworks() {
  const { networks } = await (await ask("/api/wifi")).json();
  const list = $("wifi-name");
  const chosen = list.value;
  list.replaceChildren(
    ...networks.map(one => make("option", { value: one.name }, one.name + " (" + signalText(one.signal_dbm) + ")")),
    make("option", { value: OTHER_NETWORK }, "another one"));
  if ([...list.options].some(option => option.value === chosen)) list.value = chosen;
  showOther();
}

const showOther = () => show($("wifi-other-field"), $("wifi-name").value === OTHER_NETWORK);

async function searchNetworks() {
  put($("setup-message"), "Searching");
  await send("POST", "/api/wifi/scan", {});
  await new Promise(done => setTimeout(done, 4000));
  await showNetworks();
  put($("setup-message"), "");
}

async function showSetup() {
  if (setupFields.length) return;
  await showNetworks();
  const settings = await (await ask("/api/settings")).json();
  setupFields = settings.filter(isFirstSetting).map(setting => makeField(setting, "setup-"));
  $("setup-settings").replaceChildren(...setupFields.map(field => field.element));
}

// The settings first: with the Wi-Fi set-up ends.
async function saveSetup(event) {
  event.preventDefault();
  const name = $("wifi-name").value === OTHER_NETWORK ? $("wifi-other").value : $("wifi-name").value;
  const password = $("wifi-password").value;
  if (!name || (password && password.length < 8)) {
    put($("setup-message"), name ? "A Wi-Fi password has 8 characters or more." : "Choose a Wi-Fi, or enter its name.");
    return;
  }
  if (await saveFirstSettings() && await endSetup("PUT", "/api/wifi", { name, password })) {
    tellEnd("Saved. The display restarts and joins " + name + ". Go back into your own Wi-Fi: the panel shows the page's address there.");
  }
}

async function finishWithout() {
  if (await saveFirstSettings() && await endSetup("POST", "/api/wifi/end", {})) tellEnd("Saved. The display restarts without Wi-Fi.");
}

async function saveFirstSettings() {
  const read = setupFields.map(field => [field, readField(field)]);
  const wrong = read.find(([, value]) => value === null);
  if (wrong) {
    wrong[0].input.focus();
    return false;
  }
  const changed = Object.fromEntries(read.filter(([, value]) => value !== undefined).map(([field, value]) => [field.setting.key, value]));
  const answer = Object.keys(changed).length ? await send("PUT", "/api/settings", changed) : { ok: true };
  if (!answer.ok) put($("setup-message"), "The settings were not saved: " + refusalText(answer.status));
  return answer.ok;
}

async function endSetup(method, path, body) {
  const answer = await send(method, path, body);
  if (!answer.ok) put($("setup-message"), "The Wi-Fi was not saved (" + answer.status + "): look at name and password.");
  return answer.ok;
}

function tellEnd(text) {
  put($("setup-message"), text);
  show($("setup-form"), false);
}

const tellNoAnswer = () => put($("setup-message"), "The display did not answer. Try again.");

$("wifi-name").onchange = showOther;
$("setup-form").oninput = () => put($("setup-message"), "");
$("wifi-search").onclick = () => searchNetworks().catch(tellNoAnswer);
$("setup-form").addEventListener("submit", event => saveSetup(event).catch(tellNoAnswer));
$("setup-without").onclick = () => finishWithout().catch(tellNoAnswer);
