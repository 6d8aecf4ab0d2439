// 24 hours as three graphs, and the days as a table.
const SVG = "http://www.w3.org/2000/svg";
const DAY_S = 86400;
const CHARTS = [
  { title: "State of charge", column: 1, text: percent, from: 0, to: 1000 },
  { title: "Voltage", column: 2, text: volts, margin: 100 },
  { title: "Current", column: 3, text: amps, margin: 500, zero: true },
];

function vector(tag, attributes) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

// Where nothing was seen the line is broken.
function linePath(points, column, range, gapS) {
  let path = "";
  let lastAge;
  for (const point of points) {
    if (!isKnown(point[column])) { lastAge = undefined; continue; }
    const x = (1 - point[0] / DAY_S) * 1000;
    const y = (1 - (point[column] - range.from) / (range.to - range.from)) * 300;
    path += (lastAge !== undefined && lastAge - point[0] <= gapS ? "L" : "M") + x.toFixed(1) + " " + y.toFixed(1) + "h.1";
    lastAge = point[0];
  }
  return path;
}

function rangeOf(chart, values) {
  const low = Math.min(...values, chart.zero ? 0 : Infinity);
  const high = Math.max(...values, chart.zero ? 0 : -Infinity);
  return { from: chart.from ?? low - chart.margin, to: chart.to ?? high + chart.margin };
}

function makeChart(chart, points, gapS) {
  const values = points.map(point => point[chart.column]).filter(isKnown);
  if (!values.length) return make("figure", {}, make("figcaption", {}, chart.title + ": nothing seen in 24 h"));
  const range = rangeOf(chart, values);
  const lowest = chart.text(Math.min(...values));
  const highest = chart.text(Math.max(...values));
  const isFirst = values.length === 1;
  const seen = isFirst ? lowest + ", the first point so far" : lowest + " to " + highest;
  const svg = vector("svg", { viewBox: "0 -6 1000 312", preserveAspectRatio: "none", role: "img", "aria-label": chart.title + " over 24 hours: " + seen });
  if (chart.zero) {
    const y = (1 + range.from / (range.to - range.from)) * 300;
    svg.append(vector("line", { x1: 0, x2: 1000, y1: y, y2: y }));
  }
  svg.append(vector("path", { d: linePath(points, chart.column, range, gapS), ...(isFirst ? { class: "dot" } : {}) }));
  return make("figure", {}, make("figcaption", {}, chart.title + ": " + seen), svg,
    make("div", { class: "axis", "aria-hidden": "true" }, make("span", {}, "24 h ago"), make("span", {}, "12 h"), make("span", {}, "now")));
}

const DAY_COLUMNS = [
  ["In", day => scaled(day.charge_in_mah, 1000, 1, "Ah")], ["Out", day => scaled(day.charge_out_mah, 1000, 1, "Ah")],
  ["In", day => scaled(day.energy_in_mwh, 1e6, 2, "kWh")], ["Out", day => scaled(day.energy_out_mwh, 1e6, 2, "kWh")],
  ["Seen", day => scaled(day.coverage_permille, 10, 0, "%")],
  ["Charge", day => between(day.soc_min_permille, day.soc_max_permille, 10, 1, "%")],
  ["Voltage", day => between(day.voltage_min_mv, day.voltage_max_mv, 1000, 2, "V")],
  ["Groups", day => between(day.cell_min_mv, day.cell_max_mv, 1000, 3, "V")],
  ["Groups", day => between(day.cell_min_c, day.cell_max_c, 1, 0, "\u00b0C")],
];

async function showHistory() {
  const answer = await ask("/api/history");
  if (!answer.ok) { put($("history-note"), "The product keeps no history."); return; }
  const history = await answer.json();
  $("charts").replaceChildren(...CHARTS.map(chart => makeChart(chart, history.points, history.interval_s * 2.5)));
  put($("history-note"), "A point every " + span(history.interval_s * 1000) + ". Where nothing was seen there is a gap.");
  putTable($("days"), ["Day", ...DAY_COLUMNS.map(column => column[0])],
    history.days.map(day => [String(day.day), ...DAY_COLUMNS.map(column => column[1](day))]));
  showExtremes(history.extremes);
}
