// The bank at a glance, and what is wrong. Full is what the panel calls full.
const FULL_PERMILLE = 1000;
const FLOW_MA = 100;

function timeText(bank) {
  const doubt = bank.soc_in_doubt ? " (state of charge in doubt)" : "";
  if (isKnown(bank.to_empty_min)) return minutes(bank.to_empty_min) + " left" + doubt;
  if (bank.soc_permille === FULL_PERMILLE && bank.current_ma > -FLOW_MA) return "full" + doubt;
  if (isKnown(bank.to_full_min)) return minutes(bank.to_full_min) + " to full" + doubt;
  return bank.live ? "Time left: not known" : "";
}

// The first group that has this voltage.
function extreme(mv, batteries) {
  const battery = batteries.find(one => one.state === "live" && one.cell_mv?.includes(mv));
  return volts(mv, 3) + (battery ? ", B" + battery.number + "\u00a0group\u00a0" + (battery.cell_mv.indexOf(mv) + 1) : "");
}

// The label has the direction, so the number needs no sign.
function currentRow(ma) {
  if (!ma) return ["Current", amps(ma)];
  return [ma > 0 ? "Charging with" : "Discharging with", scaled(Math.abs(ma), 1000, 2, "A")];
}

function showBank(bank, batteries) {
  put($("soc"), isKnown(bank.soc_permille) ? number(bank.soc_permille / 10, 1) : UNKNOWN);
  show($("doubt"), !!bank.soc_in_doubt);
  $("gauge").style.width = (bank.soc_permille ?? 0) / 10 + "%";
  put($("time"), timeText(bank));
  putList($("bank-values"), [
    ["Voltage", volts(bank.voltage_mv)],
    currentRow(bank.current_ma),
    ["Power", signed(bank.power_mw, 1000, 0, "W")],
    ["Charge left", scaled(bank.remaining_mah, 1000, 1, "Ah")],
    ["Lowest cell group", extreme(bank.cell_min_mv, batteries)],
    ["Highest cell group", extreme(bank.cell_max_mv, batteries)],
  ]);
  put($("bank-note"), bank.batteries === 0 ? $("no-batteries").textContent : bank.batteries === bank.live ? "" : bank.live + " of " + bank.batteries + " batteries are live; the others are left out.");
}

function alarmText(alarm) {
  const over = alarm.over ? " \u2013 over" + (isKnown(alarm.over_ms) ? " for " + span(alarm.over_ms) : "") : "";
  const text = alarm.text.replace(/ (?=%|m?V|\u00b0)|(?<=[<>]) /g, "\u00a0");
  return (alarm.severity === "alarm" ? "Alarm: " : "Warning: ") + text + over;
}

function showAlarms(alarms) {
  const text = alarms.map(alarmText);
  show($("alarms"), alarms.length > 0);
  show($("acknowledge"), alarms.some(alarm => !alarm.seen));
  const list = $("alarm-list");
  if (list.dataset.text === text.join("\n")) return;
  list.dataset.text = text.join("\n");
  list.replaceChildren(...alarms.map((alarm, i) => make("li", { class: alarm.over ? "over" : alarm.severity }, text[i])));
}
