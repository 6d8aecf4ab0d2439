// What happens on the wire, and the panel as it is.
const STATS = [
  ["polls", "Polls"], ["replies", "Replies"], ["timeouts", "No answer"], ["crc_errors", "CRC errors"], ["refused", "Refused"],
  ["wrong_replies", "Of another battery"], ["other_replies", "Of another length"], ["inconsistent", "Inconsistent"],
  ["junk_bytes", "Junk bytes"], ["rounds", "Search rounds"], ["assigned", "Ids assigned"], ["renumbered", "Renumbered"], ["yielded", "Gave way"],
];
const ROLES = { starting: "listening first", master: "master of the bus", listener: "listens: another display is the master" };
const COLUMNS = 128;
const ROWS = 64;

function showBus(status) {
  putList($("stats"), STATS.filter(([key]) => isKnown(status.stats[key])).map(([key, label]) => [label, number(status.stats[key], 0)]));
  const device = status.device;
  putList($("device"), [["Version", device.version ?? UNKNOWN], ["Running for", span(device.uptime_ms ?? 0)], ["Role", ROLES[device.role] ?? device.role ?? UNKNOWN]]);
}

// A byte is eight rows of one column, the top one in bit 0; the next byte is the next column.
async function showPanel() {
  const answer = await ask("/api/panel");
  if (!answer.ok) return;
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const context = $("panel").getContext("2d");
  const image = context.createImageData(COLUMNS, ROWS);
  for (let y = 0; y < ROWS; y++) {
    for (let x = 0; x < COLUMNS; x++) {
      const isLit = bytes[(y >> 3) * COLUMNS + x] >> (y & 7) & 1;
      image.data.set(isLit ? [220, 240, 255, 255] : [0, 0, 0, 255], (y * COLUMNS + x) * 4);
    }
  }
  context.putImageData(image, 0, 0);
}

$("search").onclick = async () => { await send("POST", "/api/search", {}); refresh(); };
$("acknowledge").onclick = async () => { await send("POST", "/api/acknowledge", {}); refresh(); };
