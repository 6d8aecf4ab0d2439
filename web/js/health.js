// What went in and out, and what capacity is left: each with how much of it was seen.
// A column for serials would push the values off a phone: they are with the batteries.
const shortTitle = battery => "B" + battery.number + (battery.name ? " " + battery.name : "");
const count = value => isKnown(value) ? number(value, 0) : UNKNOWN;
let listed = [];

function energyRow(name, of) {
  return [name, scaled(of.charge_in_mah, 1000, 1, "Ah"), scaled(of.charge_out_mah, 1000, 1, "Ah"),
    scaled(of.energy_in_mwh, 1e6, 2, "kWh"), scaled(of.energy_out_mwh, 1e6, 2, "kWh"), percent(of.coverage_permille)];
}

function healthRow(battery) {
  const measured = isKnown(battery.capacity_measured_mah);
  const capacity = measured
    ? (battery.capacity_is_minimum ? "over " : "") + scaled(battery.capacity_measured_mah, 1000, 1, "Ah")
    : "charge it full, then empty it, to know";
  return [shortTitle(battery), capacity, measured ? percent(battery.capacity_coverage_permille) : UNKNOWN,
    battery.weak_cell ? "group " + battery.weak_cell : "none known"];
}

function extremesRow(of, i) {
  const battery = listed.find(one => one.serial_hex && one.serial_hex === of.serial_hex);
  return [shortTitle(battery ?? { number: i + 1 }), percent(of.soc_min_permille),
    between(of.voltage_min_mv, of.voltage_max_mv, 1000, 2, "V"), between(of.cell_min_mv, of.cell_max_mv, 1000, 3, "V"),
    between(of.cell_min_c, of.cell_max_c, 1, 0, "\u00b0C"), count(of.full_charges), count(of.cycles), count(of.synchronisations)];
}

function showExtremes(extremes) {
  putTable($("extremes"), ["Of", "Lowest charge", "Voltage", "Groups", "Groups", "Full charges", "Cycles", "Gauge set"], extremes.map(extremesRow));
}

function showHealth(status) {
  listed = status.batteries;
  putTable($("energy"), ["Of", "In", "Out", "In", "Out", "Coverage"],
    [energyRow("Bank", status.bank), ...status.batteries.map(battery => energyRow(shortTitle(battery), battery))]);
  putTable($("capacity"), ["Of", "Capacity", "Coverage", "Weak group"], status.batteries.map(healthRow));
}

for (const button of document.querySelectorAll("[data-reset]")) {
  button.onclick = async () => {
    if (confirm(button.textContent + "? What was counted so far is gone.")) {
      await sendUnlocked("POST", "/api/reset", { what: button.dataset.reset }, button.textContent.toLowerCase());
      historyMs = 0;
      refresh();
    }
  };
}
