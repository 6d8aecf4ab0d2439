// The form is made from what the product says its settings are.
// A unit that a person would not use, and what is shown instead: divisor, decimals, unit.
const SHOWN_UNITS = { mV: [1000, 3, "V"], mA: [1000, 3, "A"], mAh: [1000, 3, "Ah"], ms: [1000, 3, "s"], permille: [10, 1, "%"], "\u2030": [10, 1, "%"] };
let fields = [];

const shownUnit = setting => SHOWN_UNITS[setting.unit] ?? [1, 0, setting.unit ?? ""];
const isText = setting => !setting.choices && !isKnown(setting.value) && !isKnown(setting.default);

function shownValue(setting, value) {
  if (!isKnown(value)) return value ?? "";
  const [by, decimals] = shownUnit(setting);
  return by === 1 ? String(value) : String(Number((value / by).toFixed(decimals))).replace(".", number(0.5, 1)[1]);
}

function rangeText(setting) {
  if (isText(setting)) return setting.max ? "at most " + setting.max + " bytes (an accented letter is two)" : "";
  if (setting.choices || !isKnown(setting.min)) return "";
  return shownValue(setting, setting.min) + " to " + shownValue(setting, setting.max) + " " + shownUnit(setting)[2];
}

function makeInput(setting, id) {
  if (setting.choices) {
    return make("select", { id }, ...setting.choices.map(choice => make("option", { value: choice }, choice)));
  }
  const isSecret = setting.value === undefined;
  return make("input", isText(setting)
    ? { id, type: isSecret ? "password" : "text", autocomplete: "off", ...(isSecret ? { placeholder: "unchanged" } : {}) }
    : { id, type: "text", inputmode: isKnown(setting.min) && setting.min < 0 ? "text" : "decimal", autocomplete: "off" });
}

function makeField(setting, prefix = "setting-") {
  const id = prefix + setting.key;
  const input = makeInput(setting, id);
  const error = make("span", { class: "error", id: id + "-error" });
  input.setAttribute("aria-describedby", id + "-range " + id + "-error");
  const unit = shownUnit(setting)[2];
  const label = make("label", { for: id }, setting.label + (unit && !setting.choices && !isText(setting) ? " (" + unit + ")" : "") + " ",
    make("small", { id: id + "-range" }, rangeText(setting)));
  const field = { setting, input, error, element: make("div", { class: "field" }, label, input, error) };
  setField(field, setting.value);
  return field;
}

function setField(field, value) {
  field.input.value = shownValue(field.setting, value);
}

function setError(field, text) {
  put(field.error, text);
  field.input.setAttribute("aria-invalid", text ? "true" : "false");
}

// The value as the product has it; undefined: unchanged. An error is shown beside the field, and is null here.
function readField(field) {
  const { setting, input } = field;
  setError(field, "");
  if (setting.choices || isText(setting)) return input.value === (setting.value ?? "") ? undefined : input.value;
  const shown = parseNumber(input.value);
  const [by, decimals] = shownUnit(setting);
  const value = Math.round(shown * by);
  // A value is never saved as another than was typed; the product of two fractions is off by less than this.
  const isTooFine = Math.abs(shown * by - value) > 1e-6;
  if (Number.isNaN(shown) || value < setting.min || value > setting.max || isTooFine) {
    setError(field, "must be " + rangeText(setting) + (isTooFine ? ", with " + (decimals ? "at most " + decimals : "no") + " decimals" : ""));
    return null;
  }
  return value === setting.value ? undefined : value;
}

async function showSettings() {
  const answer = await ask("/api/settings");
  const settings = await answer.json();
  const groups = new Map();
  fields = settings.map(setting => makeField(setting));
  for (const field of fields) {
    const group = field.setting.group ?? "";
    if (!groups.has(group)) groups.set(group, make("fieldset", {}, make("legend", {}, group)));
    groups.get(group).append(field.element);
  }
  $("form").replaceChildren(...groups.values());
}

async function saveSettings(event) {
  event.preventDefault();
  const read = fields.map(field => [field, readField(field)]);
  const wrong = read.find(([, value]) => value === null);
  if (wrong) {
    put($("form-message"), "Nothing was saved: see the marked fields.");
    wrong[0].input.focus();
    return;
  }
  const changed = Object.fromEntries(read.filter(([, value]) => value !== undefined).map(([field, value]) => [field.setting.key, value]));
  if (Object.keys(changed).length === 0) {
    put($("form-message"), "Nothing has changed.");
    return;
  }
  put($("form-message"), "Saving");
  try {
    const answer = await sendUnlocked("PUT", "/api/settings", changed, "save the settings");
    await tellSaved(answer);
  } catch {
    put($("form-message"), "The display did not answer. Nothing is known to be saved: look again.");
  }
}

function refusalText(status) {
  if (status === 413) return "too much at once. Save it in two steps.";
  if (status === 507) return "the display has no room to keep them.";
  return status === 403 ? "the button was not pressed." : "the display answered " + status + ".";
}

async function tellSaved(answer) {
  if (answer.ok) {
    await showSettings();
    put($("form-message"), "Saved.");
  } else if (answer.status === 507) {
    await showSettings();
    put($("form-message"), "In use, but lost at the next start: the display has no room to keep it. It tries again each minute.");
  } else if (answer.status === 400) {
    const { errors } = await answer.json();
    for (const error of errors) {
      const field = fields.find(one => one.setting.key === error.key);
      if (field) setError(field, error.text);
    }
    put($("form-message"), "Nothing was saved: " + errors.map(error => error.key + " " + error.text).join("; "));
  } else {
    put($("form-message"), "Nothing was saved: " + refusalText(answer.status));
  }
}

function exportSettings() {
  const values = Object.fromEntries(fields.filter(field => field.setting.value !== undefined).map(field => [field.setting.key, field.setting.value]));
  const link = make("a", { download: "valencenano-settings.json", href: URL.createObjectURL(new Blob([JSON.stringify(values, null, 2)], { type: "application/json" })) });
  link.click();
  URL.revokeObjectURL(link.href);
}

async function importSettings() {
  const file = $("import").files[0];
  $("import").value = "";
  try {
    const values = JSON.parse(await file.text());
    const known = fields.filter(field => field.setting.key in values);
    const unknown = Object.keys(values).filter(key => !known.some(field => field.setting.key === key));
    for (const field of known) setField(field, values[field.setting.key]);
    put($("form-message"), (known.length ? "Filled in, not yet saved." : "That file holds no settings.") + (unknown.length ? " Not known here: " + unknown.join(", ") : ""));
  } catch {
    put($("form-message"), "That file holds no settings.");
  }
}

$("form").addEventListener("submit", saveSettings);
$("export").onclick = exportSettings;
$("import").onchange = importSettings;
