"use strict";
// Numbers as the reader's own country writes them. What is not known is --, never 0.
const UNKNOWN = "--";
const formats = {};

function number(value, decimals) {
  formats[decimals] ??= new Intl.NumberFormat(undefined, { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  return formats[decimals].format(value);
}

const isKnown = value => typeof value === "number";

function scaled(value, by, decimals, unit) {
  return isKnown(value) ? number(value / by, decimals) + "\u00a0" + unit : UNKNOWN;
}

function between(low, high, by, decimals, unit) {
  return isKnown(low) && isKnown(high) ? number(low / by, decimals) + " \u2013 " + scaled(high, by, decimals, unit) : UNKNOWN;
}

function signed(value, by, decimals, unit) {
  return isKnown(value) && value > 0 ? "+" + scaled(value, by, decimals, unit) : scaled(value, by, decimals, unit);
}

const percent = permille => scaled(permille, 10, 1, "%");
const volts = (mv, decimals = 2) => scaled(mv, 1000, decimals, "V");
const amps = ma => signed(ma, 1000, 2, "A");
const celsius = c => scaled(c, 1, 0, "\u00b0C");

function span(ms) {
  const s = Math.max(0, Math.round(ms / 1000));
  if (s < 100) return s + " s";
  const min = Math.floor(s / 60);
  if (min < 100) return min + " min";
  const h = Math.floor(min / 60);
  return h < 48 ? h + " h " + (min % 60) + " min" : Math.floor(h / 24) + " days " + (h % 24) + " h";
}

// The product counts to 5999.
const minutes = min => min >= 5999 ? "more than 99 h" : min < 60 ? min + " min" : Math.floor(min / 60) + " h " + String(min % 60).padStart(2, "0") + " min";

// "13,3" and "13.3" are the same number; anything else is none.
function parseNumber(text) {
  const trimmed = text.trim().replace(",", ".");
  return /^[-+]?\d+(\.\d*)?$|^[-+]?\.\d+$/.test(trimmed) ? Number(trimmed) : NaN;
}
