// The document's elements and the talk with the product.
const POLL_MS = 3000;
const ANSWER_MS = 6000;
const LOST_MS = 10000;
const BUTTON_MS = 120000;

const $ = id => document.getElementById(id);

function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

// Only what changed is touched: a screen reader and a selection are left in peace.
function put(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

function show(element, isShown) {
  if (element.hidden === isShown) element.hidden = !isShown;
}

// A list of [label, value]; the labels decide whether it is built anew.
function putList(list, rows) {
  const labels = rows.map(row => row[0]).join("|");
  if (list.dataset.labels !== labels) {
    list.dataset.labels = labels;
    list.replaceChildren(...rows.map(([label]) => make("div", {}, make("dt", {}, label), make("dd"))));
  }
  rows.forEach(([, value], i) => put(list.children[i].lastChild, value));
}

function putTable(table, head, rows) {
  const text = JSON.stringify([head, rows]);
  if (table.dataset.text === text) return;
  table.dataset.text = text;
  const cell = (value, i, scope) => i && scope !== "col" ? make("td", {}, value) : make("th", { scope }, value);
  table.replaceChildren(
    make("thead", {}, make("tr", {}, ...head.map((label, i) => cell(label, i, "col")))),
    make("tbody", {}, ...rows.map(row => make("tr", {}, ...row.map((value, i) => cell(value, i, "row"))))));
}

function ask(path, options) {
  return fetch(path, { cache: "no-store", signal: AbortSignal.timeout(ANSWER_MS), ...options });
}

function send(method, path, body) {
  return ask(path, { method, headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
}

// What only somebody who can reach the display may do: asks for its button, and tries again until it was pressed.
async function sendUnlocked(method, path, body, what) {
  const until = Date.now() + BUTTON_MS;
  let isCancelled = false;
  $("cancel").onclick = () => { isCancelled = true; };
  try {
    for (;;) {
      const answer = await send(method, path, body);
      if (answer.status !== 403 || isCancelled || Date.now() > until) return answer;
      put($("locked-text"), "Press the button on the display now to " + what + ".");
      show($("locked"), true);
      await new Promise(done => setTimeout(done, 1500));
      if (isCancelled) return answer;
    }
  } finally {
    show($("locked"), false);
  }
}
