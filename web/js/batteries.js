// One card for each battery, kept while the battery is there.
const STATES = { live: "live", asleep: "asleep", lost: "lost", no_data: "answers, no data" };
const CELL_LOW_MV = 2500;
const CELL_HIGH_MV = 3700;
const cards = new Map();

function batteryTitle(battery) {
  return "B" + battery.number + " " + (battery.name || battery.serial || "bus id " + battery.bus_id);
}

function makeCard() {
  const card = {
    title: make("h3"), state: make("p"), serial: make("p", { class: "note" }), values: make("dl", { class: "grid live" }),
    cells: make("div", { class: "cells live" }), forget: make("button", { type: "button" }, "Forget this battery"),
  };
  card.element = make("article", { class: "card" }, card.title, card.state, card.serial, card.values, card.cells, card.forget);
  card.rows = [1, 2, 3, 4].map(group => {
    const row = { name: make("span", {}, "Group " + group), bar: make("i"), value: make("span") };
    card.cells.append(row.name, make("div", { class: "bar", "aria-hidden": "true" }, row.bar), row.value);
    return row;
  });
  return card;
}

function stateText(battery) {
  const age = isKnown(battery.age_ms) ? ", values of " + span(battery.age_ms) + " ago" : "";
  return STATES[battery.state] + (battery.state === "live" ? "" : age);
}

function fillCard(card, battery) {
  put(card.title, batteryTitle(battery));
  put(card.state, stateText(battery));
  put(card.serial, battery.name ? "Serial " + battery.serial : "");
  card.state.className = "state is-" + battery.state;
  card.element.classList.toggle("old", battery.state !== "live");
  show(card.forget, battery.state !== "live" && !!battery.serial_hex);
  card.forget.onclick = () => forget(battery);
  const spread = isKnown(battery.cell_max_mv) ? battery.cell_max_mv - battery.cell_min_mv : undefined;
  putList(card.values, [
    ["State of charge", percent(battery.soc_permille)],
    ["Voltage", volts(battery.voltage_mv)],
    ["Current", amps(battery.current_ma)],
    ["Spread", scaled(spread, 1, 0, "mV")],
    ["Boards", (battery.board_c ?? [undefined]).map(celsius).join(", ")],
  ]);
  card.rows.forEach((row, i) => {
    const mv = battery.cell_mv?.[i];
    row.bar.style.width = isKnown(mv) ? Math.min(100, Math.max(2, (mv - CELL_LOW_MV) / (CELL_HIGH_MV - CELL_LOW_MV) * 100)) + "%" : "0";
    const mark = mv === undefined || !spread ? "" : mv === battery.cell_max_mv ? " high" : mv === battery.cell_min_mv ? " low" : "";
    put(row.value, volts(mv, 3) + ", " + celsius(battery.cell_c?.[i]) + mark);
  });
}

function showBatteries(batteries) {
  const keys = batteries.map(battery => battery.serial_hex ?? "id" + battery.bus_id);
  for (const [key, card] of cards) {
    if (!keys.includes(key)) {
      card.element.remove();
      cards.delete(key);
    }
  }
  batteries.forEach((battery, i) => {
    if (!cards.has(keys[i])) cards.set(keys[i], makeCard());
    const card = cards.get(keys[i]);
    fillCard(card, battery);
    if ($("cards").children[i] !== card.element) $("cards").insertBefore(card.element, $("cards").children[i] ?? null);
  });
  show($("no-batteries"), batteries.length === 0);
}

// Without a connection nobody knows whether a battery is live.
function ageCards() {
  for (const card of cards.values()) {
    put(card.state, "as last heard");
    card.state.className = "state";
  }
}

async function forget(battery) {
  if (confirm("Forget " + batteryTitle(battery) + "? What was counted of it stays in the bank's sums, and is there again when the battery comes back.")) {
    await sendUnlocked("POST", "/api/forget", { serial_hex: battery.serial_hex }, "forget " + batteryTitle(battery));
    refresh();
  }
}
